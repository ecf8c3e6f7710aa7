import { whatsAppObject } from "../../functions/messages/whatsapp-object.ts";
import type { KnownObject, ObjectMember } from "../../host/known-object.ts";
import { getMember } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction, type RunnableEntry } from "../define.ts";
import { sampleDelivery, sampleMessage } from "../events/sample-delivery.ts";

/** A part of what WhatsApp delivers that has a phrase of its own. */
interface DeliveredPart {
  /** Behind GET WHATSAPP: `SENDER NUMBER`. */
  readonly words: string;
  /** Where it stands in the object WHATSAPP. */
  readonly path: readonly string[];
  /** As the end of "Gives …". */
  readonly gives: string;
  readonly returns: string;
  /** The message of the example, or the status of one, as JSON members. */
  readonly sample: string;
  readonly output: string;
}

const TEXT = `"type":"text","text":{"body":"hello"}`;
const FROM = `"from":"5511999999999"`;
const CONTACT = `"contacts":[{"profile":{"name":"Ana"},"user_id":"BR.15"}],`;

/** Parts of a message that somebody sent. */
const MESSAGE_PARTS: readonly DeliveredPart[] = [
  {
    words: "SENDER NUMBER",
    path: ["sender", "address"],
    gives:
      "the number of who wrote, or the user id of somebody who hides it: what an answer goes to",
    returns: "text",
    sample: `${FROM},${TEXT}`,
    output: "5511999999999",
  },
  {
    words: "SENDER NAME",
    path: ["sender", "name"],
    gives: "the name that who wrote has in WhatsApp",
    returns: "text, or null where there is none",
    sample: TEXT,
    output: "Ana",
  },
  {
    words: "SENDER ID",
    path: ["sender", "id"],
    gives: "the user id of who wrote, which stays when the number is hidden",
    returns: "text, or null where WhatsApp tells none",
    sample: TEXT,
    output: "BR.15",
  },
  {
    words: "MESSAGE BODY",
    path: ["text"],
    gives: "what can be read of the message: its text, a caption, the title of a button or a row",
    returns: 'text, "" where there is nothing to read',
    sample: TEXT,
    output: "hello",
  },
  {
    words: "MESSAGE ID",
    path: ["id"],
    gives: "the id of the message, which IN REPLY TO, WITH REACTION and MARK WHATSAPP READ take",
    returns: "text",
    sample: `"id":"wamid.1",${TEXT}`,
    output: "wamid.1",
  },
  {
    words: "MESSAGE TYPE",
    path: ["type"],
    gives:
      "what the message is: text, image, video, audio, document, sticker, location, contacts, button, list, flow, reaction, order, system, edit, revoke, unsupported, or what WhatsApp calls a newer kind",
    returns: "text",
    sample: TEXT,
    output: "text",
  },
  {
    words: "MESSAGE TIMESTAMP",
    path: ["timestamp"],
    gives: "when the message was sent",
    returns: "a date",
    sample: `"timestamp":"1767268800",${TEXT}`,
    output: "2026-01-01T12:00:00Z",
  },
  {
    words: "BUTTON ID",
    path: ["button", "id"],
    gives: "the id of the button that was pressed",
    returns: "text, or null where none was",
    sample: `"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"yes","title":"Yes"}}`,
    output: "yes",
  },
  {
    words: "LIST ID",
    path: ["list", "id"],
    gives: "the id of the row that was picked",
    returns: "text, or null where none was",
    sample: `"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"tea","title":"Tea"}}`,
    output: "tea",
  },
  {
    words: "LOCATION",
    path: ["location"],
    gives: "the place that was sent",
    returns: "an object with latitude, longitude, name, address and url, or null",
    sample: `"type":"location","location":{"latitude":-23.5,"longitude":-46.6}`,
    output: `{"latitude":-23.5,"longitude":-46.6}`,
  },
  {
    words: "MEDIA",
    path: ["media"],
    gives: "the picture, film, sound, file or sticker that was sent",
    returns:
      "an object with kind, id, type, sha256, caption, filename, url, voice and animated, or null",
    sample: `"type":"sticker","sticker":{"id":"42","mime_type":"image/webp"}`,
    output: `{"kind":"sticker","id":"42","type":"image/webp","sha256":null,"caption":null,"filename":null,"url":null,"voice":null,"animated":null}`,
  },
  {
    words: "REPLY TO",
    path: ["replyTo", "id"],
    gives: "the id of the message that this one answers",
    returns: "text, or null where it answers none",
    sample: `"context":{"id":"wamid.0"},${TEXT}`,
    output: "wamid.0",
  },
  {
    words: "REFERRAL",
    path: ["referral"],
    gives: "the ad or post that led the person here",
    returns: "an object with source_url, source_id, headline, ctwa_clid and more, or null",
    sample: `"referral":{"source_url":"https://fb.me/1"},${TEXT}`,
    output: `{"source_url":"https://fb.me/1"}`,
  },
  {
    words: "CONTACTS",
    path: ["contacts"],
    gives: "the contacts that were sent",
    returns: "a list of objects with name, phones, emails and more, or null",
    sample: `"type":"contacts","contacts":[{"name":{"formatted_name":"Rui"}}]`,
    output: `[{"name":{"formatted_name":"Rui"}}]`,
  },
  {
    words: "ORDER",
    path: ["order"],
    gives: "what was ordered from the catalog",
    returns:
      "an object with catalog, text and items, each with product, quantity, price and currency; or null",
    sample: `"type":"order","order":{"catalog_id":"7","product_items":[{"product_retailer_id":"SKU-1","quantity":2,"item_price":10,"currency":"USD"}]}`,
    output: `{"catalog":"7","text":"","items":[{"product":"SKU-1","quantity":2,"price":10,"currency":"USD"}]}`,
  },
  {
    words: "FLOW",
    path: ["flow", "response"],
    gives: "what was filled in in a form",
    returns: "an object as the form has it, or null",
    sample: `"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{\\"name\\":\\"Ana\\"}"}}`,
    output: `{"name":"Ana"}`,
  },
  {
    words: "NUMBER ID",
    path: ["business", "id"],
    gives: "the phone number id of the number of yours that was written to",
    returns: "text, or null where the delivery does not tell",
    sample: TEXT,
    output: "1158433381968079",
  },
];

