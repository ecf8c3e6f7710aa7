import type { IncomingRequest } from "../host/http.ts";
import type { WhatsAppProvider } from "../host/whatsapp/providers.ts";
import { readConversation, readTime } from "../host/whatsapp/whatsable.ts";
import { hashOf } from "./dedupe-key.ts";
import { isRecord, type JsonRecord, textOf } from "./json-record.ts";
import { readJsonBody } from "./read-json-body.ts";
import { type DeliveryItem, splitEvents } from "./split-events.ts";

/**
 * Splits a delivery of WhatsApp into its items, as its provider writes it.
 * @param isSigned true where the provider vouches for it
 * @returns undefined for any other request
 */
export function splitDelivery(
  request: IncomingRequest,
  provider: WhatsAppProvider,
  isSigned: boolean,
): readonly DeliveryItem[] | undefined {
  const body = provider === "whatsable" ? readJsonBody(request, isSigned) : undefined;
  const envelope = body === undefined ? undefined : envelopeOf(body);
  if (body === undefined || envelope === undefined) return splitEvents(request, isSigned);
  const { value, field, party, identity } = itemOf(envelope);
  const meta = {
    object: "whatsapp_business_account",
    entry: [{ id: "", changes: [{ field, value }] }],
  };
  const rawBody = new TextEncoder().encode(JSON.stringify({ ...body, ...meta }));
  const items = splitEvents({ ...request, rawBody }, isSigned) ?? [];
  return items.map((item) => ({
    ...item,
    identity: identity ?? item.identity,
    party: item.party === "" ? party : item.party,
  }));
}

interface Envelope {
  readonly event: string;
  readonly data: JsonRecord;
}

/** WhatsAble's guide shows an event with its data; its newer pages show the data of a message alone. */
function envelopeOf(body: JsonRecord): Envelope | undefined {
  const { event, data } = body;
  if (typeof event === "string" && isRecord(data)) return { event, data };
  const isBare = event === undefined && "last_messages" in body;
  return isBare ? { event: "incoming_message", data: body } : undefined;
}

/** An event in Meta's shape. */
interface MetaItem {
  /** The change's value. */
  readonly value: JsonRecord;
  readonly field: string;
  /** What keeps events of one conversation, or of one message, in their order. */
  readonly party: string;
  readonly identity: string | undefined;
}

function itemOf({ event, data }: Envelope): MetaItem {
  switch (event) {
    case "incoming_message":
      return messageItem(data);
    case "message_status":
      return statusItem(data);
    default:
      return { value: data, field: event, party: "", identity: undefined };
  }
}

const product = { messaging_product: "whatsapp", metadata: {} };

/** It has no id of its own: who wrote what when tells it from another. */
function messageItem(data: JsonRecord): MetaItem {
  const last = readConversation(data["last_messages"]).findLast(({ fromUser }) => fromUser);
  const written = readTime(data["user_timestamp"]);
  const at = written ?? last?.at;
  const user = textOf(data["user_id"]) || textOf(data["phone_number"]);
  const times = [written, last?.at].filter((time) => time !== undefined);
  const text = textOf(data["last_message_of_user"]) || (last?.text ?? "");
  const message = {
    from: digitsOf(data["phone_number"]),
    ...(at === undefined ? {} : { timestamp: String(Math.floor(at / 1000)) }),
    ...contentOf(data, text),
  };
  const contact = {
    profile: { name: textOf(data["recipient_name"]) },
    wa_id: message.from,
    user_id: textOf(data["user_id"]),
  };
  return {
    value: { ...product, contacts: [contact], messages: [message] },
    field: "messages",
    party: user,
    identity: times.length === 0 ? undefined : identityOf(data, user, times, text),
  };
}

/** Where no user is named, all that came tells it from another. */
function identityOf(
  data: JsonRecord,
  user: string,
  times: readonly number[],
  text: string,
): string {
  return user === ""
    ? `message:${hashOf(JSON.stringify(data))}`
    : `message:${user}:${times.join(":")}:${contentHash(data, text)}`;
}

/** Two messages can have the same second. The query of a file's address may be another each time. */
function contentHash(data: JsonRecord, text: string): string {
  const [file = ""] = textOf(data["attachment_url"]).split("?");
  return hashOf(textOf(data["message_type"]), text, file);
}

const FILES = ["image", "video", "audio", "document", "sticker"];

function contentOf(data: JsonRecord, text: string): JsonRecord {
  const type = textOf(data["message_type"]).toLowerCase() || "text";
  if (!FILES.includes(type)) return { type, text: { body: text } };
  const url = textOf(data["attachment_url"]);
  return { type, [type]: { ...(url === "" ? {} : { url }), caption: text } };
}

function statusItem(data: JsonRecord): MetaItem {
  const at = readTime(data["timestamp"]);
  const id = textOf(data["message_id"]);
  const recipient = digitsOf(data["phone_number"]);
  const status = {
    id,
    status: textOf(data["status"]).toLowerCase(),
    ...(at === undefined ? {} : { timestamp: String(Math.floor(at / 1000)) }),
    ...(recipient === "" ? {} : { recipient_id: recipient }),
  };
  return {
    value: { ...product, statuses: [status] },
    field: "messages",
    party: id,
    identity: undefined,
  };
}

/** Numbers are written without a plus, as Meta writes them. */
function digitsOf(number: unknown): string {
  return textOf(number).replace(/^\+/, "");
}
