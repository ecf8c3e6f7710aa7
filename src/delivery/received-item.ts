import type { IncomingRequest } from "../host/http.ts";
import { parseJson } from "../runtime/value/json.ts";
import { isObject } from "../runtime/value/kind.ts";
import { objectFrom } from "../runtime/value/member.ts";
import type { Value, ValueObject } from "../runtime/value/value.ts";
import { at, textAt } from "./payload-values.ts";
import { errorOf } from "./received-content.ts";
import { businessOf, type Delivered, momentAt } from "./received-delivery.ts";
import { readMessage } from "./received-message.ts";
import { readStatus } from "./received-status.ts";

const UTF8 = new TextDecoder();

/**
 * Reads what a request from WhatsApp brings, narrowed to it, as scripts see it: a message, the status of
 * one, an error, or a change of another field (Cloud API, webhook reference).
 * @param zone IANA name of the zone that dates are shown in
 * @returns null for any other request
 */
export function receivedItem({ rawBody }: IncomingRequest, zone: string): ValueObject | null {
  const body = readJson(UTF8.decode(rawBody));
  const entry = at(body, "entry", 0);
  const change = at(entry, "changes", 0);
  const value = at(change, "value");
  if (!isObject(value)) return null;
  const delivered = { body, entry, change, value, zone };
  const message = at(value, "messages", 0);
  if (isObject(message)) return readMessage(message, delivered);
  const status = at(value, "statuses", 0);
  if (isObject(status)) return readStatus(status, delivered);
  return isObject(at(value, "errors", 0)) ? readError(delivered) : readChange(delivered);
}

/** Reads an error that belongs to no message. */
function readError(delivered: Delivered): ValueObject {
  const { entry, value, zone } = delivered;
  return objectFrom([
    ["error", errorOf(value)],
    ["timestamp", momentAt(zone, entry, "time")],
    ["business", businessOf(delivered)],
    ["raw", at(value, "errors", 0)],
  ]);
}

/** Reads a change of a field other than `messages`. */
function readChange(delivered: Delivered): ValueObject {
  const { entry, change, value, zone } = delivered;
  return objectFrom([
    ["field", textAt(change, "field")],
    ["value", value],
    ["timestamp", momentAt(zone, entry, "time")],
    ["business", businessOf(delivered)],
    ["raw", change],
  ]);
}

function readJson(text: string): Value {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
