import type { WhatsAppContent } from "../../../host/whatsapp/content.ts";
import type { WhatsAppMessage } from "../../../host/whatsapp/message.ts";
import { recipientOf } from "../recipient.ts";
import { buttonsBody } from "./buttons.ts";
import { carouselBody } from "./carousel.ts";
import { flowBody } from "./flow.ts";
import type { JsonObject } from "./json.ts";
import { linkBody } from "./link.ts";
import { listBody } from "./list.ts";
import { locationBody } from "./location.ts";
import { mediaBody } from "./media.ts";
import { catalogBody, productBody, productsBody } from "./product.ts";
import { contactsBody, reactionBody } from "./reaction.ts";
import { templateBody } from "./template.ts";
import { addressRequestBody, requestBody } from "./request.ts";
import { textBody } from "./text.ts";

/** What a request says beside the message itself. */
export interface BodyOptions {
  /** Comes back in the status webhooks of the message; up to 512 characters. */
  readonly key: string;
  /** Of templates that name none. */
  readonly language: string;
}

/**
 * Writes the body of a request to `/messages`. Files of this machine must have been uploaded.
 * @throws ChannelError permanent, GB4004, for a recipient that WhatsApp cannot send to
 */
export function messageBody(message: WhatsAppMessage, options: BodyOptions): JsonObject {
  const { content, replyTo } = message;
  if (content?.kind === "read") {
    const { messageId, typing } = content;
    const indicator = typing ? { typing_indicator: { type: "text" } } : {};
    return {
      messaging_product: "whatsapp",
      status: "read",
      message_id: messageId,
      ...indicator,
    };
  }
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipientOf(message),
    ...(replyTo === undefined ? {} : { context: { message_id: replyTo } }),
    ...(content === undefined ? textBody(message) : contentBody(content, message.text, options)),
    biz_opaque_callback_data: options.key,
  };
}

function contentBody(
  content: Exclude<WhatsAppContent, { kind: "read" }>,
  text: string,
  { language }: BodyOptions,
): JsonObject {
  switch (content.kind) {
    case "location":
      return locationBody(content);
    case "contacts":
      return contactsBody(content);
    case "reaction":
      return reactionBody(content);
    case "template":
      return templateBody(content, language);
    case "buttons":
      return buttonsBody(content, text);
    case "list":
      return listBody(content, text);
    case "link":
      return linkBody(content, text);
    case "carousel":
      return carouselBody(content, text);
    case "address request":
      return addressRequestBody(content, text);
    case "location request":
    case "contact request":
    case "call request":
      return requestBody(content, text);
    case "flow":
      return flowBody(content, text);
    case "product":
      return productBody(content, text);
    case "products":
      return productsBody(content, text);
    case "catalog":
      return catalogBody(content, text);
    default:
      return mediaBody(content, text);
  }
}
