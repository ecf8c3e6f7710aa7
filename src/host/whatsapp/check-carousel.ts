import { carouselMessages } from "../../diagnostics/codes/carousel.ts";
import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import { buttonsProblem } from "./check-choices.ts";
import { endingProblem, writtenSourceProblem } from "./check-media.ts";
import { firstOf, missing, type Problem, tooLong, wrongLink } from "./check-text.ts";
import type { Card } from "./content.ts";

/** Says what is wrong with the cards of a carousel. */
export function cardsProblem(cards: readonly Card[]): Problem {
  if (cards.length < LIMITS.fewestCards) return carouselMessages.tooFewCards(cards.length);
  if (cards.length > LIMITS.cards) {
    const split = "split them over several messages";
    return whatsAppMessages.tooManyParts("cards", cards.length, LIMITS.cards, split);
  }
  return firstOf([
    ...cards.map((card, index) => cardProblem(card, index + 1)),
    unequalProblem(cards),
  ]);
}

/** Warns of the first card whose address ends as a file of another kind. */
export function cardEndingsProblem(cards: readonly Card[]): Problem {
  return firstOf(
    cards.map(({ file: { kind, link } }, index) =>
      endingProblem(kind, { link }, `the address of card ${String(index + 1)}`),
    ),
  );
}

/** @param position of the card, from 1 */
function cardProblem({ file, text, page, buttons }: Card, position: number): Problem {
  const card = `card ${String(position)}`;
  const hasPage = page !== undefined;
  if (hasPage === (buttons !== undefined)) return carouselMessages.cardAction(position, hasPage);
  return firstOf([
    /^https?:/i.test(file.link)
      ? writtenSourceProblem(file.kind, file.link)
      : carouselMessages.cardAddress(position, file.kind, file.link),
    tooLong(`the text of ${card}`, text, LIMITS.cardText),
    linesProblem(text, position),
    page === undefined
      ? undefined
      : firstOf([
          missing(`a title on the button of ${card}`, page.button, '"button": "Buy now"'),
          tooLong(`the title of the button of ${card}`, page.button, LIMITS.buttonTitle),
          wrongLink(`the url of ${card}`, page.url),
        ]),
    buttons === undefined ? undefined : buttonsProblem(buttons),
  ]);
}

function linesProblem(text = "", position: number): Problem {
  const breaks = text.split("\n").length - 1;
  if (breaks <= LIMITS.cardLineBreaks) return undefined;
  return carouselMessages.cardLines(position, breaks, LIMITS.cardLineBreaks);
}

/** The buttons of all cards are of one kind, and as many. */
function unequalProblem(cards: readonly Card[]): Problem {
  const kinds = cards.map(({ buttons }) => buttons?.length ?? "a page");
  const [first] = kinds;
  const other = kinds.findIndex((kind) => kind !== first);
  return other < 0 ? undefined : carouselMessages.unequalCards(other + 1);
}
