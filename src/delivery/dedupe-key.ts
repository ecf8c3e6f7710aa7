import { hash } from "node:crypto";
import type { HandlerReference } from "../engine/work.ts";

/** 128 bits: no two runs of a server's life share an id by chance. */
const ID_LENGTH = 32;

/** What makes two items the same item. */
export interface ItemIdentity {
  readonly route: string;
  readonly provider: "meta" | "twilio";
  /** The number or account that the item came to; "" where it names none. */
  readonly number: string;
  /** What the provider calls the item, with its kind. */
  readonly item: string;
}

/** Makes the key by which a repeated item is known. */
export function dedupeKeyOf({ route, provider, number, item }: ItemIdentity): string {
  return JSON.stringify([provider, route, number, item]);
}

/** Makes the id of the run of one item: the same whenever the item comes again. */
export function runIdOf({ script, route }: HandlerReference, dedupeKey: string): string {
  return hashOf("run", script, route, dedupeKey);
}

/** Makes the id of a job from the run that spawned it and the number of the effect there. */
export function jobIdOf(parentId: string, effect: number): string {
  return hashOf("job", parentId, String(effect));
}

/** Hashes texts; no two different lists of texts give the same by accident. */
export function hashOf(...parts: readonly string[]): string {
  return hash("sha256", JSON.stringify(parts), "hex").slice(0, ID_LENGTH);
}
