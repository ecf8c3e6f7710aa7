import { phoneCallMessages } from "../../diagnostics/codes/phone-calls.ts";
import { TWILIO_LIMITS } from "../../facts/twilio-limits.ts";
import type { SlotCheck } from "../../host/written-statement.ts";
import { BasicError } from "../../runtime/error.ts";
import { toNumber } from "../../runtime/value/number.ts";
import { toText } from "../../runtime/value/text.ts";

/** How long a message is worth sending, for the patterns of statements. */
export const VALIDITY =
  "VALID FOR <valid?:number> <unit?:word(SECOND|SECONDS|MINUTE|MINUTES|HOUR|HOURS)>";

const SECONDS: ReadonlyMap<string, number> = new Map([
  ["SECOND", 1],
  ["MINUTE", 60],
  ["HOUR", 3600],
]);

/**
 * Reads for how many seconds a message is worth sending; nothing stays nothing.
 * @param unit the word behind the amount
 * @throws BasicError GB4687 for what is no time for which Twilio can keep a message
 */
export function validityOf(amount: number | undefined, unit = "SECONDS"): { validFor?: number } {
  if (amount === undefined) return {};
  const seconds = amount * (SECONDS.get(unit.replace(/S$/, "")) ?? 1);
  const { least, most } = TWILIO_LIMITS.validity;
  if (Number.isInteger(seconds) && seconds >= least && seconds <= most) {
    return { validFor: seconds };
  }
  const found = `${String(amount)} ${unit}`;
  const expected = "whole seconds, and 10 hours at most";
  throw new BasicError(phoneCallMessages.wrongValue("VALID FOR", found, expected));
}

/** Checks the amount of `VALID FOR 10 MINUTES` by its unit. */
export const validityCheck: SlotCheck = (value, { known }) => {
  validityOf(toNumber(value), toText(known("unit") ?? "SECONDS"));
  return undefined;
};
