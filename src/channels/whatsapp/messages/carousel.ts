import type { Card, CarouselContent } from "../../../host/whatsapp/content.ts";
import { interactiveBody } from "./frame.ts";
import { type JsonObject, present } from "./json.ts";

/** Source: Meta, "Interactive media carousel messages" (…/messages/interactive-media-carousel-messages). */
export function carouselBody({ cards }: CarouselContent, text: string) {
  const action = { cards: cards.map(cardBody) };
  return interactiveBody(text, {}, { type: "carousel", action });
}

/** The type is the same whatever there is to press. */
function cardBody({ file, text, page, buttons = [] }: Card, index: number): JsonObject {
  return present({
    card_index: index,
    type: "cta_url",
    header: { type: file.kind, [file.kind]: { link: file.link } },
    body: text === undefined ? undefined : { text },
    action:
      page === undefined
        ? {
            buttons: buttons.map(({ id, title }) => ({
              type: "quick_reply",
              quick_reply: { id, title },
            })),
          }
        : { name: "cta_url", parameters: { display_text: page.button, url: page.url } },
  });
}
