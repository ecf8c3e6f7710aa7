import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";
import { toNumber, toWhole } from "./number.ts";
import { describe, toText } from "./text.ts";
import type { Value } from "./value.ts";

/** What a parameter or a slot takes. */
export type ArgumentType = "any" | "text" | "number" | "list" | "changed";

/** The marks at the end of a variable's name that convert what is assigned to it. */
export type Sigil = "$" | "%" | "!" | "#";

/**
 * Converts what is assigned to a variable with a sigil: `$` text, `%` whole number, `!` and `#`
 * number.
 * @throws BasicError GB3001 where a number is wanted and the value is none
 */
export function convertSigil(value: Value, sigil: Sigil): Value {
  if (sigil === "$") return toText(value);
  return sigil === "%" ? toWhole(value) : toNumber(value);
}

/**
 * Converts an argument to what a parameter or slot takes: null to "" for text, to 0 for a number,
 * to an empty list; a value that is no list to a list of it alone. A list that is changed in place has
 * to be one already.
 * @throws BasicError GB3001 where a number is wanted and the value is none, GB3011 where a list is to be
 * changed and the value is none
 */
export function convertArgument(value: Value, type: "text"): string;
export function convertArgument(value: Value, type: "number"): number;
export function convertArgument(value: Value, type: "list" | "changed"): Value[];
export function convertArgument(value: Value, type: ArgumentType): Value;
export function convertArgument(value: Value, type: ArgumentType): Value {
  switch (type) {
    case "text":
      return toText(value);
    case "number":
      return toNumber(value);
    case "list":
      if (value === null) return [];
      return Array.isArray(value) ? value : [value];
    case "changed":
      if (!Array.isArray(value)) throw new BasicError(valueMessages.noItems(describe(value)));
      return value;
    case "any":
      return value;
  }
}
