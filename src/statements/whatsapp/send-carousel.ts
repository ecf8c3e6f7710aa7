import { cardEndingsProblem, cardsProblem } from "../../host/whatsapp/check-carousel.ts";
import { defineStatement } from "../define.ts";
import { readCards } from "./cards.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { bodyCheck, addressingChecks } from "./slot-checks.ts";

/** `SEND WHATSAPP TO number WITH CAROUSEL text CARDS list`. */
export const sendCarousel = defineStatement({
  title: "SEND WHATSAPP WITH CAROUSEL",
  pattern: `SEND WHATSAPP TO <to:text> WITH CAROUSEL <text:text> { CARDS <cards:any> | ${ADDRESSING} }`,
  summary:
    "Sends a text above 2 to 10 cards side by side. CARDS is a list of objects, each with the address of an image or a video, a text, and either button and url of a page or buttons as ITEMS takes them; all cards have as many buttons of the same kind. What is pressed comes as a button.",
  example: `LET CARDS = [{ "image": "https://example.com/tea.jpg", "text": "Tea", "button": "Buy", "url": "https://example.com/tea" }, { "image": "https://example.com/mate.jpg", "text": "Mate", "button": "Buy", "url": "https://example.com/mate" }]
SEND WHATSAPP TO "5511999999999" WITH CAROUSEL "New in our shop:" CARDS CARDS`,
  output: "simulated whatsapp to 5511999999999, carousel Tea | Mate: New in our shop:",
  raises: ["GB4660", "GB4661", "GB4730", "GB4765", "GB4766"],
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    text: bodyCheck,
    cards: (value) => {
      const cards = readCards(value);
      return cardsProblem(cards) ?? cardEndingsProblem(cards);
    },
  },
  run: ({ text, cards, ...addressing }, { host, place }) => {
    const content = { kind: "carousel", cards: readCards(cards) } as const;
    sendOrSkip(messageOf(addressing, text, content), host.whatsapp, place);
  },
});
