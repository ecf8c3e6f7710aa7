import { optionalField, standardField, type EventField } from "./event-field.ts";
import { oneOf, someText, type FieldForm } from "./field-forms.ts";
import type { FieldValues } from "./field-values.ts";
import { type JsonObject, jsonObject } from "./json.ts";

/** The message of the business that an answer refers to where none is named. */
export const ASKED = "wamid.HBgNNTUxMTk5OTk5OTk5ORUCABEYEkFTS0VE";

const REPLY_TO = { name: "reply to", meaning: "id of the message that it replies to" };
const AD = "https://fb.me/ad";
const replyTo = optionalField(REPLY_TO.name, REPLY_TO.meaning, someText);
const answerTo = standardField(REPLY_TO.name, REPLY_TO.meaning, ASKED, someText);
const forwarded = optionalField(
  "forwarded",
  "once, or often where it was forwarded many times",
  oneOf("once", "often"),
);
const product = optionalField("product", "id of the product that it asks about", someText);
const referral = optionalField(
  "referral",
  `address of the ad or post that led here, such as ${AD}`,
  webAddress(),
);
const headline = standardField("headline", "headline of that ad", "Chat with us", someText);
const groupId = optionalField("group id", "id of the group that it was written in", someText);
const identityHash = optionalField(
  "identity hash",
  "hash of the person's identity, where the check of identities is on",
  someText,
);

/** Fields of everything that people write or pick. */
export const writtenFields: readonly EventField[] = [
  replyTo,
  forwarded,
  product,
  referral,
  headline,
  groupId,
  identityHash,
];

/** Fields of an answer to buttons, a list or a form, which names the message that it answers. */
export const answerFields: readonly EventField[] = [answerTo, groupId, identityHash];

/** Fields of what is no writing: reactions, orders, edits. */
export const bareFields: readonly EventField[] = [groupId, identityHash];

/** What may stand around the body of a message, whatever its type. */
export interface Surroundings {
  readonly context?: JsonObject | undefined;
  readonly referral?: JsonObject | undefined;
  readonly group_id?: string | undefined;
  readonly identity?: JsonObject | undefined;
}

/** @param at seconds since 1970-01-01 UTC as Meta writes them */
export function writtenSurroundings(values: FieldValues, at: string): Surroundings {
  return {
    context: writtenContext(values),
    referral: referralOf(values),
    ...bareSurroundings(values, at),
  };
}

/** @param at seconds since 1970-01-01 UTC as Meta writes them */
export function answerSurroundings(values: FieldValues, at: string): Surroundings {
  return { context: { id: values.get(answerTo) }, ...bareSurroundings(values, at) };
}

/** @param at seconds since 1970-01-01 UTC as Meta writes them */
export function bareSurroundings(values: FieldValues, at: string): Surroundings {
  const hash = values.find(identityHash);
  const identity =
    hash === undefined ? undefined : { acknowledged: true, created_timestamp: at, hash };
  return { group_id: values.find(groupId), identity };
}

/** Whose message it was is added where the delivery is made, which knows the business. */
function writtenContext(values: FieldValues): JsonObject | undefined {
  const often = values.find(forwarded);
  const id = values.find(product);
  const context = jsonObject({
    forwarded: often === "once" ? true : undefined,
    frequently_forwarded: often === "often" ? true : undefined,
    id: values.find(replyTo),
    referred_product:
      id === undefined ? undefined : { catalog_id: "354160437058781", product_retailer_id: id },
  });
  return Object.keys(context).length === 0 ? undefined : context;
}

function referralOf(values: FieldValues): JsonObject | undefined {
  const address = values.find(referral);
  if (address === undefined) return undefined;
  return {
    source_url: address,
    source_id: "120212345678901234",
    source_type: "ad",
    headline: values.get(headline),
    body: "Ask us anything",
    media_type: "image",
    image_url: "https://scontent.xx.fbcdn.net/v/ad.jpg",
    thumbnail_url: "https://scontent.xx.fbcdn.net/v/ad-thumbnail.jpg",
    ctwa_clid: "ARAkLkA8rmlFeiCktEJQ",
    welcome_message: { text: "Hello! How can we help?" },
  };
}

function webAddress(): FieldForm<string> {
  return {
    expected: `a web address such as ${AD}`,
    read: (text) => (/^https?:\/\/\S+$/.test(text) ? text : undefined),
  };
}
