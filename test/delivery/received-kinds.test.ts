import { expect, test } from "vitest";

import { receivedItem } from "../../src/delivery/received-item.ts";
import { MESSAGE_MEMBERS, STATUS_MEMBERS } from "../../src/functions/messages/whatsapp-object.ts";
import type { ObjectMember } from "../../src/host/known-object.ts";
import { toJson } from "../../src/runtime/value/json.ts";

/** Gives what scripts read of a message of the Cloud API (webhook reference, `messages`). */
function received(message: object, value: object = {}): unknown {
  const whole = { from: "5511999990001", id: "wamid.1", timestamp: "1767268800", ...message };
  const body = {
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field: "messages", value: { messages: [whole], ...value } }] }],
  };
  const rawBody = new TextEncoder().encode(JSON.stringify(body));
  const request = { ...{ id: "1", method: "POST", path: "/", originalUrl: "/", rawBody } };
  const none = new Map<string, readonly string[]>();
  const read = receivedItem(
    { ...request, pathValues: new Map(), headers: none, query: none, form: none, files: new Map() },
    "UTC",
  );
  return JSON.parse(read === null ? "null" : toJson(read));
}

test("the checker knows every member that there is, and no other", () => {
  const namesOf = (members: readonly ObjectMember[]) => members.map(({ name }) => name).toSorted();
  const inside = (name: string) =>
    namesOf(MESSAGE_MEMBERS.find((member) => member.name === name)?.members ?? []);
  const message = received({
    ...{ type: "image", image: { id: "1" }, context: { id: "wamid.0" } },
    identity: { hash: "h" },
  }) as Readonly<Record<string, object>>;
  // WhatsAble alone tells what was written before.
  const own = Object.keys(message).filter((name) => name !== "conversation");
  expect(own.toSorted()).toEqual(namesOf(MESSAGE_MEMBERS));
  for (const name of ["sender", "business", "media", "replyTo", "identity"]) {
    expect([name, Object.keys(message[name] ?? {}).toSorted()]).toEqual([name, inside(name)]);
  }
  const status = received({}, { messages: undefined, statuses: [{ id: "wamid.0" }] });
  expect(Object.keys(status as object).toSorted()).toEqual(namesOf(STATUS_MEMBERS));
});

const TEXT = { type: "text", text: { body: "hello" } };
const REFERRAL = { source_url: "https://fb.example/ad", source_type: "ad", headline: "Tea" };
const PRODUCT = { catalog_id: "7", product_retailer_id: "tea-1" };

test.each([
  ["an ad", { ...TEXT, referral: REFERRAL }, { type: "text", referral: REFERRAL }],
  ["a product", { ...TEXT, context: { referred_product: PRODUCT } }, { product: PRODUCT }],
  ["a group", { ...TEXT, group_id: "group-1" }, { group: "group-1", text: "hello" }],
  [
    "a permission to call",
    {
      type: "interactive",
      interactive: { type: "call_permission_reply", call_permission_reply: { response: "accept" } },
    },
    { type: "call_permission_reply", raw: { interactive: { type: "call_permission_reply" } } },
  ],
  [
    "what WhatsApp does not pass on",
    { type: "unsupported", errors: [{ code: 131051, title: "Message type unknown" }] },
    { type: "unsupported", error: { code: 131051, title: "Message type unknown" } },
  ],
  [
    "an interactive answer without its body",
    { type: "interactive", errors: [{ code: 131051 }] },
    { type: "interactive", error: { code: 131051 }, button: null },
  ],
  [
    "an order",
    {
      type: "order",
      order: {
        ...{ catalog_id: "7", text: "soon" },
        product_items: [
          { product_retailer_id: "tea-1", quantity: 2, item_price: 3.5, currency: "BRL" },
        ],
      },
    },
    {
      text: "soon",
      order: {
        ...{ catalog: "7", text: "soon" },
        items: [{ product: "tea-1", quantity: 2, price: 3.5, currency: "BRL" }],
      },
    },
  ],
  [
    "a form",
    {
      type: "interactive",
      interactive: {
        type: "nfm_reply",
        nfm_reply: { name: "flow", body: "Sent", response_json: '{"size":"M"}' },
      },
    },
    { type: "flow", flow: { name: "flow", text: "Sent", response: { size: "M" } } },
  ],
  [
    "a new number, which comes without contacts",
    { type: "system", system: { type: "user_changed_number", body: "changed", wa_id: "5511888" } },
    {
      ...{ type: "system", text: "changed" },
      system: { type: "user_changed_number", wa_id: "5511888" },
      sender: { number: "5511999990001", name: null },
    },
  ],
])("scripts read %s", (_, message, expected) => {
  expect(received(message)).toMatchObject(expected);
});
