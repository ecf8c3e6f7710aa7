import type { MailMessage, OutboundMessage, WhatsAppMessage } from "../host/message.ts";
import type { Header, WhatsAppContent } from "../host/whatsapp/content.ts";
import type { MediaSource } from "../host/whatsapp/media.ts";
import { kindOf } from "../host/whatsapp/message.ts";
import type { Value, ValueObject } from "../runtime/value/value.ts";
import type { SentMessage } from "./recorded-channels.ts";
import { textOf } from "./sent-texts.ts";

/** What a message says, by name; what it does not say is undefined. */
type Members = Readonly<Record<string, unknown>>;

/** Gives a message with all that the script said of it, as an object for tests; what it did not say is left out. */
export function membersOf({ id, message }: SentMessage): ValueObject {
  const to = message.channel === "mail" ? [...message.to] : message.to;
  return {
    ...{ channel: message.channel, to, text: textOf(message), id },
    ...objectOf(ownMembers(message)),
  };
}

function ownMembers(message: OutboundMessage): Members {
  switch (message.channel) {
    case "mail":
      return mailMembers(message);
    case "whatsapp":
      return whatsAppMembers(message);
    case "sms":
      return { media: message.media, from: message.from, validFor: message.validFor };
    case "call": {
      const { language, voice, url, ring, detect, from } = message;
      return { language, voice, url, ring, detect, from };
    }
  }
}

function mailMembers({ subject, cc, bcc, html, attachments, account }: MailMessage) {
  const files = attachments.map(({ name, contentType, content }) => ({
    ...{ name, type: contentType, size: content.byteLength },
  }));
  return { subject, cc, bcc, html, attachments: files, account };
}

function whatsAppMembers(message: WhatsAppMessage): Members {
  const { content, preview, replyTo, from, provider, validFor } = message;
  return {
    ...{ type: kindOf(message), replyTo, from, provider, preview, validFor },
    ...(content === undefined ? {} : contentMembers(content)),
  };
}

/** What stands in an object of its own has names that mean something else in other messages. */
function contentMembers(content: WhatsAppContent): Members {
  const rest = { ...content, kind: undefined };
  switch (content.kind) {
    case "location":
    case "reaction":
    case "read":
      return { [content.kind]: rest };
    case "template": {
      const { name, language, header, values, buttons, components } = content;
      const above = header && headerMembers(header);
      return { template: { name, language, header: above, values, buttons, components } };
    }
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return { ...rest, source: sourceText(content.source) };
    case "list":
      return { ...framed(content), rows: content.sections.flatMap(({ rows }) => rows) };
    case "products":
      return { ...framed(content), products: content.sections.flatMap(({ products }) => products) };
    case "buttons":
    case "link":
    case "flow":
    case "product":
      return framed(content);
    default:
      return rest;
  }
}

function framed(content: { readonly kind: string; readonly header?: Header }) {
  return { ...content, kind: undefined, header: content.header && headerMembers(content.header) };
}

function headerMembers(header: Header): Members {
  if (header.kind === "text") return { type: "text", text: header.text, name: header.name };
  return { type: header.kind, source: sourceText(header.source), filename: header.filename };
}

/** Gives where a file comes from as a script says it: an address, an id, or the name of the file. */
export function sourceText(source: MediaSource): string {
  if ("file" in source) return source.file.name;
  return "id" in source ? source.id : source.link;
}

function objectOf(members: object): ValueObject {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(members);
  return Object.fromEntries(
    entries.flatMap(([name, one]) => (one === undefined ? [] : [[name, valueOf(one)] as const])),
  );
}

/** Messages hold texts, numbers, yes and no, lists and objects of these. */
function valueOf(written: unknown): Value {
  switch (typeof written) {
    case "string":
    case "number":
    case "boolean":
      return written;
    case "object":
      if (written === null) return null;
      return Array.isArray(written) ? written.map(valueOf) : objectOf(written);
    default:
      return null;
  }
}
