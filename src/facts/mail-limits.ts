import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  { address: "https://support.google.com/mail/answer/6584", read: "2026-11-27" },
];

/** Megabytes that the files of one mail may have together: what the largest providers take. */
export const LARGEST_MAIL = 25;
