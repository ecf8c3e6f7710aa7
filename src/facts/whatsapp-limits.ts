import type { FactSource } from "./fact-source.ts";

const PAGES = "https://developers.facebook.com/documentation/business-messaging/whatsapp";

export const SOURCES: readonly FactSource[] = [
  { address: `${PAGES}/messages/send-messages`, read: "2026-11-26" },
  { address: `${PAGES}/messages/interactive-list-messages`, read: "2026-11-26" },
  { address: `${PAGES}/messages/interactive-reply-buttons-messages`, read: "2026-11-26" },
  { address: `${PAGES}/messages/interactive-media-carousel-messages`, read: "2026-11-27" },
  { address: `${PAGES}/messages/address-messages`, read: "2026-11-27" },
  { address: `${PAGES}/typing-indicators`, read: "2026-11-26" },
  {
    address: "https://github.com/david-lev/pywa/blob/master/pywa/types/callback.py",
    read: "2026-11-21",
  },
  { address: "https://github.com/netflie/whatsapp-cloud-api/issues/201", read: "2026-11-27" },
  {
    address: "https://docs.robomotion.io/reference/packages/whatsapp/send-list-message",
    read: "2026-11-27",
  },
];

/** What the Cloud API takes at most, in characters where it is a text. */
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
  /** In all sections together; none is without a row. */
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  sectionTitle: 24,
  /** In all sections together. */
  products: 30,
  fewestCards: 2,
  cards: 10,
  cardText: 160,
  cardLineBreaks: 2,
  /** The postal code of an address in India. */
  pinCode: 6,
  contacts: 257,
  templateText: 32_768,
  /** Spaces in a row in what fills a template; line ends and tabs are refused too (132018, or 100). */
  templateSpaces: 4,
} as const;

/** The fields of the form for addresses, which WhatsApp has for India alone. */
export const ADDRESS_FIELDS: readonly string[] = [
  ...["name", "phone_number", "in_pin_code", "house_number", "floor_number", "tower_number"],
  ...["building_name", "address", "landmark_area", "city", "state"],
];

/** Hours after somebody wrote within which anything may be sent to them. */
export const WINDOW_HOURS = 24;

/** Milliseconds for which WhatsApp shows that somebody writes, unless an answer comes first. */
export const TYPING_MS = 25_000;

/** Messages a second that a number may send; received ones count too. */
export const WHATSAPP_RATE = 80;

/** Messages to one recipient: a burst, then one in each interval (ms). */
export const WHATSAPP_PAIR_RATE = { burst: 45, interval: 6000 };

/** The language of templates that name none: that of the templates that each new account has. */
export const TEMPLATE_LANGUAGE = "en_US";
