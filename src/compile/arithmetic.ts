import type { Frame } from "../runtime/frame.ts";
import type { Site } from "../runtime/error.ts";
import type { Value } from "../runtime/value/value.ts";
import type { SyncRun, SyncValue } from "./code.ts";
import { applyAt, operations } from "./operations.ts";

// Each maker reads operands that are variables or numbers in place: after some programs have run,
// every call of a closure is a jump that the processor cannot foresee. Two numbers are computed
// here; whatever else comes goes to the operation that knows all values.

/** Makes `left + right`. @param site of the operator, for errors */
export function makeAdd(left: SyncValue, right: SyncValue, site: Site): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot, constant: term } = right;
  if (typeof term === "number") {
    return function addConstant(frame: Frame): Value {
      const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
      const sum = typeof a === "number" ? a + term : NaN;
      if (Number.isFinite(sum)) return sum;
      return applyAt(site, operations["+"], a, term, frame.run.context.limits);
    };
  }
  return function addValues(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    if (typeof a === "number" && typeof b === "number") {
      const sum = a + b;
      if (Number.isFinite(sum)) return sum;
    } else if (typeof a === "string" && typeof b === "string") {
      const joined = a + b;
      if (joined.length <= frame.run.context.limits.textLength) return joined;
    }
    return applyAt(site, operations["+"], a, b, frame.run.context.limits);
  };
}

/** Makes `left - right`. @param site of the operator, for errors */
export function makeSubtract(left: SyncValue, right: SyncValue, site: Site): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot, constant: term } = right;
  if (typeof term === "number") {
    return function subtractConstant(frame: Frame): Value {
      const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
      const difference = typeof a === "number" ? a - term : NaN;
      if (Number.isFinite(difference)) return difference;
      return applyAt(site, operations["-"], a, term, frame.run.context.limits);
    };
  }
  return function subtractValues(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    const difference = typeof a === "number" && typeof b === "number" ? a - b : NaN;
    if (Number.isFinite(difference)) return difference;
    return applyAt(site, operations["-"], a, b, frame.run.context.limits);
  };
}

/** Makes `left * right`. @param site of the operator, for errors */
export function makeMultiply(left: SyncValue, right: SyncValue, site: Site): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot, constant: factor } = right;
  if (typeof factor === "number") {
    return function multiplyByConstant(frame: Frame): Value {
      const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
      const product = typeof a === "number" ? a * factor : NaN;
      if (Number.isFinite(product)) return product;
      return applyAt(site, operations["*"], a, factor, frame.run.context.limits);
    };
  }
  return function multiplyValues(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    const product = typeof a === "number" && typeof b === "number" ? a * b : NaN;
    if (Number.isFinite(product)) return product;
    return applyAt(site, operations["*"], a, b, frame.run.context.limits);
  };
}

/** Makes `left / right`. @param site of the operator, for errors */
export function makeDivide(left: SyncValue, right: SyncValue, site: Site): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot, constant: divisor } = right;
  if (typeof divisor === "number") {
    return function divideByConstant(frame: Frame): Value {
      const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
      const quotient = typeof a === "number" ? a / divisor : NaN;
      if (Number.isFinite(quotient)) return quotient;
      return applyAt(site, operations["/"], a, divisor, frame.run.context.limits);
    };
  }
  return function divideValues(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    const quotient = typeof a === "number" && typeof b === "number" ? a / b : NaN;
    // A zero divisor gives Infinity or NaN and is refused like everything that is not finite.
    if (Number.isFinite(quotient)) return quotient;
    return applyAt(site, operations["/"], a, b, frame.run.context.limits);
  };
}

/** Makes `left MOD right`. @param site of the operator, for errors */
export function makeModulo(left: SyncValue, right: SyncValue, site: Site): SyncRun<Value> {
  const { run: readLeft, slot: leftSlot } = left;
  const { run: readRight, slot: rightSlot, constant: divisor } = right;
  if (typeof divisor === "number") {
    return function moduloConstant(frame: Frame): Value {
      const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
      const remainder = typeof a === "number" ? a % divisor : NaN;
      if (Number.isFinite(remainder)) return remainder;
      return applyAt(site, operations.MOD, a, divisor, frame.run.context.limits);
    };
  }
  return function moduloValues(frame: Frame): Value {
    const a = leftSlot < 0 ? readLeft(frame) : (frame.locals[leftSlot] ?? null);
    const b = rightSlot < 0 ? readRight(frame) : (frame.locals[rightSlot] ?? null);
    const remainder = typeof a === "number" && typeof b === "number" ? a % b : NaN;
    // A zero divisor gives NaN and is refused like everything that is not finite.
    if (Number.isFinite(remainder)) return remainder;
    return applyAt(site, operations.MOD, a, b, frame.run.context.limits);
  };
}
