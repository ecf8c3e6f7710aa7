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

/** What `type` of a WhatsApp message may be, as EXPECT and SENT MESSAGES name it. */
export const SENT_KINDS: readonly string[] = Object.keys(KINDS);

/** Tells why no WhatsApp message can be of a type; undefined where one can. */
export function wrongKind(written: string): Message | undefined {
  const kind = written.trim().toLowerCase();
  if (SENT_KINDS.includes(kind)) return undefined;
  const proposed = suggest(kind, SENT_KINDS);
  return testLanguageMessages.noSuchType(written, kind === "read", proposed, SENT_KINDS);
}
