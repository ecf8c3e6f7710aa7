import type { Host, Place } from "../../host/host.ts";
import type { WhatsAppMessage } from "../../host/message.ts";
import type { WhatsAppContent } from "../../host/whatsapp/content.ts";
import { reasonToSkip } from "../reason-to-skip.ts";
import { VALIDITY, validityOf } from "../sms/validity.ts";

/** Clauses that every WhatsApp message may have. */
export const ADDRESSING = "IN REPLY TO <replyTo?:text> | USING <from?:text>";

/** Those of a message that Twilio sends too. */
export const ADDRESSING_FOR_A_TIME = `${ADDRESSING} | ${VALIDITY}` as const;

/** To whom a message goes, what it answers, and which number sends it. */
export interface Addressing {
  readonly to: string;
  readonly replyTo?: string | undefined;
  readonly from?: string | undefined;
  /** How long it is worth sending, in units. */
  readonly valid?: number | undefined;
  readonly unit?: string | undefined;
}

/**
 * Makes a message; clauses that are empty count as left out.
 * @throws BasicError GB4687 for a time for which no message can wait
 */
export function messageOf(
  { to, replyTo = "", from = "", valid, unit }: Addressing,
  text: string,
  content?: WhatsAppContent,
): WhatsAppMessage {
  return {
    channel: "whatsapp",
    to: to.trim(),
    text,
    ...(content === undefined ? {} : { content }),
    ...(replyTo.trim() === "" ? {} : { replyTo: replyTo.trim() }),
    ...(from.trim() === "" ? {} : { from: from.trim() }),
    ...validityOf(valid, unit),
  };
}

/** Sends a message; one without a recipient, or a text that is empty, is recorded as skipped instead. */
export function sendOrSkip(message: WhatsAppMessage, sender: Host["whatsapp"], place: Place): void {
  const needed = message.content === undefined ? message.text : "not needed";
  const reason = reasonToSkip(message.to, needed);
  if (reason === undefined) sender.send(message, place);
  else sender.skip(message, reason, place);
}
