import type { Span } from "../source/span.ts";
import type { Expression } from "./ast.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The units of a delay, each with its milliseconds; a single one is `MINUTE` as well as `MINUTES`. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ["SECOND", SECOND],
  ["MINUTE", MINUTE],
  ["HOUR", HOUR],
  ["DAY", 24 * HOUR],
]);

/** The words of the units, as a message names them. */
export const UNIT_WORDS: readonly string[] = [...UNITS.keys()].map((unit) => `${unit}S`);

/** How long to wait: `AFTER 10 MINUTES`. */
export interface Delay extends Span {
  readonly amount: Expression;
  /** Upper case, in the plural. */
  readonly unit: string;
}

/** Gives the unit that a word is, in the plural. @param word upper case */
export function unitOf(word: string): string | undefined {
  const unit = word.replace(/S$/, "");
  return UNITS.has(unit) ? `${unit}S` : undefined;
}

/** Gives the milliseconds of one of a unit that `unitOf` gave. */
export function unitMs(unit: string): number {
  return UNITS.get(unit.replace(/S$/, "")) ?? 0;
}
