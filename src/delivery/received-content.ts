import { objectFrom } from "../runtime/value/member.ts";
import { parseJson } from "../runtime/value/json.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import { at, present, textAt } from "./payload-values.ts";
import { momentAt } from "./received-delivery.ts";

const MEDIA_TYPES = ["image", "video", "audio", "document", "sticker"] as const;

/** Gives the members of a message that tell its content; what another kind would have is null. */
export function receivedContent(
  message: Value,
  kind: string,
  zone: string,
): readonly (readonly [string, Value])[] {
  const flow = at(message, "interactive", "nfm_reply");
  const order = at(message, "order");
  const contents: readonly (readonly [string, Value])[] = [
    ["button", buttonOf(message)],
    ["list", choiceOf(at(message, "interactive", "list_reply"))],
    ["location", at(message, "location")],
    ["media", mediaOf(message)],
    ["contacts", at(message, "contacts")],
    ["reaction", reactionOf(message)],
    ["order", orderOf(order)],
    ["flow", flowOf(flow)],
    ["system", at(message, "system")],
    ["edit", editOf(at(message, "edit"))],
    ["revoke", present({ id: textAt(message, "revoke", "original_message_id") })],
    ["permission", permissionOf(at(message, "interactive", "call_permission_reply"), zone)],
    ["unsupported", present({ type: textAt(message, "unsupported", "type") })],
    ["error", errorOf(message)],
  ];
  return [["text", readableText(message, kind, contents)], ...contents];
}

/** A button of a message has an id and a title, one of a template a payload and a text. */
function buttonOf(message: Value): Value {
  const reply = at(message, "interactive", "button_reply");
  if (reply !== null) return choiceOf(reply);
  const title = textAt(message, "button", "text");
  return present({ id: textAt(message, "button", "payload") ?? title, title });
}

function choiceOf(reply: Value): Value {
  return present({
    id: textAt(reply, "id"),
    title: textAt(reply, "title"),
    description: textAt(reply, "description"),
  });
}

function mediaOf(message: Value): Value {
  const kind = MEDIA_TYPES.find((type) => at(message, type) !== null);
  if (kind === undefined) return null;
  const media = at(message, kind);
  return objectFrom([
    ["kind", kind],
    ["id", textAt(media, "id")],
    ["type", textAt(media, "mime_type")],
    ["sha256", textAt(media, "sha256")],
    ["caption", textAt(media, "caption")],
    ["filename", textAt(media, "filename")],
    ["url", textAt(media, "url")],
    ["voice", at(media, "voice")],
    ["animated", at(media, "animated")],
  ]);
}

/** Without an emoji, one was taken back. */
function reactionOf(message: Value): Value {
  const reaction = at(message, "reaction");
  if (reaction === null) return null;
  return objectFrom([
    ["message", textAt(reaction, "message_id")],
    ["emoji", toText(at(reaction, "emoji"))],
  ]);
}

function orderOf(order: Value): Value {
  if (order === null) return null;
  const items = at(order, "product_items");
  return objectFrom([
    ["catalog", textAt(order, "catalog_id")],
    ["text", toText(at(order, "text"))],
    ["items", Array.isArray(items) ? items.map(itemOf) : []],
  ]);
}

function itemOf(item: Value): Value {
  return objectFrom([
    ["product", textAt(item, "product_retailer_id")],
    ["quantity", at(item, "quantity")],
    ["price", at(item, "item_price")],
    ["currency", textAt(item, "currency")],
  ]);
}

/** What was filled in comes as JSON in a text. */
function flowOf(flow: Value): Value {
  if (flow === null) return null;
  return objectFrom([
    ["name", textAt(flow, "name")],
    ["text", toText(at(flow, "body"))],
    ["response", responseOf(toText(at(flow, "response_json")))],
  ]);
}

function responseOf(json: string): Value {
  try {
    return parseJson(json);
  } catch {
    return null;
  }
}

function editOf(edit: Value): Value {
  return present({
    id: textAt(edit, "original_message_id"),
    text: editedText(at(edit, "message")),
  });
}

/** Of a picture, a film or a file the caption was changed. */
function editedText(message: Value): Value {
  const kind = MEDIA_TYPES.find((type) => at(message, type) !== null);
  const caption = kind === undefined ? null : textAt(message, kind, "caption");
  return textAt(message, "text", "body") ?? caption;
}

/** Whether somebody lets the business call them. */
function permissionOf(reply: Value, zone: string): Value {
  return present({
    response: textAt(reply, "response"),
    permanent: at(reply, "is_permanent"),
    expires: momentAt(zone, reply, "expiration_timestamp"),
    source: textAt(reply, "response_source"),
  });
}

/** Reads the first error that an item tells of; null where it tells of none. */
export function errorOf(item: Value): Value {
  const error = at(item, "errors", 0);
  return present({
    code: at(error, "code"),
    title: textAt(error, "title"),
    details: textAt(error, "error_data", "details"),
  });
}

/** Gives what a person can read of a message: its text, a caption, a title. */
function readableText(
  message: Value,
  kind: string,
  contents: readonly (readonly [string, Value])[],
): Value {
  const content = objectFrom(contents);
  const place = [textAt(content, "location", "name"), textAt(content, "location", "address")];
  const found = [
    at(message, "text", "body"),
    at(content, "media", "caption"),
    at(content, "button", "title"),
    at(content, "list", "title"),
    at(content, "flow", "text"),
    at(content, "reaction", "emoji"),
    place
      .map(toText)
      .filter((part) => part !== "")
      .join(", "),
    namesOf(at(content, "contacts")),
    at(content, "order", "text"),
    at(content, "edit", "text"),
    at(message, "system", "body"),
    kind === "document" ? at(content, "media", "filename") : null,
  ];
  return found.find((text) => text !== null && text !== "") ?? "";
}

function namesOf(contacts: Value): Value {
  if (!Array.isArray(contacts)) return null;
  return contacts.map((contact) => toText(at(contact, "name", "formatted_name"))).join(", ");
}
