import type { OutboundMessage } from "../host/message.ts";
import type { Choice, WhatsAppContent } from "../host/whatsapp/content.ts";
import { kindOf } from "../host/whatsapp/message.ts";
import { show } from "./expectation.ts";

/** What a test expects of a WhatsApp message beside its recipient and its text. */
export interface WantedContent {
  /** `image`, `buttons` … */
  readonly kind: string | undefined;
  /** Title or id of a button. */
  readonly button: string | undefined;
  /** Title or id of a row. */
  readonly row: string | undefined;
  /** Name of the template. */
  readonly template: string | undefined;
}

/** Tells whether a message has the content that a test expects; any message has none at all. */
export function hasContent(message: OutboundMessage, wanted: WantedContent): boolean {
  const { kind, button, row, template } = wanted;
  if (Object.values(wanted).every((one) => one === undefined)) return true;
  if (message.channel !== "whatsapp") return false;
  const { content } = message;
  return (
    (kind === undefined || kindOf(message) === kind.trim().toLowerCase()) &&
    (button === undefined || buttonsOf(content).some((one) => isChoice(one, button))) &&
    (row === undefined || rowsOf(content).some((one) => isChoice(one, row))) &&
    (template === undefined || (content?.kind === "template" && content.name === template))
  );
}

/** Says what is expected, as the end of "no WhatsApp message …". */
export function describeWanted({ kind, button, row, template }: WantedContent): string {
  const parts = [
    kind === undefined ? "" : ` of the type ${kind}`,
    button === undefined ? "" : ` with the button ${show(button)}`,
    row === undefined ? "" : ` with the row ${show(row)}`,
    template === undefined ? "" : ` with the template ${show(template)}`,
  ];
  return parts.join("");
}

function buttonsOf(content: WhatsAppContent | undefined): readonly Choice[] {
  switch (content?.kind) {
    case "buttons":
      return content.buttons;
    case "list":
    case "link":
    case "flow":
      return [{ id: content.button, title: content.button }];
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
