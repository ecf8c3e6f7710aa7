import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { addressRecipientProblem, addressRequestProblem } from "./check-address.ts";
import { cardsProblem } from "./check-carousel.ts";
import { buttonsProblem, productsProblem, sectionsProblem } from "./check-choices.ts";
import { headerProblem, mediaProblem, voiceProblem } from "./check-media.ts";
import { templateHeaderProblem, valuesProblem } from "./check-template.ts";
import { firstOf, missing, type Problem, tooLong, wrongLink } from "./check-text.ts";
import type { Frame, MediaContent, TemplateContent, WhatsAppContent } from "./content.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import { charactersBeyond } from "./characters.ts";
import type { WhatsAppMessage } from "./message.ts";
import { isContentSid } from "./twilio.ts";

/** One that Unicode recommends; people also write them without the sign that asks for colours. */
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\p{Emoji_Modifier}?)$/v;

/** Says why WhatsApp cannot take a message, apart from its recipient; undefined where it can. */
export function problemOf({ to, text, content, from }: WhatsAppMessage): Problem {
  const own = content === undefined ? textProblem(text) : contentProblem(content, text);
  if (own === undefined && content?.kind === "address request") return addressRecipientProblem(to);
  return own ?? (from === undefined ? undefined : sendingNumberProblem(from));
}

/** Says whether a number of Meta's can be known by an id. */
export function sendingNumberProblem(id: string): Problem {
  return /^\d+$/.test(id) ? undefined : whatsAppMessages.wrongSendingNumber(id);
}

/** Says what is wrong with a message that is nothing but text. */
export function textProblem(text: string): Problem {
  if (text.trim() === "") return channelMessages.emptyText("WhatsApp");
  const length = charactersBeyond(text, LIMITS.text);
  return length === undefined
    ? undefined
    : channelMessages.tooLong("WhatsApp", length, LIMITS.text);
}

function contentProblem(content: WhatsAppContent, text: string): Problem {
  switch (content.kind) {
    case "location":
      return placeProblem(content.latitude, content.longitude);
    case "contacts":
      return contactsProblem(content.contacts.length);
    case "reaction":
      return firstOf([emojiProblem(content.emoji), messageIdProblem(content.messageId)]);
    case "read":
      return messageIdProblem(content.messageId);
    case "template":
      return templateProblem(content);
    case "location request":
    case "contact request":
    case "call request":
      return bodyProblem(content.kind, text);
    case "carousel":
      return firstOf([bodyProblem(content.kind, text), cardsProblem(content.cards)]);
    case "address request":
      return firstOf([bodyProblem(content.kind, text), addressRequestProblem(content)]);
    case "buttons":
    case "list":
    case "link":
    case "flow":
    case "product":
    case "products":
    case "catalog":
      return firstOf([
        bodyProblem(content.kind, text),
        frameProblem(content),
        interactiveProblem(content),
      ]);
    default:
      return sentFileProblem(content, text);
  }
}

type InteractiveContent = Extract<
  WhatsAppContent,
  {
    kind: "buttons" | "list" | "link" | "flow" | "product" | "products" | "catalog";
  }
>;

function interactiveProblem(content: InteractiveContent): Problem {
  switch (content.kind) {
    case "buttons":
      return buttonsProblem(content.buttons);
    case "list":
      return firstOf([buttonProblem(content.button), sectionsProblem(content.sections)]);
    case "link":
      return firstOf([buttonProblem(content.button), wrongLink("the URL", content.url)]);
    case "flow":
      return firstOf([buttonProblem(content.button), flowProblem(content.flow)]);
    case "product":
      return firstOf([productIdProblem(content.product), catalogIdProblem(content.catalog)]);
    case "products":
      return firstOf([
        missing("a header", headerText(content), 'HEADER "Our teas"'),
        catalogIdProblem(content.catalog),
        productsProblem(content.sections),
      ]);
    case "catalog":
      return productIdProblem(content.product);
  }
}

/** Says whether a product is named. */
export function productIdProblem(id: string): Problem {
  return missing("the id of a product", id, 'PRODUCT "SKU-1"');
}

/** Says whether a catalog is named. */
export function catalogIdProblem(id: string): Problem {
  return missing("the id of the catalog", id, 'CATALOG "123"');
}

/** Says whether a flow is named. */
export function flowProblem(flow: string): Problem {
  return missing("the id or the name of the flow", flow, 'ID "123"');
}

function headerText({ header }: Frame): string {
  return header?.kind === "text" ? header.text : "";
}

/** A product alone needs no text; of all others it is what the phone shows first. */
function bodyProblem(kind: WhatsAppContent["kind"], text: string): Problem {
  const limit = kind === "list" ? LIMITS.listBody : LIMITS.body;
  return firstOf([
    kind === "product" ? undefined : missing("a text", text, "one behind the first words"),
    tooLong("the text", text, limit),
  ]);
}

function frameProblem({ header, footer }: Frame): Problem {
  return firstOf([headerProblem(header), tooLong("the footer", footer, LIMITS.footer)]);
}

/** Says what is wrong with what stands on the button of a list, a link or a flow. */
export function buttonProblem(title: string): Problem {
  return firstOf([
    missing("a title on the button", title, 'BUTTON "Open"'),
    tooLong("the title of the button", title, LIMITS.buttonTitle),
  ]);
}

/** Says whether a reaction is one emoji; an empty one takes it back. */
export function emojiProblem(written: string): Problem {
  return written === "" || EMOJI.test(written) ? undefined : whatsAppMessages.wrongEmoji(written);
}

/** Says whether a message is named. */
export function messageIdProblem(id: string): Problem {
  return missing("the id of the message", id, "the id that came with it");
}

/** Says whether there is such a place on earth. */
export function placeProblem(latitude: number, longitude: number): Problem {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? undefined : whatsAppMessages.wrongPlace(latitude, longitude);
}

/** Says whether a message can bring so many contacts. */
export function contactsProblem(count: number): Problem {
  if (count === 0) return whatsAppMessages.partMissing("a contact", 'CONTACT "Ana Silva"');
  if (count <= LIMITS.contacts) return undefined;
  return whatsAppMessages.tooManyParts("contacts", count, LIMITS.contacts, "send them in parts");
}

function sentFileProblem({ kind, source, voice }: MediaContent, text: string): Problem {
  return firstOf([
    mediaProblem(kind, source),
    voice === true ? voiceProblem(source) : undefined,
    tooLong("the caption", text, LIMITS.caption),
  ]);
}

/** Says whether a template can be called so: small letters, digits and _, up to 512, or a SID of Twilio. */
export function templateNameProblem(name: string): Problem {
  const isName = /^[a-z0-9_]{1,512}$/.test(name) || isContentSid(name);
  return isName ? undefined : whatsAppMessages.wrongTemplateName(name);
}

/** Says whether templates can have such a language. */
export function languageProblem(language: string): Problem {
  const isCode = /^[a-z]{2,3}(?:_[A-Z]{2,4})?$/.test(language);
  return isCode ? undefined : whatsAppMessages.wrongLanguage(language);
}

function templateProblem({ name, language, header, values = [] }: TemplateContent): Problem {
  return firstOf([
    templateNameProblem(name),
    language === undefined ? undefined : languageProblem(language),
    templateHeaderProblem(header),
    valuesProblem(values, isContentSid(name)),
  ]);
}
