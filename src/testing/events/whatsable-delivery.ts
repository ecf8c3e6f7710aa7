import { type JsonObject, jsonObject } from "./json.ts";
import type { WhatsAppItem } from "./whatsapp-item.ts";

/** What WhatsAble calls people; an id of its own. */
const USER_ID = "6fb11ff2-d9b2-4560-8437-0fe58ec9f4a6";

/**
 * Writes an event as WhatsAble delivers it, one to a request: what happened, and its data, in which the last
 * messages are JSON in a text.
 * @returns the body; undefined for an event that WhatsAble does not have
 */
export function whatsAbleDelivery(event: WhatsAppItem): string | undefined {
  if (event.list === undefined || event.list === "errors") return undefined;
  const { list, item, contacts } = event;
  const name = list === "statuses" ? "message_status" : "incoming_message";
  const data = list === "statuses" ? statusData(item) : messageData(item, contacts);
  return JSON.stringify({ event: name, data });
}

function statusData({ id, status, timestamp }: JsonObject): JsonObject {
  return jsonObject({ message_id: id, status, timestamp: isoTime(timestamp) });
}

function messageData(item: JsonObject, [contact]: readonly JsonObject[]): JsonObject {
  const seconds = Number(item["timestamp"]);
  const type = typeof item["type"] === "string" ? item["type"] : "text";
  const body = memberOf(item, type);
  const text = textIn(body, "body") ?? textIn(body, "caption") ?? "";
  const name = textIn(memberOf(contact ?? {}, "profile"), "name") ?? "";
  const written = { type: "user", content: text, timestamp: isoTime(item["timestamp"]) };
  return jsonObject({
    last_messages: JSON.stringify([{ ...written, content_type: type }]),
    conversation_paragraph: `User: ${text}`,
    phone_number: item["from"],
    recipient_name: name,
    user_id: USER_ID,
    last_message_of_user: text,
    last_message_of_bot: "",
    message_type: type,
    user_timestamp: seconds,
    bot_timestamp: seconds,
    attachment_url: type === "text" ? undefined : (textIn(body, "url") ?? addressOf(body)),
  });
}

function addressOf(body: JsonObject): string | undefined {
  const id = textIn(body, "id");
  return id === undefined ? undefined : `https://whatsable.example/vault/${id}`;
}

function isoTime(seconds: JsonObject[string] | undefined): string {
  return new Date(Number(seconds) * 1000).toISOString();
}

function memberOf(object: JsonObject, name: string): JsonObject {
  const member = object[name];
  return isObject(member) ? member : {};
}

function textIn(object: JsonObject, name: string): string | undefined {
  const member = object[name];
  return typeof member === "string" ? member : undefined;
}

function isObject(value: JsonObject[string] | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
