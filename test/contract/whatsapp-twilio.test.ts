import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { simulatedWhatsApp } from "../../src/channels/simulated-channels.ts";
import { typingUrl } from "../../src/channels/twilio/typing-url.ts";
import { createTwilioWhatsAppChannel } from "../../src/channels/whatsapp/twilio-whatsapp-channel.ts";
import type { WhatsAppContent } from "../../src/host/whatsapp/content.ts";
import type { WhatsAppMessage } from "../../src/host/whatsapp/message.ts";
import { delivery, keepsTheContract, type ContractSubject } from "./channel-contract.ts";
import { type LocalTwilio, startLocalTwilio } from "./local-twilio.ts";

const ANA = "+5511999999999";
const SID = "HXb5b62575e6e4ff6129ad7c8efe1f983e";
const PLACE = { kind: "location", latitude: 37.78789, longitude: -122.391664 } as const;

let twilio: LocalTwilio;

beforeAll(async () => {
  twilio = await startLocalTwilio("SM");
});
afterAll(() => twilio.close());
beforeEach(() => twilio.accept());

function message(text: string, content?: WhatsAppContent, from?: string): WhatsAppMessage {
  const own = { channel: "whatsapp", to: ANA, text } as const;
  return { ...own, ...(content && { content }), ...(from !== undefined && { from }) };
}

function live(from = "+14155238886", statusUrl?: string) {
  const account = { apiUrl: twilio.url, accountSid: "AC0123", authToken: "12345", statusUrl };
  return createTwilioWhatsAppChannel({ ...account, from });
}

const file = (kind: "image" | "document", link = "https://a.example/1.png"): WhatsAppContent => ({
  ...{ kind, source: { link } },
});
const template = (more: object = {}, name = SID): WhatsAppContent => ({
  ...{ kind: "template", name },
  ...more,
});

const MESSAGE = "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const TYPING = { kind: "read", messageId: MESSAGE, typing: true } as const;

const subject: ContractSubject<WhatsAppMessage> = {
  name: "whatsapp",
  good: message("Olá"),
  refused: [
    ["a text over 1600 characters", message("x".repeat(1601)), "GB4005"],
    ["an empty text", message(" "), "GB4007"],
    ["an empty recipient", { ...message("hello"), to: "" }, "GB4004"],
    ["the id of a person", { ...message("hello"), to: "BR.1502576394655843" }, "GB4493"],
    ["a list", message("x", { kind: "list", button: "Open", sections: [] }), "GB4780"],
    ["a reaction", message("", { kind: "reaction", messageId: "w", emoji: "x" }), "GB4780"],
    ["a mark of reading alone", message("", { ...TYPING, typing: false }), "GB4774"],
    ["a message of Meta", message("", { ...TYPING, messageId: "wamid.1" }), "GB4775"],
    ["no message", message("", { ...TYPING, messageId: "" }), "GB4775"],
    ["a carousel", message("x", { kind: "carousel", cards: [] }), "GB4780"],
    ["a request for an address", message("x", { kind: "address request" }), "GB4780"],
    ["a file of this machine's", message("", { kind: "image", source: { id: "1" } }), "GB4492"],
    ["a template of Meta", message("x", template({}, "order_shipped")), "GB4781"],
    ["a template with a language", message("x", template({ language: "en" })), "GB4782"],
    ["an empty value", message("x", template({ values: [{ text: " " }] })), "GB4732"],
    [
      "a value with a name of 17 letters",
      message("x", template({ values: [{ name: "abcdefghijklmnopq", text: "x" }] })),
      "GB4733",
    ],
    ["a place that is none", message("x", { ...PLACE, latitude: 91 }), "GB4647"],
    [
      "a template with 101 values",
      message("x", template({ values: Array.from({ length: 101 }, () => ({ text: "x" })) })),
      "GB4785",
    ],
  ],
  odd: [
    ["1600 emoji", message("😀".repeat(1600))],
    ["signs that forms use", message("a&b=c+d%20e;\r\n")],
    ["a quoted message and a preview", { ...message("hi"), replyTo: "wamid.1", preview: true }],
  ],
};

keepsTheContract("live", subject, live);
keepsTheContract("simulated", subject, () => simulatedWhatsApp(() => undefined, true));

