/**
 * What the Cloud API takes at most, in characters where it is a text. Sources: Meta's pages on each
 * kind of message below
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/, and pywa's
 * `types/callback.py` and `client.py`; read on 2026-11-26.
 */
export const LIMITS = {
  text: 4096,
  caption: 1024,
  /** The text of buttons, links, flows, products and requests of a place. */
  body: 1024,
  /** The text of a list, which may be longer. */
  listBody: 4096,
  header: 60,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  sections: 10,
  /** In all sections together. */
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  sectionTitle: 24,
  /** In all sections together. */
  products: 30,
  contacts: 257,
  templateText: 32_768,
} as const;

/** Counts characters as people do, so that an emoji is not two. */
export function charactersOf(text: string): number {
  return Array.from(text).length;
}
