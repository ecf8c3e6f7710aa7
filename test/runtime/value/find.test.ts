import fc from "fast-check";
import { expect, test } from "vitest";
import { findAllTexts, findLastText, findText } from "../../../src/runtime/value/find.ts";

/** A text so long that a search takes the slow but sure way. */
const LONG = 200_000;

test("finds what the engine finds, in short texts and in long ones", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 30 });
  const parts = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(letters, parts, fc.nat(30), (text, part, from) => {
      const suffix = "c".repeat(LONG);
      const long = text + suffix;
      const wanted = part + "c".repeat(120);
      for (const [within, what] of [
        [text, part],
        [long, wanted],
      ] as const) {
        expect(findText(within, what, from)).toBe(within.indexOf(what, from));
        expect(findLastText(within, what, from)).toBe(within.lastIndexOf(what, from));
        const all = within
          .split(what)
          .slice(0, -1)
          .map((before) => before.length);
        expect([...findAllTexts(within, what)]).toHaveLength(all.length);
        expect([...findAllTexts(within, what)][0]).toBe(all[0]);
      }
    }),
    { numRuns: 50 },
  );
});

test("texts made to slow the search down take time that grows with their length only", () => {
  const text = "a".repeat(4_000_000);
  const part = `${"a".repeat(1000)}b${"a".repeat(1000)}`;
  const started = performance.now();
  expect(findText(text, part)).toBe(-1);
  expect(findLastText(text, part, text.length)).toBe(-1);
  expect([...findAllTexts(text, part)]).toEqual([]);
  expect(performance.now() - started).toBeLessThan(10_000);
});