/** The form of a request, with its parameters in the order in which they went out. */
async function sent(one: WhatsAppMessage, channel = live()) {
  await channel.deliver(one, { ...delivery(), key: "a1:2" });
  const request = twilio.received.at(-1);
  expect(request).toMatchObject({
    method: "POST",
    path: "/2010-04-01/Accounts/AC0123/Messages.json",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  return request?.body ?? "";
}

const ENDS = "To=whatsapp%3A%2B5511999999999&From=whatsapp%3A%2B14155238886";

// https://www.twilio.com/docs/whatsapp/api/typing-indicators-resource: its own example.
test("that an answer is being written, as Twilio's page shows it", async () => {
  twilio.answer({ status: 200, json: { success: true } });
  const receipt = await live().deliver(message("", TYPING), delivery());
  expect(receipt).toEqual({ id: `read ${MESSAGE}` });
  expect(twilio.received.at(-1)).toMatchObject({
    method: "POST",
    path: "/v2/Indicators/Typing.json",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      authorization: `Basic ${Buffer.from("AC0123:12345").toString("base64")}`,
    },
    body: `messageId=${MESSAGE}&channel=whatsapp`,
  });
});

test.each([
  ["https://api.twilio.com", "https://messaging.twilio.com/v2/Indicators/Typing.json"],
  [
    "https://api.dublin.ie1.twilio.com",
    "https://messaging.dublin.ie1.twilio.com/v2/Indicators/Typing.json",
  ],
  ["https://api.example.com/twilio", "https://api.example.com/twilio/v2/Indicators/Typing.json"],
  ["http://127.0.0.1:8080", "http://127.0.0.1:8080/v2/Indicators/Typing.json"],
])("beside %s it is at %s", (api, url) => {
  expect(typingUrl(api)).toBe(url);
});

// https://www.twilio.com/docs/messaging/api/message-resource: To, From and Body.
test("a text", async () => {
  expect(await sent(message("Olá & 1+1=2"))).toBe(`${ENDS}&Body=Ol%C3%A1+%26+1%2B1%3D2`);
});

// https://www.twilio.com/docs/messaging/api/message-resource: ValidityPeriod.
test("a text that is worth sending for a time", async () => {
  const timed = { ...message("1234"), validFor: 600 };
  expect(await sent(timed)).toBe(`${ENDS}&Body=1234&ValidityPeriod=600`);
});

// https://www.twilio.com/docs/whatsapp/message-features: the example of MediaUrl, with and without a text.
test.each([
  ["Here it is", "&Body=Here+it+is"],
  ["", ""],
])("a file with the caption %j", async (caption, body) => {
  expect(await sent(message(caption, file("image")))).toBe(
    `${ENDS}${body}&MediaUrl=https%3A%2F%2Fa.example%2F1.png`,
  );
});

// https://www.twilio.com/docs/whatsapp/message-features, "Send outbound location messages": its own example.
test("a place, as Twilio's page shows it", async () => {
  const name = "This is one of the Twilio office locations";
  const place = { ...PLACE, name, address: "375 Beale St" };
  expect(await sent(message("", place))).toBe(
    `${ENDS}&Body=This+is+one+of+the+Twilio+office+locations&PersistentAction=geo%3A37.78789%2C-122.391664%7C375+Beale+St`,
  );
});

test.each([
  [{ address: "375 Beale St" }, "375+Beale+St"],
  [{}, "37.78789%2C-122.391664"],
])("a place without a name is called by what is known of it: %o", async (known, body) => {
  expect(await sent(message("", { ...PLACE, ...known }))).toBe(
    `${ENDS}&Body=${body}&PersistentAction=geo%3A37.78789%2C-122.391664`,
  );
});

// https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder:
// ContentSid and ContentVariables, without a Body.
test.each([
  ["nothing", {}, ""],
  ["a list", { values: [{ text: "Ana" }, { text: '"4"' }] }, '{"1":"Ana","2":"\\"4\\""}'],
  [
    "names, in their order",
    {
      values: [
        { name: "IdName", text: "Ana" },
        { name: "2", text: "x" },
      ],
    },
    '{"IdName":"Ana","2":"x"}',
  ],
])("a template with %s", async (_, more, variables) => {
  const form = new URLSearchParams(await sent(message("shown", template(more))));
  expect([...form.keys()].includes("Body")).toBe(false);
  expect(form.get("ContentSid")).toBe(SID);
  expect(form.get("ContentVariables") ?? "").toBe(variables);
});

test.each([
  ["+15550009999", "From=whatsapp%3A%2B15550009999"],
  ["whatsapp:+15550009999", "From=whatsapp%3A%2B15550009999"],
  ["MG0123", "MessagingServiceSid=MG0123"],
  ["1158433381968079", "From=whatsapp%3A%2B14155238886"],
])("a message of the sender %s", async (from, sender) => {
  const to = "To=whatsapp%3A%2B5511999999999";
  expect(await sent(message("hi", undefined, from))).toBe(`${to}&${sender}&Body=hi`);
});

test("a messaging service of the settings, and where to tell what becomes of it", async () => {
  const channel = live("MG0123", "https://bot.example.com/twilio/sms/status");
  expect(await sent(message("hi"), channel)).toBe(
    "To=whatsapp%3A%2B5511999999999&MessagingServiceSid=MG0123&Body=hi&StatusCallback=https%3A%2F%2Fbot.example.com%2Ftwilio%2Fsms%2Fstatus%3Fsend%3Da1%253A2",
  );
});
