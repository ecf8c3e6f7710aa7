import { carouselMessages } from "../../diagnostics/codes/carousel.ts";
import type { Card } from "../../host/whatsapp/content.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { getMember } from "../../runtime/value/member.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value, ValueObject } from "../../runtime/value/value.ts";
import { readButtons } from "./choices.ts";
import { checkKeys, textMember } from "./read-value.ts";

const KEYS = ["image", "video", "text", "button", "url", "buttons"];

/**
 * Reads the cards of a carousel: a list of objects.
 * @throws BasicError GB4765 for anything else, GB4766 for a card without a file, GB4730 for an unknown key, and
 *   what `readButtons` raises
 */
export function readCards(value: Value): readonly Card[] {
  if (!Array.isArray(value)) throw new BasicError(carouselMessages.wrongCards(describe(value)));
  return value.map((one, index) => {
    if (!isObject(one)) throw new BasicError(carouselMessages.wrongCards(describe(one)));
    return readCard(one, index + 1);
  });
}

/** @param position of the card, from 1 */
function readCard(object: ValueObject, position: number): Card {
  checkKeys("CARDS", object, KEYS);
  const image = textMember(object, "image");
  const video = textMember(object, "video");
  const link = image ?? video;
  if (link === undefined || (image !== undefined && video !== undefined)) {
    throw new BasicError(carouselMessages.cardFile(position, link !== undefined));
  }
  const text = textMember(object, "text");
  return {
    file: { kind: image === undefined ? "video" : "image", link },
    ...(text === undefined ? {} : { text }),
    ...actionOf(object),
  };
}

function actionOf(object: ValueObject): Pick<Card, "page" | "buttons"> {
  const button = textMember(object, "button");
  const url = textMember(object, "url");
  const buttons = getMember(object, "buttons");
  return {
    ...(button === undefined && url === undefined
      ? {}
      : { page: { button: button ?? "", url: url ?? "" } }),
    ...(buttons === null ? {} : { buttons: readButtons(buttons) }),
  };
}
