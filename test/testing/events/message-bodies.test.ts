import { expect, test } from "vitest";
import { whatsAppEvents } from "../../../src/testing/events/whatsapp/index.ts";
import { make } from "./making.ts";

const FROM = { from: "5511999999999", id: "wamid.1", timestamp: "1767268800" };
const ASKED = { context: { id: expect.stringMatching(/^wamid\./) as unknown } };
const FILE = { id: "1003383421387256", sha256: expect.stringMatching(/^.{43}=$/) as unknown };

// The rows of Meta's reference: the body of each type.
const BODIES: readonly (readonly [type: string, fields: Record<string, string>, item: object])[] = [
  ["text", { text: "oi" }, { type: "text", text: { body: "oi" } }],
  ["image", {}, { type: "image", image: { ...FILE, mime_type: "image/jpeg" } }],
  [
    "image",
    { caption: "eu", "media id": "7", "mime type": "image/png", url: "https://a/b" },
    {
      type: "image",
      image: { ...FILE, id: "7", caption: "eu", mime_type: "image/png", url: "https://a/b" },
    },
  ],
  [
    "video",
    { caption: "eu" },
    { type: "video", video: { ...FILE, caption: "eu", mime_type: "video/mp4" } },
  ],
  [
    "audio",
    {},
    { type: "audio", audio: { ...FILE, mime_type: "audio/ogg; codecs=opus", voice: true } },
  ],
  [
    "audio",
    { voice: "no" },
    { type: "audio", audio: { ...FILE, mime_type: "audio/ogg; codecs=opus", voice: false } },
  ],
  [
    "document",
    { filename: "a.pdf" },
    { type: "document", document: { ...FILE, filename: "a.pdf", mime_type: "application/pdf" } },
  ],
  [
    "sticker",
    { animated: "yes" },
    { type: "sticker", sticker: { ...FILE, mime_type: "image/webp", animated: true } },
  ],
  [
    "location",
    { latitude: "-23.55", longitude: "-46.6", place: "Sé", address: "Centro" },
    {
      type: "location",
      location: { latitude: -23.55, longitude: -46.6, name: "Sé", address: "Centro" },
    },
  ],
  [
    "contacts",
    { contact: "Bia Reis", phone: "+55 21 98888-7777", "wa id": "5521988887777", email: "b@x.com" },
    {
      type: "contacts",
      contacts: [
        {
          name: { first_name: "Bia", formatted_name: "Bia Reis" },
          phones: [{ phone: "+55 21 98888-7777", wa_id: "5521988887777", type: "CELL" }],
          emails: [{ email: "b@x.com", type: "WORK" }],
        },
      ],
    },
  ],
  [
    "button reply",
    { "reply id": "yes", title: "Sim" },
    {
      ...ASKED,
      type: "interactive",
      interactive: { type: "button_reply", button_reply: { id: "yes", title: "Sim" } },
    },
  ],
  [
    "list reply",
    { "reply id": "r2", "reply to": "wamid.0", description: "two" },
    {
      context: { id: "wamid.0" },
      type: "interactive",
      interactive: {
        type: "list_reply",
        list_reply: { id: "r2", title: "r2", description: "two" },
      },
    },
  ],
  [
    "call permission",
    { response: "accept" },
    {
      ...ASKED,
      type: "interactive",
      interactive: {
        type: "call_permission_reply",
        call_permission_reply: {
          ...{ response: "accept", is_permanent: false, expiration_timestamp: "1767873600" },
          response_source: "user_action",
        },
      },
    },
  ],
  [
    "call permission",
    { response: "reject", permanent: "yes" },
    {
      ...ASKED,
      type: "interactive",
      interactive: {
        type: "call_permission_reply",
        call_permission_reply: {
          ...{ response: "reject", is_permanent: false, response_source: "user_action" },
        },
      },
    },
  ],
  [
    "flow reply",
    { response: '{ "rating": 5 }' },
    {
      ...ASKED,
      type: "interactive",
      interactive: {
        type: "nfm_reply",
        nfm_reply: { name: "flow", body: "Sent", response_json: '{"rating":5}' },
      },
    },
  ],
  [
    "button",
    { text: "Stop" },
    { ...ASKED, type: "button", button: { payload: "Stop", text: "Stop" } },
  ],
  [
    "reaction",
    { "message id": "wamid.0", emoji: "👍" },
    { type: "reaction", reaction: { message_id: "wamid.0", emoji: "👍" } },
  ],
  [
    "reaction",
    { "message id": "wamid.0" },
    { type: "reaction", reaction: { message_id: "wamid.0" } },
  ],
  [
    "order",
    { product: "TEA", quantity: "2", "item price": "4.5", currency: "BRL" },
    {
      type: "order",
      order: {
        catalog_id: "354160437058781",
        text: "",
        product_items: [
          { product_retailer_id: "TEA", quantity: 2, item_price: 4.5, currency: "BRL" },
        ],
      },
    },
  ],
  [
    "order",
    { items: '[{"product_retailer_id":"A"},{"product_retailer_id":"B"}]' },
    {
      type: "order",
      order: {
        catalog_id: "354160437058781",
        text: "",
        product_items: ["A", "B"].map((id) => ({
          ...{ product_retailer_id: id, quantity: 1, item_price: 10, currency: "USD" },
        })),
      },
    },
  ],
  [
    "system",
    { "changed to": "+55 11 97777-7777" },
    {
      type: "system",
      system: {
        type: "user_changed_number",
        body: "User changed from 5511999999999 to 5511977777777",
        wa_id: "5511977777777",
      },
    },
  ],
  [
    "unsupported",
    { kind: "poll" },
    {
      type: "unsupported",
      errors: [expect.objectContaining({ code: 131051 })],
      unsupported: { type: "poll" },
    },
  ],
  [
    "edit",
    { "message id": "wamid.0", text: "better" },
    {
      type: "edit",
      edit: {
        original_message_id: "wamid.0",
        message: { type: "text", text: { body: "better" } },
      },
    },
  ],
  [
    "revoke",
    { "message id": "wamid.0" },
    { type: "revoke", revoke: { original_message_id: "wamid.0" } },
  ],
];

test.each(BODIES)("%s %j has the body that Meta sends", (type, fields, item) => {
  const made = make(type, fields);
  expect(made).toMatchObject({ list: "messages" });
  expect(made.item).toEqual({ ...FROM, ...item });
});

test("every type of message is among them, and the two that are no messages are apart", () => {
  const types = new Set([...BODIES.map(([type]) => type), "status", "error"]);
  expect(whatsAppEvents.map(({ name }) => name).toSorted()).toEqual([...types].toSorted());
});
