import { receivedKind } from "../host/whatsapp/kinds.ts";
import { readConversation } from "../host/whatsapp/whatsable.ts";
import { DateTime } from "../runtime/value/date-time.ts";
import { isObject } from "../runtime/value/kind.ts";
import { objectFrom } from "../runtime/value/member.ts";
import type { Value, ValueObject } from "../runtime/value/value.ts";
import { at, firstOf, present, textAt } from "./payload-values.ts";
import { receivedContent } from "./received-content.ts";
import { businessOf, type Delivered, momentAt } from "./received-delivery.ts";

/** Reads a message that somebody sent (Cloud API, webhook reference, `messages`). */
export function readMessage(message: Value, delivered: Delivered): ValueObject {
  const { body, value, zone } = delivered;
  const { kind } = receivedKind(message);
  return objectFrom([
    ["id", textAt(message, "id")],
    ["type", kind],
    ["timestamp", momentAt(zone, message, "timestamp")],
    ["sender", senderOf(message, at(value, "contacts", 0))],
    ["business", businessOf(delivered)],
    ...receivedContent(message, kind, zone),
    [
      "replyTo",
      present({ id: at(message, "context", "id"), from: at(message, "context", "from") }),
    ],
    ["forwarded", forwardedOf(at(message, "context"))],
    ["product", at(message, "context", "referred_product")],
    ["referral", at(message, "referral")],
    ["identity", identityOf(at(message, "identity"), zone)],
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

/** Tells of the check of who somebody is, where it is on. */
function identityOf(identity: Value, zone: string): Value {
  return present({
    acknowledged: at(identity, "acknowledged"),
    created: momentAt(zone, identity, "created_timestamp"),
    hash: textAt(identity, "hash"),
  });
}

function forwardedOf(context: Value): Value {
  if (at(context, "frequently_forwarded") === true) return "often";
  return at(context, "forwarded") === true ? "once" : null;
}
