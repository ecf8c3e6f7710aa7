import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";
import { plainOf } from "./answer.ts";
import { DateTime } from "./date-time.ts";
import { findJsonFault } from "./json-fault.ts";
import { checkListLength, type ValueLimits } from "./limits.ts";
import type { Value } from "./value.ts";

const DEEPEST = 500;
/** What a text without a limit of its own may grow to; one list held many times grows fast. */
const LONGEST = 16 * 1024 * 1024;
const LONGEST_EXCERPT = 20;

/**
 * Reads JSON. Members named `__proto__` are members like any other.
 * @param limits of a list in it, where what comes from outside is read for a script
 * @throws BasicError GB3020 with line, column and what stands there; GB3021 for too many levels;
 *   GB3022 for a number that no double holds; GB3091 for a list that is too long
 */
export function parseJson(text: string, limits?: Pick<ValueLimits, "listLength">): Value {
  const parsed = parse(text);
  if (!isValue(parsed, 0, limits)) throw new BasicError(valueMessages.jsonNumberTooLarge());
  return parsed;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    checkDepth(text);
    throw new BasicError(describeFault(text));
  }
}

/**
 * JSON.parse gives nothing but values, apart from Infinity where a number is too large. It reads any
 * number of levels; whatever walks its result later must be able to do so by recursion.
 */
function isValue(
  parsed: unknown,
  depth: number,
  limits: Pick<ValueLimits, "listLength"> | undefined,
): parsed is Value {
  if (typeof parsed === "number") return Number.isFinite(parsed);
  if (typeof parsed !== "object" || parsed === null) return true;
  if (depth >= DEEPEST) throw new BasicError(valueMessages.jsonTooDeep(DEEPEST));
  if (Array.isArray(parsed)) {
    if (limits !== undefined) checkListLength(parsed.length, limits);
    return parsed.every((item) => isValue(item, depth + 1, limits));
  }
  for (const member of Object.values(parsed)) {
    if (!isValue(member, depth + 1, limits)) return false;
  }
  return true;
}

function describeFault(text: string) {
  const { offset, expected } = findJsonFault(text);
  const before = text.slice(0, offset).split("\n");
  const column = (before.at(-1)?.length ?? 0) + 1;
  const rest = text.slice(offset, offset + LONGEST_EXCERPT);
  const excerpt = rest === "" ? "the end" : JSON.stringify(rest);
  return valueMessages.badJson(before.length, column, expected, excerpt);
}

/** The search for the fault goes down by recursion, so it must not start on a hostile text. */
function checkDepth(text: string): void {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (inText) {
      if (character === 0x5c) at += 1;
      else if (character === 0x22) inText = false;
    } else if (character === 0x22) inText = true;
    else if (character === 0x7b || character === 0x5b) {
      if (++depth > DEEPEST) throw new BasicError(valueMessages.jsonTooDeep(DEEPEST));
    } else if (character === 0x7d || character === 0x5d) depth -= 1;
  }
}

/**
 * Writes a value as JSON, dates as ISO 8601 texts.
 * @param indent blanks for each level; 0 for one line
 * @param longest UTF-16 units that the result may have
 * @throws BasicError GB3023 for a value that contains itself or is nested too deeply; GB3090 for a
 *   result that would be too long
 */
export function toJson(value: Value, indent = 0, longest = LONGEST): string {
  if (measure(value, 0, longest) < 0) throw new BasicError(valueMessages.textTooLong(longest));
  return JSON.stringify(value, null, indent);
}

/** Returns what is left of the length that the JSON may have, less than 0 where it is too long. */
function measure(given: Value, depth: number, left: number): number {
  const value = plainOf(given);
  if (typeof value === "string") return left - value.length - 2;
  if (typeof value !== "object" || value === null || value instanceof DateTime) return left - 1;
  if (depth >= DEEPEST) throw new BasicError(valueMessages.notJson(DEEPEST));
  let rest = left - 2;
  if (!Array.isArray(value)) for (const name of Object.keys(value)) rest -= name.length + 3;
  for (const member of Object.values(value)) {
    if (rest < 0) return rest;
    rest = measure(member, depth + 1, rest);
  }
  return rest;
}
