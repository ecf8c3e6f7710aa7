import { expect } from "vitest";
import { said } from "./diagnostics.ts";

/** Code and place of what is said of a script, and a part of the hint. */
type Said = readonly [place: string, hint?: string];
/** A script, and what is said of it. */
export type Habit = readonly [script: string, ...said: readonly Said[]];

/** Expects that all that is said of a script is what should be, in its order. */
export function expectHabit(script: string, expected: readonly Said[]): void {
  const found = said(script);
  const places = found.map((line) => line.split(" ").slice(0, 2).join(" "));
  expect(places).toEqual(expected.map(([place]) => place));
  for (const [at, [, hint]] of expected.entries()) {
    if (hint !== undefined) expect(found[at]).toContain(hint);
  }
}
