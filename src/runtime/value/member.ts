import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";
import { answerMember, plainOf } from "./answer.ts";
import { dateMember } from "./date-members.ts";
import { DateTime } from "./date-time.ts";
import { isObject } from "./kind.ts";
import { checkListLength, type ValueLimits } from "./limits.ts";
import { parseNumber } from "./number.ts";
import { describe, toText } from "./text.ts";
import type { Value, ValueObject } from "./value.ts";

/** Makes an object of names and values; no name is special. */
export function objectFrom(entries: Iterable<readonly [string, Value]>): ValueObject {
  // fromEntries defines members, so that `__proto__` becomes one instead of a prototype.
  return Object.fromEntries(entries);
}

/**
 * Reads `target.name`. Where no member has the very name, a single one that differs in case is read.
 * Texts and lists have a length, also called count and size, dates their parts.
 * @returns null for a missing member and for a target that has no members
 */
export function getMember(target: Value, name: string): Value {
  if (isObject(target)) {
    // The quick way: what is inherited is a function, which no value is, or has this one name.
    const member = target[name];
    if (member !== undefined && typeof member !== "function" && name !== "__proto__") return member;
    if (Object.hasOwn(target, name)) return target[name] ?? null;
    const found = findIgnoringCase(target, name);
    return found === undefined ? (answerMember(target, name) ?? null) : (target[found] ?? null);
  }
  if (target instanceof DateTime) return dateMember(target, name);
  const plain = plainOf(target);
  const counts = typeof plain === "string" || Array.isArray(plain);
  if (counts && COUNTS.has(name.toUpperCase())) return plain.length;
  return answerMember(target, name) ?? null;
}

/** How languages name the number of characters or items. */
const COUNTS: ReadonlySet<string> = new Set(["LENGTH", "COUNT", "SIZE"]);

/**
 * Reads `target[index]`: an item of a list, a character of a text, a member of an object.
 * @param index 0-based for lists and texts; numeric text counts as a number there
 * @returns null where there is none
 */
export function getIndex(target: Value, index: Value): Value {
  if (Array.isArray(target)) {
    const position = typeof index === "number" ? index : asPosition(index);
    return position === undefined ? null : (target[position] ?? null);
  }
  if (typeof target === "string") {
    const position = asPosition(index);
    return position === undefined ? null : (target[position] ?? null);
  }
  const plain = plainOf(target);
  if (plain !== target && /^\d+$/.test(toText(index))) return getIndex(plain, index);
  return isObject(target) || plain !== target ? getMember(target, toText(index)) : null;
}

/** Tells whether an object has a member that `getMember` would read. */
export function hasMember(target: Value, name: string): boolean {
  if (!isObject(target)) return false;
  return Object.hasOwn(target, name) || findIgnoringCase(target, name) !== undefined;
}

/**
 * Writes `target.name = value`, under exactly this name.
 * @throws BasicError GB3010 where the target is no object
 */
export function setMember(target: Value, name: string, value: Value): void {
  if (!isObject(target)) throw new BasicError(valueMessages.noMembers(name, describe(target)));
  if (name !== "__proto__") {
    target[name] = value;
    return;
  }
  // An assignment would set the prototype instead.
  const member = { value, writable: true, enumerable: true, configurable: true };
  Object.defineProperty(target, name, member);
}

/**
 * Writes `target[index] = value`; the index just past the end of a list appends.
 * @throws BasicError GB3011 where the target holds nothing, GB3012 and GB3013 for an index that is
 *   none or beyond the end, GB3091 for a list that would be too long
 */
export function setIndex(
  target: Value,
  index: Value,
  value: Value,
  limits: Pick<ValueLimits, "listLength">,
): void {
  if (isObject(target)) {
    setMember(target, toText(index), value);
    return;
  }
  if (!Array.isArray(target)) throw new BasicError(valueMessages.noItems(describe(target)));
  const position = asPosition(index);
  if (position === undefined) throw new BasicError(valueMessages.notIndex(describe(index)));
  // A list that came from outside may be longer than the limit; its items can still be changed.
  if (position >= target.length) checkListLength(position + 1, limits);
  if (position > target.length) {
    throw new BasicError(valueMessages.indexBeyondEnd(position, target.length));
  }
  target[position] = value;
}

function findIgnoringCase(target: ValueObject, name: string): string | undefined {
  const wanted = name.toUpperCase();
  let found: string | undefined;
  for (const key of Object.keys(target)) {
    if (key.length !== name.length || key.toUpperCase() !== wanted) continue;
    if (found !== undefined) return undefined;
    found = key;
  }
  return found;
}

function asPosition(index: Value): number | undefined {
  const position = typeof index === "string" ? parseNumber(index) : index;
  if (typeof position !== "number" || position < 0) return undefined;
  return Number.isInteger(position) ? position : undefined;
}
