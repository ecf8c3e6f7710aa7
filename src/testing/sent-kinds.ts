import { testLanguageMessages } from "../diagnostics/codes/test-language.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { WhatsAppContent } from "../host/whatsapp/content.ts";

/** What WhatsApp messages can be; a mark as read is none. */
const KINDS: Readonly<Record<Exclude<WhatsAppContent["kind"], "read"> | "text", true>> = {
  text: true,
  image: true,
  video: true,
  audio: true,
  document: true,
  sticker: true,
  location: true,
  contacts: true,
  reaction: true,
  template: true,
  buttons: true,
  list: true,
  link: true,
  flow: true,
  product: true,
  products: true,
  catalog: true,
  carousel: true,
  "address request": true,
  "location request": true,
  "contact request": true,
  "call request": true,
};

/** Tells why no WhatsApp message can be of a type; undefined where one can. */
export function wrongKind(written: string): Message | undefined {
  const kind = written.trim().toLowerCase();
  const kinds = Object.keys(KINDS);
  if (kinds.includes(kind)) return undefined;
  return testLanguageMessages.noSuchType(written, kind === "read", suggest(kind, kinds), kinds);
}
