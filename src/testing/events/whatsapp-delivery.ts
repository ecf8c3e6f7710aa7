import type { WhatsAppItem } from "./define-event.ts";
import { type JsonObject, jsonObject } from "./json.ts";

/** The business that a delivery is for. */
export interface Business {
  /** Of the number that was written to: `phone_number_id`. */
  readonly numberId: string;
  /** That number as Meta shows it, digits alone. */
  readonly displayNumber: string;
  /** Of the WhatsApp business account. */
  readonly accountId: string;
}

/**
 * Puts items into one delivery as Meta writes it: one entry, a change for each run of items that
 * belong together, and characters beyond ASCII, `/` and `@` escaped. So a signature that is checked
 * over JSON written anew does not match, as with Meta's own
 * (https://github.com/tawn33y/whatsapp-cloud-api/issues/60).
 * @returns the body
 */
export function whatsAppDelivery(items: readonly WhatsAppItem[], business: Business): string {
  const changes = runsOf(items).map((run) => changeOf(run, business));
  const delivery = {
    object: "whatsapp_business_account",
    entry: [{ id: business.accountId, changes }],
  };
  return escapeAsMeta(JSON.stringify(delivery));
}

/** Items follow each other in one change while they stand in one list, with contacts or without. */
function runsOf(items: readonly WhatsAppItem[]): readonly (readonly WhatsAppItem[])[] {
  const runs: WhatsAppItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && belongTogether(run[0], item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function belongTogether(left: WhatsAppItem, right: WhatsAppItem): boolean {
  const alone = left.contacts.length === 0;
  return left.list === right.list && alone === (right.contacts.length === 0);
}

function changeOf(run: readonly WhatsAppItem[], business: Business): JsonObject {
  const contacts = distinct(run.flatMap((item) => item.contacts));
  const list = run[0]?.list ?? "messages";
  const value = jsonObject({
    messaging_product: "whatsapp",
    metadata: {
      display_phone_number: business.displayNumber,
      phone_number_id: business.numberId,
    },
    contacts: contacts.length === 0 ? undefined : contacts,
    [list]: run.map(({ item }) => withAuthor(item, business)),
  });
  return { value, field: "messages" };
}

/** What a person replies to is a message of the business, whose number `context.from` holds. */
function withAuthor(item: JsonObject, { displayNumber }: Business): JsonObject {
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
