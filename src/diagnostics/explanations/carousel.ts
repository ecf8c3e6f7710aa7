import type { carouselMessages } from "../codes/carousel.ts";
import type { ExplanationsOf } from "../explanation.ts";

const SEND = 'SEND WHATSAPP TO "5511999999999" WITH CAROUSEL "New:" CARDS';
const TEA =
  '{ "image": "https://example.com/tea.jpg", "button": "Buy", "url": "https://example.com/tea" }';
const MATE =
  '{ "image": "https://example.com/mate.jpg", "button": "Buy", "url": "https://example.com/mate" }';

/** Explains the codes of `../codes/carousel.ts`. */
export const carouselExplanations = {
  GB4765: {
    title: "Cards that are no list of objects",
    means: "A carousel is a list of cards, and each card an object with what it shows.",
    example: { kind: "run", script: `${SEND} "Tea, Mate"`, mended: `${SEND} [${TEA}, ${MATE}]` },
    mend: "Write a list of 2 to 10 objects.",
  },
  GB4766: {
    title: "A card without a picture, or with two",
    means: "Every card of a carousel shows a picture or a film above its text: one of both.",
    example: {
      kind: "run",
      script: `${SEND} [${TEA}, { "text": "Mate", "button": "Buy", "url": "https://example.com/mate" }]`,
      mended: `${SEND} [${TEA}, ${MATE}]`,
    },
    mend: "Give each card the address of an image or of a video.",
  },
  GB4767: {
    title: "A picture of a card that is not on the web",
    means:
      "WhatsApp fetches the pictures and films of cards from the web. A file of yours, or one that is known by an id, it does not take there.",
    example: {
      kind: "run",
      script: `${SEND} [${TEA}, { "image": "mate.jpg", "button": "Buy", "url": "https://example.com/mate" }]`,
      mended: `${SEND} [${TEA}, ${MATE}]`,
    },
    mend: "Put the file where everybody can read it, and write its address.",
  },
  GB4768: {
    title: "A card with nothing to press, or with too much",
    means:
      "Each card has one button that opens a page, `button` and `url`, or up to three buttons that answer, `buttons`. It has one of both.",
    example: {
      kind: "run",
      script: `${SEND} [${TEA}, { "image": "https://example.com/mate.jpg" }]`,
      mended: `${SEND} [${TEA}, ${MATE}]`,
    },
    mend: "Write `button` and `url`, or `buttons`.",
  },
  GB4769: {
    title: "Cards with different buttons",
    means:
      "All cards of a carousel have as many buttons, and of the same kind: every card opens a page, or every card has the same number of buttons that answer.",
    example: {
      kind: "run",
      script: `${SEND} [${TEA}, { "image": "https://example.com/mate.jpg", "buttons": ["More"] }]`,
      mended: `${SEND} [${TEA}, ${MATE}]`,
    },
    mend: "Give all cards the same buttons, or send what differs in a message of its own.",
  },
  GB4770: {
    title: "A carousel of one card",
    means: "A carousel has 2 to 10 cards.",
    example: { kind: "run", script: `${SEND} [${TEA}]`, mended: `${SEND} [${TEA}, ${MATE}]` },
    mend: "Send a single card as a picture with buttons.",
  },
  GB4771: {
    title: "Too many lines on a card",
    means: "The text of a card has up to 160 characters and two line breaks.",
    example: {
      kind: "situation",
      text: "A script makes the text of each card of four lines of a table.",
    },
    mend: "Put it into fewer lines.",
  },
} satisfies ExplanationsOf<typeof carouselMessages>;
