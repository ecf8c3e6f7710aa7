import { FAILURE_HANDLER } from "../engine/failed-send.ts";
import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import type { Item } from "../engine/sqlite/stored-item.ts";
import { maskPhones } from "../server/mask-phones.ts";

/** Says in a few words what an entry is about, phone numbers hidden but for four digits. */
export function describeEntry({ item, lane }: StoredEntry): string {
  return item === undefined ? "(not kept)" : maskPhones(describeItem(item, lane));
}

function describeItem(item: Item, lane: string): string {
  if ("message" in item) {
    const { message } = item;
    const { channel } = message;
    const to = message.channel === "mail" ? (message.left ?? message.to) : message.to;
    return `${channel} to ${typeof to === "string" ? to : to.join(", ")}`;
  }
  if (!("kind" in item)) return item.handler.route;
  if (item.kind === "job") {
    return item.procedure === FAILURE_HANDLER ? "ON SEND FAILED" : `SUB ${item.procedure}`;
  }
  const party = partyOf(lane);
  return `${item.event}${party === undefined ? "" : ` from ${party}`}, ${item.handler.route}`;
}

/** Who wrote or gets an event's message; the lane of events is `whatsapp NUMBER PARTY`. */
function partyOf(lane: string): string | undefined {
  return /^whatsapp \S* (\S+)$/.exec(lane)?.[1];
}
