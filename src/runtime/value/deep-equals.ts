import { isObject } from "./kind.ts";
import type { Value, ValueObject } from "./value.ts";

type Nested = Value[] | ValueObject;
type Pair = readonly [Value, Value];

/** True for the values that hold others: lists and objects. */
export function isNested(value: Value): value is Nested {
  return Array.isArray(value) || isObject(value);
}

/**
 * Compares two lists or objects by what they hold. Pairs wait in a list instead of on the call
 * stack, and no pair is compared twice, so that depth and circles do no harm.
 * @param simpleEquals compares two values that are not both lists or objects
 */
export function deepEquals(
  a: Nested,
  b: Nested,
  simpleEquals: (a: Value, b: Value) => boolean,
): boolean {
  const waiting: Pair[] = [[a, b]];
  const met = new Map<Nested, Set<Nested>>();
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [left, right] = pair;
    if (left === right) continue;
    if (!isNested(left) || !isNested(right)) {
      if (!simpleEquals(left, right)) return false;
    } else if (isNew(met, left, right) && !pushMembers(left, right, waiting)) return false;
  }
  return true;
}

function isNew(met: Map<Nested, Set<Nested>>, left: Nested, right: Nested): boolean {
  const partners = met.get(left);
  if (partners === undefined) {
    met.set(left, new Set([right]));
    return true;
  }
  if (partners.has(right)) return false;
  partners.add(right);
  return true;
}

/** Returns false where the shapes differ, so that no member needs a look. */
function pushMembers(left: Nested, right: Nested, waiting: Pair[]): boolean {
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false;
    left.forEach((item, index) => waiting.push([item, right[index] ?? null]));
    return true;
  }
  if (Array.isArray(right)) return false;
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(right, name)) return false;
    waiting.push([left[name] ?? null, right[name] ?? null]);
  }
  return true;
}
