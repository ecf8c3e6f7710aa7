import type { Host, Place } from "../../host/host.ts";
import type { WhatsAppMessage } from "../../host/message.ts";
import type { WhatsAppContent } from "../../host/whatsapp/content.ts";
import { reasonToSkip } from "../reason-to-skip.ts";

/** Clauses that every WhatsApp message may have. */
export const ADDRESSING = "IN REPLY TO <replyTo?:text> | USING <from?:text>";

/** To whom a message goes, what it answers, and which number sends it. */
export interface Addressing {
  readonly to: string;
  readonly replyTo?: string | undefined;
  readonly from?: string | undefined;
}

/** Makes a message; clauses that are empty count as left out. */
export function messageOf(
  { to, replyTo = "", from = "" }: Addressing,
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
  };
}

/** Sends a message; one without a recipient, or a text that is empty, is recorded as skipped instead. */
export function sendOrSkip(message: WhatsAppMessage, sender: Host["whatsapp"], place: Place): void {
  const needed = message.content === undefined ? message.text : "not needed";
  const reason = reasonToSkip(message.to, needed);
  if (reason === undefined) sender.send(message, place);
  else sender.skip(message, reason, place);
}