/** Parts of what is told of a message that was sent. */
const STATUS_PARTS: readonly DeliveredPart[] = [
  {
    words: "STATUS",
    path: ["status"],
    gives: "what became of a message that was sent: sent, delivered, read, played or failed",
    returns: "text",
    sample: `"id":"wamid.1","status":"read"`,
    output: "read",
  },
  {
    words: "RECIPIENT",
    path: ["recipient", "address"],
    gives: "the number of whom the message was for, or the user id of somebody who hides it",
    returns: "text",
    sample: `"id":"wamid.1","status":"read","recipient_id":"5511999999999"`,
    output: "5511999999999",
  },
  {
    words: "ERROR",
    path: ["error"],
    gives: "why the message did not arrive",
    returns: "an object with code, title and details, or null",
    sample: `"id":"wamid.1","status":"failed","errors":[{"code":131026,"title":"Message undeliverable"}]`,
    output: `{"code":131026,"title":"Message undeliverable","details":null}`,
  },
];

const CONTEXT = `"metadata":{"phone_number_id":"1158433381968079"},${CONTACT}`;

/** `GET WHATSAPP SENDER NUMBER`, `GET WHATSAPP STATUS` and their like: parts of what the handler runs for. */
export const getWhatsAppParts: readonly RunnableEntry[] = [
  ...MESSAGE_PARTS.map((part) =>
    definePart(part, "MESSAGE RECEIVED", sampleMessage(part.sample, CONTEXT)),
  ),
  ...STATUS_PARTS.map((part) =>
    definePart(part, "STATUS", sampleDelivery("messages", `{"statuses":[{${part.sample}}]}`)),
  ),
];

/** @param handler the words behind ON WHATSAPP @param request what follows curl's address */
function definePart(part: DeliveredPart, handler: string, request: string): RunnableEntry {
  const { words, path, gives, returns, output } = part;
  return definePhraseFunction({
    pattern: `GET WHATSAPP ${words}`,
    summary: `Gives ${gives}. In a run that WhatsApp started for something else, or did not start, it is null.`,
    example: `ON WHATSAPP ${handler} DO
  PRINT GET WHATSAPP ${words}
END ON`,
    request,
    output,
    returns,
    ...objectAt(words, path),
    raises: ["GB4668"],
    needs: ["received"],
    run: (_slots, { host }) =>
      path.reduce<Value>((found, name) => getMember(found, name), host.received.whatsapp()),
  });
}

/** What is in the part of WHATSAPP that a phrase gives, where that is an object. */
function objectAt(words: string, path: readonly string[]): { readonly object?: KnownObject } {
  let found: ObjectMember | undefined = whatsAppObject;
  for (const name of path) found = found?.members?.find((member) => member.name === name);
  if (found?.members === undefined) return {};
  const title = `GET WHATSAPP ${words}`;
  return { object: { ...found, members: found.members, name: title, help: title } };
}
