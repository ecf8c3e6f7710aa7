import { phoneCheckMessages } from "../../diagnostics/codes/phone-calls.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { readNumber } from "../../host/twilio/recipient.ts";

/**
 * Warns of a number in a script that gets a `+` on its way: who wrote it as it is dialled at home would
 * reach somebody in another country.
 * @param written as the script has it, without what names a channel
 * @returns undefined for a number with `+`, a short one, and what is no number
 */
export function guessedNumber(written: string): Message | undefined {
  const number = readNumber(written);
  const isGuessed = number?.startsWith("+") === true && !written.includes("+");
  return isGuessed ? phoneCheckMessages.guessedNumber(written.trim(), number) : undefined;
}
