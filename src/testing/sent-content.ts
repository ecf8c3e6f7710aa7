import type { OutboundMessage } from "../host/message.ts";
import type { Choice, WhatsAppContent } from "../host/whatsapp/content.ts";
import { kindOf, type WhatsAppMessage } from "../host/whatsapp/message.ts";
import { show } from "./expectation.ts";
import { fileName } from "./file-name.ts";
import { sameRecipient } from "./phone-number.ts";
import { sourceText } from "./sent-members.ts";

/** What a test expects of a WhatsApp message beside its recipient and its text. */
export interface WantedContent {
  /** `image`, `buttons` … */
  readonly kind?: string | undefined;
  /** Title or id of a button. */
  readonly button?: string | undefined;
  /** Title or id of a row. */
  readonly row?: string | undefined;
  /** Name of the template. */
  readonly template?: string | undefined;
  /** Of the template: `pt_BR`. */
  readonly language?: string | undefined;
  /** The file that it brings or that stands above its text: its name, address or id. */
  readonly file?: string | undefined;
  /** The address that its button opens. */
  readonly url?: string | undefined;
  /** The text above its text. */
  readonly header?: string | undefined;
  readonly footer?: string | undefined;
  /** Id of the message that it answers. */
  readonly replyTo?: string | undefined;
  /** The number or the service that it leaves from. */
  readonly from?: string | undefined;
}

/** Tells whether a message has the content that a test expects; any message has none at all. */
export function hasContent(message: OutboundMessage, wanted: WantedContent): boolean {
  if (Object.values(wanted).every((one) => one === undefined)) return true;
  if (message.channel !== "whatsapp") return false;
  const { kind, replyTo, from } = wanted;
  return (
    (kind === undefined || kindOf(message) === kind.trim().toLowerCase()) &&
    (replyTo === undefined || message.replyTo === replyTo) &&
    (from === undefined || leavesFrom(message, from)) &&
    hasParts(message.content, wanted)
  );
}

function hasParts(content: WhatsAppContent | undefined, wanted: WantedContent): boolean {
  const { button, row, template, language, file, url, header, footer } = wanted;
  const found = content?.kind === "template" ? content : undefined;
  return (
    (button === undefined || buttonsOf(content).some((one) => isChoice(one, button))) &&
    (row === undefined || rowsOf(content).some((one) => isChoice(one, row))) &&
    (template === undefined || found?.name === template) &&
    (language === undefined || found?.language === language) &&
    (file === undefined || filesOf(content).some((one) => [file, fileName(file)].includes(one))) &&
    (url === undefined || pagesOf(content).includes(url)) &&
    (header === undefined || headerText(content) === header) &&
    (footer === undefined || footerOf(content) === footer)
  );
}

function leavesFrom({ from, provider }: WhatsAppMessage, written: string): boolean {
  if (provider !== undefined && provider === written.trim().toLowerCase()) return true;
  return from !== undefined && sameRecipient(from, written);
}

/** Says what is expected, as the end of "no WhatsApp message …". */
export function describeWanted(wanted: WantedContent): string {
  const { kind } = wanted;
  const named = [
    ["button", wanted.button],
    ["row", wanted.row],
    ["template", wanted.template],
    ["language", wanted.language],
    ["file", wanted.file],
    ["address", wanted.url],
    ["header", wanted.header],
    ["footer", wanted.footer],
  ] as const;
  const parts = [
    kind === undefined ? "" : ` of the type ${kind}`,
    ...named.map(([name, one]) => (one === undefined ? "" : ` with the ${name} ${show(one)}`)),
    wanted.replyTo === undefined ? "" : ` in reply to ${wanted.replyTo}`,
    wanted.from === undefined ? "" : ` from ${wanted.from}`,
  ];
  return parts.join("");
}

/** Every name by which a file of a message is known. */
function filesOf(content: WhatsAppContent | undefined): readonly string[] {
  if (content === undefined) return [];
  if (content.kind === "carousel") return content.cards.map(({ file }) => file.link);
  const header = "header" in content ? content.header : undefined;
  const bearer = "source" in content ? content : header;
  if (bearer === undefined || !("source" in bearer)) return [];
  const { source, filename } = bearer;
  return [sourceText(source), ...(filename === undefined ? [] : [filename])];
}

/** The addresses that buttons open. */
function pagesOf(content: WhatsAppContent | undefined): readonly string[] {
  if (content?.kind === "link") return [content.url];
  if (content?.kind !== "carousel") return [];
  return content.cards.flatMap(({ page }) => (page === undefined ? [] : [page.url]));
}

function headerText(content: WhatsAppContent | undefined): string | undefined {
  const header = content !== undefined && "header" in content ? content.header : undefined;
  return header?.kind === "text" ? header.text : undefined;
}

function footerOf(content: WhatsAppContent | undefined): string | undefined {
  return content !== undefined && "footer" in content ? content.footer : undefined;
}

function buttonsOf(content: WhatsAppContent | undefined): readonly Choice[] {
  switch (content?.kind) {
    case "buttons":
      return content.buttons;
    case "list":
    case "link":
    case "flow":
      return [{ id: content.button, title: content.button }];
    case "carousel":
      return content.cards.flatMap(({ page, buttons = [] }) =>
        page === undefined ? buttons : [{ id: page.button, title: page.button }],
      );
    case "template":
      return (content.buttons ?? []).map(({ value }) => ({ id: value, title: value }));
    default:
      return [];
  }
}

function rowsOf(content: WhatsAppContent | undefined): readonly Choice[] {
  switch (content?.kind) {
    case "list":
      return content.sections.flatMap(({ rows }) => rows);
    case "products":
      return content.sections.flatMap(({ products }) => products.map((id) => ({ id, title: id })));
    default:
      return [];
  }
}

function isChoice({ id, title }: Choice, written: string): boolean {
  return id === written || title === written;
}
