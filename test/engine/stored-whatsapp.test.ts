import { expect, test } from "vitest";
import { readSend, writeSend } from "../../src/engine/sqlite/stored-item.ts";
import type { WhatsAppContent } from "../../src/host/whatsapp/content.ts";

const file = { name: "a.png", contentType: "image/png", content: new Uint8Array([137, 80, 255]) };
const header = { kind: "image", source: { file } } as const;
const choice = { id: "a", title: "A" };

const CONTENTS: readonly WhatsAppContent[] = [
  { kind: "image", source: { file } },
  { kind: "audio", source: { link: "https://example.com/a.ogg" }, voice: true },
  { kind: "document", source: { id: "1234567" }, filename: "a.pdf" },
  { kind: "location", latitude: -23.5, longitude: 1, name: "Shop", address: "Street 1" },
  { kind: "contacts", contacts: [{ name: { formatted_name: "Ana" } }] },
  { kind: "reaction", messageId: "wamid.1", emoji: "" },
  {
    kind: "template",
    name: "order",
    language: "pt_BR",
    header,
    values: [{ name: "a", text: "1" }, { text: "2" }],
    buttons: [
      { subType: "url", value: "42" },
      { subType: "flow", value: "t", data: { a: 1 }, index: 2 },
      { subType: "catalog", value: "SKU-1" },
    ],
    components: [{ type: "body" }],
  },
  { kind: "buttons", buttons: [choice], header, footer: "f" },
  {
    kind: "link",
    button: "Open",
    url: "https://example.com",
    header: { kind: "document", source: { file }, filename: "plan.pdf" },
  },
  {
    kind: "list",
    button: "Open",
    sections: [{ title: "t", rows: [{ ...choice, description: "d" }, choice] }],
    header: { kind: "text", text: "h", name: "place" },
  },
  { kind: "link", button: "Open", url: "https://example.com" },
  { kind: "location request" },
  { kind: "contact request" },
  { kind: "call request" },
  { kind: "flow", flow: "1", button: "b", screen: "S", data: { a: [1] }, token: "t", draft: true },
  { kind: "product", catalog: "1", product: "2" },
  { kind: "products", catalog: "1", sections: [{ products: ["a"] }] },
  { kind: "catalog", product: "SKU-1", footer: "f" },
  {
    kind: "carousel",
    cards: [
      {
        file: { kind: "image", link: "https://example.com/a.jpg" },
        text: "Tea",
        page: { button: "Buy", url: "https://example.com/a" },
      },
      { file: { kind: "video", link: "https://example.com/a.mp4" }, buttons: [choice] },
    ],
  },
  { kind: "address request" },
  {
    kind: "address request",
    values: { city: "Mumbai" },
    saved: [{ id: "home", fields: { city: "Mumbai" } }],
    errors: { city: "no" },
  },
  { kind: "read", messageId: "wamid.1", typing: true },
];

test.each(CONTENTS.map((content) => [content.kind, content] as const))(
  "a message with %s is read as it was stored",
  (_, content) => {
    const message = {
      channel: "whatsapp",
      to: "5511999999999",
      text: "hello",
      content,
      preview: true,
      replyTo: "wamid.0",
      from: "42",
    } as const;
    const send = {
      id: "run:1",
      runId: "run",
      lane: "whatsapp 5511999999999",
      message,
      place: { file: "bot.bas", line: 1 },
      repeatable: false,
    };
    expect(readSend(writeSend(send))).toEqual(send);
  },
);
