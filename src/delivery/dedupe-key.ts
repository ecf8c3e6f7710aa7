import { hash } from "node:crypto";
import type { HandlerReference } from "../engine/work.ts";

/** 128 bits: no two runs of a server's life share an id by chance. */
const ID_LENGTH = 32;
const LONGEST_JOB_ID = 40;

/** What makes two items the same item. */
export interface ItemIdentity {
  readonly service: "whatsapp" | "twilio" | "webhook";
  /**
   * Who listens to it: a route by method and path, or all ON WHATSAPP handlers, which are the same
   * on every path that a provider delivers to.
   */
  readonly listener: string;
  /** The number, account or address that the item came to; "" where it names none. */
  readonly number: string;
  /** What WhatsApp, Twilio or the sender calls the item, with its kind. */
  readonly item: string;
}

/** Makes the key by which a repeated item is known. */
export function dedupeKeyOf({ service, listener, number, item }: ItemIdentity): string {
  return JSON.stringify([service, listener, number, item]);
}

/** Makes the id of the run of one item: the same whenever the item comes again. */
export function runIdOf({ script, route }: HandlerReference, dedupeKey: string): string {
  return hashOf("run", script, route, dedupeKey);
}

/** Makes the id of what a run does: of its n-th effect, the same whenever the run is repeated. */
export function effectIdOf(runId: string, effect: number): string {
  return `${runId}:${String(effect)}`;
}

/**
 * Makes the id of a job: that of the effect. Jobs that spawn jobs make no longer ones: `hash~4`
 * stands for an id that says that it is of the fourth generation.
 */
export function jobIdOf(parentId: string, effect: number): string {
  const id = effectIdOf(parentId, effect);
  if (id.length <= LONGEST_JOB_ID) return id;
  return `${hashOf("job", id)}~${String(generationOf(parentId) + 1)}`;
}

/** Makes the id of a job with which the count of generations begins anew. */
export function lateJobIdOf(parentId: string, effect: number): string {
  return hashOf("job", effectIdOf(parentId, effect));
}

/** Gives every id that what a run did as its n-th effect can have. */
export function possibleIdsOf(runId: string, effect: number): readonly string[] {
  return [effectIdOf(runId, effect), jobIdOf(runId, effect), lateJobIdOf(runId, effect)];
}

/** Reads from the id of a run how many SPAWNs lead to it: 0 for a request or an event. */
export function generationOf(runId: string): number {
  const [root = "", ...spawned] = runId.split(":");
  const folded = /~(\d+)$/u.exec(root)?.[1] ?? "0";
  return Number(folded) + spawned.length;
}

/** Hashes texts; no two different lists of texts give the same by accident. */
export function hashOf(...parts: readonly string[]): string {
  return hash("sha256", JSON.stringify(parts), "hex").slice(0, ID_LENGTH);
}
