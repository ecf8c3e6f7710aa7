import type { Report } from "../diagnostics/diagnostic.ts";
import type { HandlerDeclaration } from "../host/handler.ts";
import { BasicError } from "../runtime/error.ts";
import type { HandlerValues } from "../host/handler-values.ts";
import type { KnownObject } from "../host/known-object.ts";
import type { DeclarationEntry } from "../statements/define.ts";
import type { Declaration, Identifier, SlotValue } from "../syntax/ast.ts";
import type { Registry } from "./registry.ts";
import type { Scope } from "./scope.ts";
import type { HandlerVariable } from "./script.ts";

/** Gives what a handler finds in variables that its script does not set; undefined for nothing. */
export function valuesOf(registry: Registry, { phrase }: Declaration): HandlerValues | undefined {
  const entry = registry.phrases.find((candidate) => candidate === phrase.entry);
  return entry?.phraseKind === "declaration" ? entry.values : undefined;
}

/** Finds the places of these variables, and what reads their values. */
export function handlerVariables(
  values: HandlerValues | undefined,
  scope: Scope,
  given: readonly Identifier[],
): readonly HandlerVariable[] {
  if (values === undefined) return [];
  const place = (key: string, read: HandlerVariable["read"], holds?: KnownObject) => {
    const slot = scope.find(key);
    return slot === undefined ? [] : [{ key, slot, read, holds }];
  };
  const { object, readObject, readGiven } = values;
  const own = place(object.name, readObject, object);
  if (readGiven === undefined) return own;
  return [...own, ...given.flatMap(({ key }) => place(key, readGiven))];
}

/**
 * Asks a declaration phrase what its handler listens to.
 * @returns undefined where the phrase refused its slots, which is reported
 */
export function readDeclaration(
  registry: Registry,
  { phrase }: Declaration,
  report: Report,
): HandlerDeclaration | undefined {
  const entry = registry.phrases.find((candidate) => candidate === phrase.entry);
  if (entry?.phraseKind !== "declaration")
    throw new Error(`${phrase.entry.title} opens no handler`);
  try {
    return entry.declare(constantSlots(entry, phrase.slots), phrase.slots);
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    report(error.detail, error.span ?? phrase);
    return undefined;
  }
}

function constantSlots(
  { patterns }: DeclarationEntry,
  slots: ReadonlyMap<string, SlotValue>,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name } of patterns.flatMap((pattern) => pattern.slots)) {
    found[name] = constantValue(slots.get(name));
  }
  return found;
}

/** The parser lets nothing but literals and words into the slots of a declaration. */
function constantValue(slot: SlotValue | undefined): unknown {
  if (slot?.kind === "word") return slot.word;
  return slot?.kind === "expression" && slot.value.kind === "literal"
    ? slot.value.value
    : undefined;
}
