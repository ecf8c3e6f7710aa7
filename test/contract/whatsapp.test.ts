import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { simulatedWhatsApp } from "../../src/channels/simulated-channels.ts";
import { createCloudApiChannel } from "../../src/channels/whatsapp/cloud-api-channel.ts";
import type { WhatsAppMessage } from "../../src/host/message.ts";
import { delivery, keepsTheContract, type ContractSubject } from "./channel-contract.ts";
import { startLocalServer, type LocalServer } from "./local-server.ts";

let meta: LocalServer;
let count = 0;

beforeAll(async () => {
  meta = await startLocalServer({ status: 500, text: "" });
});
afterAll(() => meta.close());
beforeEach(() => {
  meta.answer((response) => {
    count += 1;
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        // What an upload is answered with stands beside what a message is.
        id: "1013859600285441",
        messaging_product: "whatsapp",
        contacts: [{ input: "5511999999999", wa_id: "5511999999999" }],
        messages: [{ id: `wamid.${count}`, message_status: "accepted" }],
      }),
    );
  });
});

function message(to: string, text: string): WhatsAppMessage {
  return { channel: "whatsapp", to, text };
}

function live() {
  return createCloudApiChannel({
    apiUrl: `${meta.url}/v26.0`,
    phoneNumberId: "1158433381968079",
    accessToken: "EAAG-token",
  });
}

/** A message that is more than text. */
function rich(content: NonNullable<WhatsAppMessage["content"]>, text = "hello"): WhatsAppMessage {
  return { ...message("5511999999999", text), content };
}

const buttonsOf = (...titles: readonly string[]) =>
  ({ kind: "buttons", buttons: choices(...titles) }) as const;
const choices = (...titles: readonly string[]) => titles.map((title) => ({ id: title, title }));
const buttons = (...titles: readonly string[]) => rich(buttonsOf(...titles));
const list = (rows: number, sections = 1) => {
  const all = Array.from({ length: rows }, (_, at) => `row ${String(at)}`);
  const size = Math.ceil(rows / sections);
  const parts = Array.from({ length: sections }, (_, at) => ({
    title: `part ${String(at)}`,
    rows: choices(...all.slice(at * size, (at + 1) * size)),
  }));
  return rich({ kind: "list", button: "Open", sections: parts });
};
const file = (name: string, bytes: number) =>
  ({ file: { name, contentType: "image/png", content: new Uint8Array(bytes) } }) as const;

const subject: ContractSubject<WhatsAppMessage> = {
  name: "whatsapp",
  good: message("5511999999999", "Olá"),
  refused: [
    ["a text over 4096 characters", message("5511999999999", "x".repeat(5000)), "GB4005"],
    ["an empty text", message("5511999999999", ""), "GB4007"],
    ["a text of blanks", message("5511999999999", " \n "), "GB4007"],
    ["an empty recipient", message("", "hello"), "GB4004"],
    ["a word as recipient", message("ana", "hello"), "GB4004"],
    ["a number without its country code", message("11 99999", "hello"), "GB4004"],
    ["a line break in the recipient", message("5511999999999\r\nX: 1", "hello"), "GB4004"],
    ["a path as recipient", message("../../me", "hello"), "GB4004"],
    ["a time", { ...message("5511999999999", "hello"), validFor: 600 }, "GB4807"],
    ["four buttons", buttons("a", "b", "c", "d"), "GB4641"],
    ["no button", buttons(), "GB4642"],
    ["a button of 21 characters", buttons("x".repeat(21)), "GB4640"],
    ["two buttons with one title", buttons("a", "a"), "GB4643"],
    ["buttons under a text of 1025 characters", rich(buttonsOf("a"), "x".repeat(1025)), "GB4640"],
    ["buttons without a text", rich(buttonsOf("a"), ""), "GB4642"],
    ["a footer of 61 characters", rich({ ...buttonsOf("a"), footer: "x".repeat(61) }), "GB4640"],
    ["eleven rows", list(11, 2), "GB4641"],
    ["eleven sections", list(11, 11), "GB4641"],
    ["a link to no address", rich({ kind: "link", button: "Open", url: "example" }), "GB4646"],
    ["a picture over 5 MB", rich({ kind: "image", source: file("a.png", 5_242_881) }), "GB4645"],
    ["a picture in another form", rich({ kind: "image", source: file("a.gif", 1) }), "GB4644"],
    ["an empty picture", rich({ kind: "image", source: file("a.png", 0) }), "GB4740"],
    [
      "an MP3 as a voice message",
      rich({ kind: "audio", source: file("a.mp3", 1), voice: true }),
      "GB4741",
    ],
    [
      "a caption of 1025 characters",
      rich({ kind: "image", source: { id: "123456" } }, "x".repeat(1025)),
      "GB4640",
    ],
    ["a place beyond the pole", rich({ kind: "location", latitude: 91, longitude: 0 }), "GB4647"],
    ["a template with a file's name", rich({ kind: "template", name: "a.txt" }), "GB4648"],
    ["a number that is none", { ...message("5511999999999", "hi"), from: "../me" }, "GB4650"],
    ["a reaction to nothing", rich({ kind: "reaction", messageId: "", emoji: "👍" }), "GB4642"],
  ],
  odd: [
    ["4096 emoji", message("5511999999999", "😀".repeat(4096))],
    ["quotes and control characters", message("5511999999999", '"\u0000\r\n\u2028}')],
    ["a number of Twilio's form", message("whatsapp:+55 (11) 99999-9999", "hello")],
    ["a business-scoped user id", message("BR.1502576394655843", "hello")],
    ["three buttons with 20 emoji each", buttons("😀".repeat(20), "🎈".repeat(20), "c")],
    ["ten rows in ten sections", list(10, 10)],
    ["a list under 4096 characters", { ...list(1), text: "x".repeat(4096) }],
    ["a template without values", rich({ kind: "template", name: "hello_world" }, "")],
    [
      "a reaction that is taken back",
      rich({ kind: "reaction", messageId: "wamid.1", emoji: "" }, ""),
    ],
    ["a file that is to be uploaded", rich({ kind: "image", source: file("a.png", 3) })],
  ],
};

keepsTheContract("live", subject, live);
keepsTheContract("simulated", subject, () => simulatedWhatsApp(() => undefined));

test("sends exactly what the Cloud API documents", async () => {
  const receipt = await live().deliver(
    message("+55 11 99999-9999", 'Olá "Ana" 😀'),
    delivery("run-7/3"),
  );
  const request = meta.received.at(-1);
  expect(receipt).toEqual({ id: `wamid.${count}` });
  expect(request).toMatchObject({ method: "POST", path: "/v26.0/1158433381968079/messages" });
  expect(request?.headers).toMatchObject({
    authorization: "Bearer EAAG-token",
    "content-type": "application/json",
  });
  expect(request?.body).toBe(
    '{"messaging_product":"whatsapp","recipient_type":"individual","to":"+5511999999999",' +
      '"type":"text","text":{"body":"Olá \\"Ana\\" 😀"},"biz_opaque_callback_data":"run-7/3"}',
  );
});

test.each(["BR.1502576394655843", "US.ENT.11815799212886844830"])(
  "names the business-scoped user id %s as recipient",
  async (id) => {
    await live().deliver(message(id, "hello"), delivery());
    const body: unknown = JSON.parse(meta.received.at(-1)?.body ?? "");
    expect(body).toMatchObject({ recipient: id });
    expect(body).not.toHaveProperty("to");
  },
);
