import { InvalidArgumentError } from "commander";

/** Reads how many entries are wanted at most. @throws InvalidArgumentError */
export function parseLimit(written: string): number {
  const limit = Number(written);
  if (/^\d{1,9}$/.test(written) && limit > 0) return limit;
  throw new InvalidArgumentError("expected a whole number from 1 on");
}
