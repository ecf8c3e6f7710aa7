import type { MessageContent } from "../../host/history.ts";
import type { OutboundMessage } from "../../host/message.ts";
import { isReadMark, kindOf } from "../../host/whatsapp/message.ts";
import { isWhatsAppNumber } from "../../host/whatsapp/twilio.ts";
import type { SynchronousRequest } from "../recorded-response.ts";
import type { Send } from "../send.ts";
import type { Work } from "../work.ts";
import { smsContent } from "./sms-content.ts";
import { whatsAppContent } from "./whatsapp-content.ts";

/** What an entry says as a message, with the far side's id of one that was received. */
export interface EntryContent {
  readonly content: MessageContent;
  readonly messageId: string | undefined;
}

/** Reads the message that an entry is about; undefined for a job, and for what is no message. */
export function contentOf(item: Work | Send | SynchronousRequest): EntryContent | undefined {
  if ("message" in item) {
    const content = sentContent(item.message);
    return content && { content, messageId: undefined };
  }
  if ("args" in item) return undefined;
  if ("lane" in item) return whatsAppContent(item.request, item.number);
  return smsContent(item.request);
}

function sentContent(message: OutboundMessage): MessageContent | undefined {
  const { channel } = message;
  const base = { direction: "outbound", channel, type: "text" } as const;
  if (message.channel === "whatsapp") {
    if (isReadMark(message)) return undefined;
    return { ...base, type: kindOf(message), subject: undefined, text: message.text };
  }
  if (message.channel === "sms") {
    const type = message.media === undefined ? "text" : "media";
    const written = isWhatsAppNumber(message.to) ? "whatsapp" : channel;
    return { ...base, channel: written, type, subject: undefined, text: message.text };
  }
  if (message.channel === "call") {
    return { ...base, type: "call", subject: undefined, text: message.text };
  }
  const { subject, text, html } = message;
  const type = text === undefined && html !== undefined ? "html" : "text";
  return { ...base, type, subject, text: text ?? html ?? "" };
}

/**
 * Gives to whom a message goes in whose history it stands: of several the first.
 * @returns undefined for what is no message
 */
export function recipientOf(message: OutboundMessage): string | undefined {
  if (isReadMark(message)) return undefined;
  return message.channel === "mail" ? ((message.left ?? message.to)[0] ?? "") : message.to;
}
