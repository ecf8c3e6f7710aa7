import { error } from "../message.ts";

const CARD =
  '{ "image": "https://example.com/tea.jpg", "text": "Tea", "button": "Buy", "url": "https://example.com/tea" }';

/** GB4765 to GB4771: the cards of a carousel. */
export const carouselMessages = {
  wrongCards: (found: string) =>
    error(
      "GB4765",
      `CARDS takes a list of objects, found ${found}`,
      `write a list of 2 to 10 cards such as ${CARD}`,
    ),
  cardFile: (position: number, hasBoth: boolean) =>
    error(
      "GB4766",
      `card ${String(position)} has ${hasBoth ? "an image and a video" : "no image and no video"}`,
      'give each card the address of one of both: "image": "https://example.com/tea.jpg"',
    ),
  cardAddress: (position: number, kind: string, written: string) =>
    error(
      "GB4767",
      `the ${kind} of card ${String(position)} is ${JSON.stringify(written)}, and WhatsApp fetches those of cards from the web alone`,
      "write an address that everybody can read, which begins with https://",
    ),
  cardAction: (position: number, hasBoth: boolean) =>
    error(
      "GB4768",
      `card ${String(position)} has ${hasBoth ? "a page and buttons" : "nothing to press"}`,
      'give each card "button" and "url", or "buttons"',
    ),
  unequalCards: (position: number) =>
    error(
      "GB4769",
      `card ${String(position)} has other buttons than the first: all cards have as many, of the same kind`,
      'give every card "button" and "url", or each the same number of "buttons"',
    ),
  tooFewCards: (count: number) =>
    error(
      "GB4770",
      `a carousel has at least 2 cards, and there ${count === 1 ? "is 1" : `are ${String(count)}`}`,
      "send one card as a picture with buttons: WITH BUTTONS text IMAGE address ITEMS titles",
    ),
  cardLines: (position: number, breaks: number, most: number) =>
    error(
      "GB4771",
      `the text of card ${String(position)} has ${String(breaks)} line breaks, WhatsApp takes at most ${String(most)}`,
      "write it in fewer lines",
    ),
} as const;
