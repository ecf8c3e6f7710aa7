import type { Header, TemplateContent, WhatsAppContent } from "../../host/whatsapp/content.ts";
import type { MediaSource } from "../../host/whatsapp/media.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";

/** Writes a message for a person: `to 5511…, buttons Yes | No: Shall we go on?` */
export function describeMessage({ to, text, content, replyTo }: WhatsAppMessage): string {
  if (content?.kind === "read") return describeRead(content.messageId, content.typing);
  const parts = [
    `to ${to}`,
    replyTo === undefined ? "" : `in reply to ${replyTo}`,
    content === undefined ? "" : describeContent(content),
  ];
  const head = parts.filter((part) => part !== "").join(", ");
  return text === "" ? head : `${head}: ${text}`;
}

function describeRead(messageId: string, typing: boolean): string {
  return typing ? `shows ${messageId} as read, and typing` : `shows ${messageId} as read`;
}

function describeContent(content: Exclude<WhatsAppContent, { kind: "read" }>): string {
  const header = "header" in content ? describeHeader(content.header) : "";
  const footer = "footer" in content ? ` (${content.footer})` : "";
  return `${describeOwn(content)}${header}${footer}`;
}

function describeOwn(content: Exclude<WhatsAppContent, { kind: "read" }>): string {
  switch (content.kind) {
    case "location":
      return `location ${String(content.latitude)}, ${String(content.longitude)}`;
    case "contacts":
      return "contacts";
    case "reaction":
      return `reaction to ${content.messageId}`;
    case "template":
      return describeTemplate(content);
    case "buttons":
      return `buttons ${content.buttons.map(({ title }) => title).join(" | ")}`;
    case "list":
      return `list ${content.sections.flatMap(({ rows }) => rows.map(({ title }) => title)).join(" | ")}`;
    case "link":
      return `link ${content.button} to ${content.url}`;
    case "carousel":
      return `carousel ${content.cards.map(({ text, file }) => text ?? file.link).join(" | ")}`;
    case "location request":
    case "contact request":
    case "call request":
    case "address request":
      return content.kind;
    case "flow":
      return `flow ${content.flow}`;
    case "product":
      return `product ${content.product}`;
    case "products":
      return `products ${content.sections.flatMap(({ products }) => products).join(" | ")}`;
    case "catalog":
      return `catalog with ${content.product}`;
    default:
      return `${content.kind} ${content.filename ?? describeSource(content.source)}`;
  }
}

function describeTemplate({ name, language }: TemplateContent): string {
  return language === undefined ? `template ${name}` : `template ${name} (${language})`;
}

function describeHeader(header: Header | undefined): string {
  if (header === undefined) return "";
  return header.kind === "text"
    ? ` under ${header.text}`
    : ` under ${header.kind} ${header.filename ?? describeSource(header.source)}`;
}

function describeSource(source: MediaSource): string {
  if ("file" in source) return source.file.name;
  return "id" in source ? `id ${source.id}` : source.link;
}
