import type { WhatsAppContent } from "./content.ts";
import type { WhatsAppMessage } from "./message.ts";

/** A number of the account at Twilio, or a messaging service; Meta's numbers have ids of digits alone. */
const SENDER = /^(?:whatsapp:)?\+\d{3,15}$|^MG[0-9A-Za-z]{4,}$/;

/** Twilio, "Send templates created with the Content Template Builder", ContentSid. */
const CONTENT_SID = /^HX[0-9a-fA-F]{32}$/;

/** Twilio, "Typing Indicators resource", messageId. */
const MESSAGE_SID = /^(?:SM|MM)[0-9a-fA-F]{32}$/;

/** Tells whether a sender is one of Twilio's, so that what it sends leaves through Twilio. */
export function isTwilioSender(sender: string): boolean {
  return SENDER.test(sender);
}

/** Tells whether a template is one of Twilio's, by its SID. */
export function isContentSid(name: string): boolean {
  return CONTENT_SID.test(name);
}

/** Tells whether a message came through Twilio, by its SID. */
export function isTwilioMessage(id: string): boolean {
  return MESSAGE_SID.test(id);
}

/**
 * Tells whether a message says itself that it leaves through Twilio: by its sender, by its template, or by the
 * message of somebody that it shows as read.
 */
export function isForTwilio({ from = "", content }: WhatsAppMessage): boolean {
  if (isTwilioSender(from)) return true;
  if (content?.kind === "read") return isTwilioMessage(content.messageId);
  return content?.kind === "template" && isContentSid(content.name);
}

/** A kind of message beside texts. */
export type ContentKind = WhatsAppContent["kind"];

/**
 * What Twilio's API for messages takes as it is; all else only as a content template. Source:
 * https://www.twilio.com/docs/whatsapp/message-features, read on 2026-11-26.
 */
const TAKEN: ReadonlySet<ContentKind> = new Set([
  ...(["image", "video", "audio", "document", "sticker", "location", "template"] as const),
]);

/** Tells whether Twilio takes messages of a kind as they are. */
export function isTakenByTwilio(kind: ContentKind): boolean {
  return TAKEN.has(kind);
}

/** Tells whether a recipient of SMS is one of WhatsApp through Twilio: a number behind `whatsapp:`. */
export function isWhatsAppNumber(to: string): boolean {
  return /^\s*whatsapp:/i.test(to);
}
