import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { EXPECTED_RECIPIENT, readSmsRecipient } from "../../host/twilio/recipient.ts";
import { toText } from "../../runtime/value/text.ts";
import type { SlotCheck } from "../define.ts";

/** Checks whom an SMS goes to; without a recipient it is skipped when the script runs. */
export const smsRecipientCheck: SlotCheck = (value) => {
  const to = toText(value);
  if (to.trim() === "" || readSmsRecipient(to) !== undefined) return undefined;
  return channelMessages.recipientWithoutAddress("SMS", JSON.stringify(to), EXPECTED_RECIPIENT);
};
