import type { IncomingRequest } from "../host/http.ts";
import { receivedKind } from "../host/whatsapp/kinds.ts";
import { readConversation } from "../host/whatsapp/whatsable.ts";
import { DateTime } from "../runtime/value/date-time.ts";
import { parseJson } from "../runtime/value/json.ts";
import { isObject } from "../runtime/value/kind.ts";
import { objectFrom } from "../runtime/value/member.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value, ValueObject } from "../runtime/value/value.ts";
import { at, present, textAt } from "./payload-values.ts";
import { receivedContent } from "./received-content.ts";

const UTF8 = new TextDecoder();

/**
 * Reads the WhatsApp message that a request brings, narrowed to it, as scripts see it (Cloud API,
 * webhook reference, `messages`).
 * @param zone IANA name of the zone that dates are shown in
 * @returns null for any other request
 */
export function receivedMessage({ rawBody }: IncomingRequest, zone: string): ValueObject | null {
  const body = readJson(UTF8.decode(rawBody));
  const entry = at(body, "entry", 0);
  const value = at(entry, "changes", 0, "value");
  const message = at(value, "messages", 0);
  if (!isObject(message)) return null;
  const { kind } = receivedKind(message);
  return objectFrom([
    ["id", textAt(message, "id")],
    ["type", kind],
    ["timestamp", momentOf(message, zone)],
    ["sender", senderOf(message, at(value, "contacts", 0))],
    ["business", businessOf(entry, at(value, "metadata"))],
    ...receivedContent(message, kind),
    [
      "replyTo",
      present({ id: at(message, "context", "id"), from: at(message, "context", "from") }),
    ],
    ["forwarded", forwardedOf(at(message, "context"))],
    ["product", at(message, "context", "referred_product")],
    ["referral", at(message, "referral")],
    ["group", textAt(message, "group_id")],
    ["conversation", conversationOf(at(body, "data") ?? body, zone)],
    ["raw", isObject(at(body, "data")) ? at(body, "data") : message],
  ]);
}

/** What was written before, as WhatsAble tells it; Meta does not. */
function conversationOf(data: Value, zone: string): Value {
  const messages = readConversation(at(data, "last_messages"));
  if (messages.length === 0) return null;
  return messages.map((one) =>
    objectFrom([
      ["from", one.fromUser ? "person" : "business"],
      ["text", one.text],
      ["type", one.type],
      ["timestamp", one.at === undefined ? null : new DateTime(one.at, zone)],
    ]),
  );
}

/** Since 2026 somebody may hide the number and be known by ids alone (BSUID page). */
function senderOf(message: Value, contact: Value): Value {
  const number = textAt(message, "from");
  const id = firstOf(textAt(message, "from_user_id"), textAt(contact, "user_id"));
  const parent = firstOf(textAt(message, "from_parent_user_id"), textAt(contact, "parent_user_id"));
  const name = textAt(contact, "profile", "name");
  const username = textAt(contact, "profile", "username");
  return objectFrom([
    ["address", firstOf(number, parent, id)],
    ["number", number],
    ["id", id],
    ["parent", parent],
    ["name", firstOf(name, username)],
    ["username", username],
  ]);
}

function businessOf(entry: Value, metadata: Value): Value {
  return objectFrom([
    ["id", textAt(metadata, "phone_number_id")],
    ["number", textAt(metadata, "display_phone_number")],
    ["account", textAt(entry, "id")],
  ]);
}

function forwardedOf(context: Value): Value {
  if (at(context, "frequently_forwarded") === true) return "often";
  return at(context, "forwarded") === true ? "once" : null;
}

/** Meta counts in seconds. */
function momentOf(message: Value, zone: string): Value {
  const seconds = Number(toText(at(message, "timestamp")) || NaN);
  return Number.isFinite(seconds) ? new DateTime(seconds * 1000, zone) : null;
}

function firstOf(...values: readonly Value[]): Value {
  return values.find((value) => value !== null) ?? null;
}

function readJson(text: string): Value {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
