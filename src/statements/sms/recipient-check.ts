import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import {
  EXPECTED_RECIPIENT,
  readSmsRecipient,
  refusedByTwilio,
} from "../../host/twilio/recipient.ts";
import { toText } from "../../runtime/value/text.ts";
import { guessedNumber } from "../calls/guessed-number.ts";
import type { SlotCheck } from "../../host/written-statement.ts";

/** Checks whom an SMS goes to; without a recipient it is skipped when the script runs. */
export const smsRecipientCheck: SlotCheck = (value) => {
  const to = toText(value);
  if (to.trim() === "") return lostPartMessages.sendsNothing("the recipient", EXPECTED_RECIPIENT);
  if (readSmsRecipient(to) !== undefined) return guessedNumber(to);
  const { found, expected } = refusedByTwilio(to);
  return channelMessages.recipientWithoutAddress("SMS", found, expected);
};
