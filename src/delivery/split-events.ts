import type { IncomingRequest } from "../host/http.ts";
import type { EventKind } from "../engine/work.ts";
import type { ReceivedReport } from "../engine/status-report.ts";
import { type ReceivedKind, receivedKind } from "../host/whatsapp/kinds.ts";
import { hashOf } from "./dedupe-key.ts";
import { statusReport } from "./status-report.ts";
import { type JsonRecord, listOf, recordOf, textOf } from "./json-record.ts";
import { readJsonBody } from "./read-json-body.ts";

/** One item of a WhatsApp delivery, before it is decided what to do with it. */
export interface DeliveryItem {
  readonly kind: EventKind;
  /** The changed field that it came in: `messages`, `account_update` … */
  readonly field: string;
  /** What the provider calls the item; undefined for one that cannot be told from another. */
  readonly identity: string | undefined;
  /** The business number's id; "" where the delivery names none. */
  readonly number: string;
  /** Who sent a message or gets the message of a status; "" where the delivery does not tell. */
  readonly party: string;
  /** By which other names the delivery knows who sent a message. */
  readonly aliases: readonly string[];
  /**
   * In whose turn it runs: the party by the id that stays when people hide or show their number; by
   * the number where the delivery knows no id; "" where it tells nothing.
   */
  readonly turn: string;
  /** What a status says of a message that was sent from here; undefined for anything else. */
  readonly report: ReceivedReport | undefined;
  /** What WhatsApp calls a status; undefined for anything else. */
  readonly status: string | undefined;
  /** What a message is, and what was picked with it; undefined for anything else. */
  readonly message: ReceivedKind | undefined;
  /** The request with a body that holds this item and nothing else. */
  readonly request: IncomingRequest;
}

/** A change of a delivery with the objects around it. */
interface Change {
  readonly body: JsonRecord;
  readonly entry: JsonRecord;
  readonly change: JsonRecord;
  readonly value: JsonRecord;
  readonly field: string;
  readonly number: string;
}

/** The members of a change's value that are lists of items (Cloud API, webhook reference). */
const ITEM_LISTS = {
  messages: "message",
  statuses: "status",
  errors: "error",
  message_echoes: "field",
} as const;
type ItemList = keyof typeof ITEM_LISTS;

const LISTS_OF_FIELD: ReadonlyMap<string, readonly ItemList[]> = new Map([
  ["messages", ["messages", "statuses", "errors"]],
  ["smb_message_echoes", ["message_echoes"]],
]);

/**
 * Splits a delivery of the WhatsApp Cloud API into its items, each with a body of the same shape
 * that holds it alone (payload: webhook reference, `messages`).
 * @param isSigned true where its provider vouches for it: then it is JSON whatever its Content-Type says
 * @returns undefined for any other request, and for one whose JSON is broken
 */
