import { type JsonObject, jsonObject } from "./json.ts";
import type { ChangedField, ListedItem, ReceivingNumber, WhatsAppItem } from "./whatsapp-item.ts";

/** The business that a delivery is for. */
export interface Business extends ReceivingNumber {
  /** Of the WhatsApp business account. */
  readonly accountId: string;
}

/**
 * Puts items into one delivery as Meta writes it: an entry with a change for each run of items that
 * belong together, one with its time for each change of another field and each error, and characters beyond ASCII,
 * `/` and `@` escaped. So a signature that is checked over JSON written anew does not match, as with
 * Meta's own (https://github.com/tawn33y/whatsapp-cloud-api/issues/60).
 * @returns the body
 */
export function whatsAppDelivery(items: readonly WhatsAppItem[], business: Business): string {
  const delivery = {
    object: "whatsapp_business_account",
    entry: entriesOf(items, business),
  };
  return escapeAsMeta(JSON.stringify(delivery));
}

function entriesOf(items: readonly WhatsAppItem[], business: Business): readonly JsonObject[] {
  const { accountId: id } = business;
  return entryItems(items).map((entry) =>
    "field" in entry
      ? { id, time: entry.seconds, changes: [{ value: entry.value, field: entry.field }] }
      : jsonObject({
          id,
          time: entry.listed[0]?.seconds,
          changes: runsOf(entry.listed).map((run) => changeOf(run, business)),
        }),
  );
}

/** What stands in one entry: a change of another field, an item with a time, or the items between two of these. */
function entryItems(
  items: readonly WhatsAppItem[],
): readonly (ChangedField | { readonly listed: ListedItem[] })[] {
  const entries: (ChangedField | { readonly listed: ListedItem[] })[] = [];
  for (const item of items) {
    const last = entries.at(-1);
    if (item.list === undefined) entries.push(item);
    else if (last !== undefined && "listed" in last && isSameTime(last.listed, item))
      last.listed.push(item);
    else entries.push({ listed: [item] });
  }
  return entries;
}

function isSameTime([first]: readonly ListedItem[], { seconds }: ListedItem): boolean {
  return first?.seconds === undefined && seconds === undefined;
}

/** Items follow each other in one change while they stand in one list, with contacts or without. */
function runsOf(items: readonly ListedItem[]): readonly (readonly ListedItem[])[] {
  const runs: ListedItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && belongTogether(run[0], item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function belongTogether(left: ListedItem, right: ListedItem): boolean {
  const alone = left.contacts.length === 0;
  return (
    left.list === right.list &&
    alone === (right.contacts.length === 0) &&
    left.receiver?.numberId === right.receiver?.numberId
  );
}

function changeOf(run: readonly ListedItem[], business: Business): JsonObject {
  const contacts = distinct(run.flatMap((item) => item.contacts));
  const list = run[0]?.list ?? "messages";
  const receiver = run[0]?.receiver ?? business;
  const value = jsonObject({
    messaging_product: "whatsapp",
    metadata: {
      display_phone_number: receiver.displayNumber,
      phone_number_id: receiver.numberId,
    },
    contacts: contacts.length === 0 ? undefined : contacts,
    [list]: run.map(({ item }) => withAuthor(item, receiver)),
  });
  return { value, field: "messages" };
}

/** What a person replies to is a message of the business, whose number `context.from` holds. */
function withAuthor(item: JsonObject, { displayNumber }: ReceivingNumber): JsonObject {
  const { context } = item;
  if (!isObject(context) || context["id"] === undefined) return item;
  return { ...item, context: { from: displayNumber, ...context } };
}

function isObject(value: JsonObject[string] | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function distinct(contacts: readonly JsonObject[]): readonly JsonObject[] {
  return [...new Map(contacts.map((contact) => [JSON.stringify(contact), contact])).values()];
}

function escapeAsMeta(json: string): string {
  const escaped = json.replaceAll(
    /[\u0080-\uffff@]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return escaped.replaceAll("/", String.raw`\/`);
}
