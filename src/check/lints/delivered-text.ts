import type { Expression, Phrase } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import type { KnownObjectValues } from "./known-object-values.ts";
import { stepOf } from "./payload-values.ts";

/** The objects of handlers that hold what somebody sent or said. */
const OBJECTS: ReadonlySet<string> = new Set(["SMS", "CALL", "WHATSAPP"]);

/** The phrases that give a part of such an object, by the beginnings of their titles. */
const PHRASES = /^GET (?:SMS|CALL|WHATSAPP)\b/;

/** Parts that nobody outside writes: numbers, what gbasic finds out, and what the script handed on itself. */
const NOT_WRITTEN: ReadonlySet<string> = new Set(
  "latitude longitude confidence duration channel kept".split(" "),
);

/** Tells whether a phrase gives what somebody sent or said: `GET SMS BODY`. */
export function givesDelivered({ entry, slots }: Phrase): boolean {
  if (!PHRASES.test(entry.title)) return false;
  const field = slots.get("field");
  const part = field?.kind === "word" ? field.word : (entry.title.split(" ").at(-1) ?? "");
  return !NOT_WRITTEN.has(part.toLowerCase());
}

/** Tells whether an expression is an object of what somebody sent or said: `SMS`. */
export function isDelivered(
  expression: Expression,
  body: CheckedBody,
  objects: KnownObjectValues,
): boolean {
  return OBJECTS.has(objects.nameOf(expression, body) ?? "");
}

/** Tells whether an expression is a part of such an object that nobody outside writes: `CALL.duration`. */
export function isNotWritten(
  expression: Expression,
  body: CheckedBody,
  objects: KnownObjectValues,
): boolean {
  if (expression.kind !== "member" && expression.kind !== "index") return false;
  if (!isDelivered(expression.target, body, objects)) return false;
  const step = stepOf(expression);
  return step?.kind === "member" && NOT_WRITTEN.has(step.name.toLowerCase());
}