export function splitEvents(
  request: IncomingRequest,
  isSigned = false,
): readonly DeliveryItem[] | undefined {
  const body = readJsonBody(request, isSigned);
  if (body?.["object"] !== "whatsapp_business_account") return undefined;
  const changes = changesOf(body);
  try {
    const items = changes.flatMap((change) => itemsOf(change));
    // Written anew, a body could lose what JavaScript numbers cannot hold; alone it stays as it came.
    if (items.length === 1 && listOf(body["entry"]).length === 1) {
      return items.map(({ described }) => ({ ...described, request }));
    }
    return items.map((item) => ({ ...item.described, request: withBody(request, item.body()) }));
  } catch (error) {
    // No JSON of Meta's is nested so deeply that it cannot be written.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface FoundItem {
  readonly described: Omit<DeliveryItem, "request">;
  readonly body: () => JsonRecord;
}

function changesOf(body: JsonRecord): Change[] {
  return listOf(body["entry"]).flatMap((one) => {
    const entry = recordOf(one);
    return listOf(entry["changes"]).map((two) => {
      const change = recordOf(two);
      const value = recordOf(change["value"]);
      const number = textOf(recordOf(value["metadata"])["phone_number_id"]);
      return { body, entry, change, value, field: textOf(change["field"]), number };
    });
  });
}

function itemsOf(change: Change): FoundItem[] {
  const lists = LISTS_OF_FIELD.get(change.field === "" ? "messages" : change.field) ?? [];
  const items = lists.flatMap((list) => {
    const all = listOf(change.value[list]);
    return all.map((item, index) => foundItem(change, list, recordOf(item), index, all.length));
  });
  return items.length > 0 ? items : [wholeChange(change)];
}

function foundItem(
  change: Change,
  list: ItemList,
  item: JsonRecord,
  index: number,
  count: number,
): FoundItem {
  const { field, number } = change;
  return {
    described: {
      kind: ITEM_LISTS[list],
      field,
      identity: identityOf(change, list, item),
      number,
      ...partyOf(list, item),
      report: list === "statuses" ? statusReport(item) : undefined,
      status: list === "statuses" ? textOf(item["status"]) : undefined,
      message: list === "messages" ? receivedKind(item) : undefined,
    },
    body: () => narrowed(change, list, item, contactsOf(change, item, index, count)),
  };
}

/** A change of a field that holds no items is an item itself. */
function wholeChange({ body, entry, change, value, field, number }: Change): FoundItem {
  const identity = `field:${hashOf(JSON.stringify([entry["id"], entry["time"], field, value]))}`;
  return {
    described: {
      kind: "field",
      field,
      identity,
      number,
      party: "",
      aliases: [],
      turn: "",
      report: undefined,
      status: undefined,
      message: undefined,
    },
    body: () => ({ ...body, entry: [{ ...entry, changes: [change] }] }),
  };
}

/** What has no id is known by what it says, but for messages: two that say the same are two. */
function identityOf(change: Change, list: ItemList, item: JsonRecord): string | undefined {
  const id = textOf(item["id"]);
  switch (list) {
    case "messages":
      return id === "" ? undefined : `message:${id}`;
    case "statuses":
      return id === "" ? `status:${contentHash(change, item)}` : statusIdentity(id, item);
    case "message_echoes":
      return id === "" ? `echo:${contentHash(change, item)}` : `echo:${id}`;
    case "errors":
      // Without a time, one that happens anew looks the same as one that is delivered again.
      return change.entry["time"] === undefined ? undefined : `error:${contentHash(change, item)}`;
  }
}

function contentHash({ entry, field }: Change, item: JsonRecord): string {
  return hashOf(JSON.stringify([entry["id"], entry["time"], field, item]));
}

/** In a group each participant gets and reads a message for themselves (status reference). */
function statusIdentity(id: string, item: JsonRecord): string {
  const participant = textOf(item["recipient_participant_id"]);
  const whose = participant === "" ? "" : `:${participant}`;
  return `status:${id}:${textOf(item["status"])}${whose}`;
}

/** Since 2026 a user may hide the number and be known by business-scoped ids alone (BSUID page). */
function partyOf(
  list: ItemList,
  item: JsonRecord,
): Pick<DeliveryItem, "party" | "aliases" | "turn"> {
  const names =
    list === "statuses"
      ? ["recipient_id", "recipient_user_id"]
      : ["from", "from_parent_user_id", "from_user_id"];
  const [party = "", ...aliases] = names.map((name) => textOf(item[name])).filter(Boolean);
  return { party, aliases: list === "messages" ? aliases : [], turn: aliases.at(-1) ?? party };
}

/** An item's contacts: by id, else by position, else all, as ids and numbers need not match. */
function contactsOf({ value }: Change, item: JsonRecord, index: number, count: number): unknown {
  const contacts = value["contacts"];
  if (!Array.isArray(contacts)) return contacts;
  const ids = new Set(
    ["from", "from_user_id", "recipient_id", "recipient_user_id"].map((name) => textOf(item[name])),
  );
  ids.delete("");
  const own = contacts.filter((one) => {
    const contact = recordOf(one);
    return ids.has(textOf(contact["wa_id"])) || ids.has(textOf(contact["user_id"]));
  });
  if (own.length > 0) return own;
  return contacts.length === count ? [contacts[index]] : contacts;
}

function narrowed(
  { body, entry, change, value }: Change,
  list: ItemList,
  item: JsonRecord,
  contacts: unknown,
): JsonRecord {
  const kept = Object.entries(value).filter(
    ([name]) => name === list || !Object.hasOwn(ITEM_LISTS, name),
  );
  const members = kept.map(([name, member]): [string, unknown] => {
    if (name === list) return [name, [item]];
    return name === "contacts" ? [name, contacts] : [name, member];
  });
  const own = Object.fromEntries(members);
  return { ...body, entry: [{ ...entry, changes: [{ ...change, value: own }] }] };
}

function withBody(request: IncomingRequest, body: JsonRecord): IncomingRequest {
  return { ...request, rawBody: new TextEncoder().encode(JSON.stringify(body)) };
}
