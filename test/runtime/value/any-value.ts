import fc from "fast-check";
import { objectFrom } from "../../../src/runtime/value/member.ts";
import type { Value } from "../../../src/runtime/value/value.ts";

const NAMES = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "a"));

/** Any value that JSON can hold, with the names and texts that go wrong more often than others. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer({ min: -20, max: 20 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "0", "1", " 1 ", "1e3", "true", "null", "[]", "{}"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(NAMES, tie("value")), { maxLength: 4 }).map(objectFrom),
  ),
})).value;
