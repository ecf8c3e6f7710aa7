/** Why a number is not taken, and what to write in its place. */
export interface RefusedNumber {
  /** The number, and what is wrong with it. */
  readonly found: string;
  /** Stands behind "write" and "expected". */
  readonly expected: string;
}

/** Says how a number is written that was written as it is dialled: behind 0, or behind 00 for other countries. */
export function refusedAsDialled(written: string, prefix: "0" | "00"): RefusedNumber {
  const found = `${JSON.stringify(written.trim())}, as no country code begins with 0`;
  if (prefix === "0") {
    return { found, expected: "the number with + and its country code in place of the 0" };
  }
  const proposed = `+${written.replace(/\D/g, "").replace(/^0+/, "")}`;
  return { found, expected: `${JSON.stringify(proposed)}, with + in place of 00` };
}
