import type { Frame } from "../runtime/frame.ts";
import type { Site } from "../runtime/error.ts";
import type { Value } from "../runtime/value/value.ts";
import type { SyncRun, SyncValue } from "./code.ts";
import { applyAt, operations } from "./operations.ts";

// As in the arithmetic makers, operands that are variables are read in place and two numbers are
// compared here.

/**
 * Makes `left = right` or `left <> right`.
 * @param site of the operator, for errors
 * @param wanted what equal operands give: true for `=`, false for `<>`
 */
export function makeEquality(
  left: SyncValue,
  right: SyncValue,
  site: Site,
  wanted: boolean,
): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot } = right;
  const operation = operations[wanted ? "=" : "<>"];
  return function testEquality(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    const type = typeof a;
    if (type === typeof b && (type === "number" || type === "string")) return (a === b) === wanted;
    return applyAt(site, operation, a, b, frame.run.context.limits);
  };
}

/** Makes `left < right`. @param site of the operator, for errors */
export function makeLess(left: SyncValue, right: SyncValue, site: Site): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot } = right;
  return function testLess(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    if (typeof a === "number" && typeof b === "number") return a < b;
    return applyAt(site, operations["<"], a, b, frame.run.context.limits);
  };
}

/** Makes `left <= right`. @param site of the operator, for errors */
export function makeLessOrEqual(left: SyncValue, right: SyncValue, site: Site): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot } = right;
  return function testLessOrEqual(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    if (typeof a === "number" && typeof b === "number") return a <= b;
    return applyAt(site, operations["<="], a, b, frame.run.context.limits);
  };
}

/** Makes `left > right`. @param site of the operator, for errors */
export function makeGreater(left: SyncValue, right: SyncValue, site: Site): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot } = right;
  return function testGreater(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    if (typeof a === "number" && typeof b === "number") return a > b;
    return applyAt(site, operations[">"], a, b, frame.run.context.limits);
  };
}

/** Makes `left >= right`. @param site of the operator, for errors */
export function makeGreaterOrEqual(left: SyncValue, right: SyncValue, site: Site): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot } = right;
  return function testGreaterOrEqual(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    if (typeof a === "number" && typeof b === "number") return a >= b;
    return applyAt(site, operations[">="], a, b, frame.run.context.limits);
  };
}
