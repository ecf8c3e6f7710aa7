import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  { address: "https://www.itu.int/rec/T-REC-E.164", read: "2026-11-27" },
  { address: "https://www.itu.int/oth/T0202.aspx?parent=T0202", read: "2026-11-27" },
];

/** Digits of a number with its country code at most (E.164). */
export const LONGEST_NUMBER = 15;

/**
 * Tells what a number is dialled with where it has no country code: none begins with 0 (E.164), and 00
 * is dialled before one.
 * @param written as people write it, with or without what names its channel
 */
export function dialPrefixOf(written: string): "0" | "00" | undefined {
  const [prefix] = /^0{1,2}/.exec(written.replace(/\D/g, "")) ?? [];
  if (prefix === undefined) return undefined;
  return prefix === "0" ? "0" : "00";
}

/** Digits of the shortest numbers with their country code: those of Niue and of Tokelau. */
const SHORTEST_NUMBER = 7;

/** Digits of the shortest numbers behind some country codes, that code among them; a few of one length each. */
const SHORTEST_BEHIND: readonly (readonly [countryCode: string, digits: number])[] = [
  ["1", 11],
  ["7", 11],
  ["55", 10],
];

/** Gives how many digits a number with its country code has at least. @param digits the number, from its country code on */
export function fewestDigits(digits: string): number {
  const behind = SHORTEST_BEHIND.find(([countryCode]) => digits.startsWith(countryCode));
  return behind?.[1] ?? SHORTEST_NUMBER;
}
