import type { Expression, Phrase } from "../../syntax/ast.ts";

/** The phrase functions that give what is perhaps not there, by their titles. */
const MAY_BE_MISSING: ReadonlySet<string> = new Set([
  "GET JSON PATH",
  "GET FORM VALUE",
  "GET QUERY VALUE",
  "GET REQUEST HEADER",
]);

/** Fields that Twilio sends with every call and message (Voice and Messaging requests). */
const ALWAYS_SENT: ReadonlySet<string> = new Set(["from", "to", "caller", "called", "callsid"]);

/** Tells whether a phrase may give null because the request or payload lacks what it reads. */
export function mayBeMissing(phrase: Phrase): boolean {
  if (!MAY_BE_MISSING.has(phrase.entry.title)) return false;
  const name = constantSlot(phrase, "name");
  return name === undefined || !ALWAYS_SENT.has(name.toLowerCase());
}

/** Gives the text of a slot that is written as a literal; undefined for any other. */
export function constantSlot(phrase: Phrase, name: string): string | undefined {
  const value = expressionSlot(phrase, name);
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}

/** Gives the expression in a slot; undefined where the slot is empty or takes a word. */
export function expressionSlot(phrase: Phrase, name: string): Expression | undefined {
  const slot = phrase.slots.get(name);
  return slot?.kind === "expression" ? slot.value : undefined;
}
