import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { simulatedSms } from "../../src/channels/simulated-channels.ts";
import { createTwilioChannel } from "../../src/channels/sms/twilio-channel.ts";
import type { SmsMessage } from "../../src/host/message.ts";
import { delivery, keepsTheContract, type ContractSubject } from "./channel-contract.ts";
import { type LocalTwilio, startLocalTwilio } from "./local-twilio.ts";

let twilio: LocalTwilio;

beforeAll(async () => {
  twilio = await startLocalTwilio("SM");
});
afterAll(() => twilio.close());
beforeEach(() => twilio.accept());

function message(to: string, text: string): SmsMessage {
  return { channel: "sms", to, text };
}

function live(from = "+15551234567", whatsappFrom?: string) {
  return createTwilioChannel({
    apiUrl: twilio.url,
    accountSid: "AC0123",
    authToken: "12345",
    from,
    whatsappFrom,
  });
}

const subject: ContractSubject<SmsMessage> = {
  name: "sms",
  good: message("+5511999999999", "Olá"),
  refused: [
    ["a text over 1600 characters", message("+5511999999999", "x".repeat(5000)), "GB4005"],
    ["an empty text", message("+5511999999999", ""), "GB4007"],
    ["an empty recipient", message("", "hello"), "GB4004"],
    ["a word as recipient", message("ana", "hello"), "GB4004"],
    ["a number without its country code", message("0171 2345678", "hello"), "GB4004"],
    ["a number behind 00", message("whatsapp:0049 171 2345678", "hello"), "GB4004"],
    ["a line break in the recipient", message("+5511999999999\nBody=x", "hello"), "GB4004"],
  ],
  odd: [
    ["1600 emoji", message("+5511999999999", "😀".repeat(1600))],
    ["signs that forms use", message("+5511999999999", "a&b=c+d%20e;\r\n")],
    ["blanks in the number", message("+55 (11) 99999-9999", "hello")],
    ["a file without a text", { ...message("+5511999999999", ""), media: ["https://a.example/b"] }],
  ],
};

keepsTheContract("live", subject, live);
keepsTheContract("simulated", subject, () => simulatedSms(() => undefined));

// https://www.twilio.com/docs/messaging/api/message-resource, "Create a Message": To, From and Body; further
// below MediaUrl, MessagingServiceSid and StatusCallback.
test("sends exactly the form that Twilio documents", async () => {
  const receipt = await live().deliver(message("+55 11 99999-9999", "Olá & 1+1=2"), delivery());
  const request = twilio.received.at(-1);
  expect(receipt).toEqual({ id: twilio.lastSid() });
  expect(request).toMatchObject({
    method: "POST",
    path: "/2010-04-01/Accounts/AC0123/Messages.json",
    body: "To=%2B5511999999999&From=%2B15551234567&Body=Ol%C3%A1+%26+1%2B1%3D2",
  });
  expect(request?.headers).toMatchObject({
    authorization: "Basic QUMwMTIzOjEyMzQ1",
    "content-type": "application/x-www-form-urlencoded",
  });
});

test.each([
  ["5511999999999", "%2B5511999999999"],
  ["whatsapp:5511999999999", "whatsapp%3A%2B5511999999999"],
  ["whatsapp:4915112345", "whatsapp%3A%2B4915112345"],
  ["4155552671", "4155552671"],
  ["12345", "12345"],
])("a number has its + where it has its country code: %s", async (to, expected) => {
  await live().deliver(message(to, "hi"), delivery());
  const { body = "" } = twilio.received.at(-1) ?? {};
  expect(body.startsWith(`To=${expected}&`)).toBe(true);
});

// https://www.twilio.com/docs/messaging/api/message-resource, ValidityPeriod: seconds.
test("says for how long a message is worth sending", async () => {
  await live().deliver({ ...message("+5511999999999", "hi"), validFor: 600 }, delivery());
  expect(twilio.received.at(-1)?.body).toBe(
    "To=%2B5511999999999&From=%2B15551234567&Body=hi&ValidityPeriod=600",
  );
});

test("names a messaging service as such", async () => {
  await live("MG0123456789").deliver(message("+5511999999999", "hi"), delivery());
  expect(twilio.received.at(-1)?.body).toBe(
    "To=%2B5511999999999&MessagingServiceSid=MG0123456789&Body=hi",
  );
});

test("an MMS has its files behind the text, or in place of it", async () => {
  const media = ["https://a.example/1.png?x=1&y=2", "https://a.example/2.png"];
  const files =
    "MediaUrl=https%3A%2F%2Fa.example%2F1.png%3Fx%3D1%26y%3D2&MediaUrl=https%3A%2F%2Fa.example%2F2.png";
  await live().deliver({ ...message("+5511999999999", "hi"), media }, delivery());
  await live().deliver({ ...message("+5511999999999", ""), media }, delivery());
  const ends = "To=%2B5511999999999&From=%2B15551234567";
  expect(twilio.received.slice(-2).map(({ body }) => body)).toEqual([
    `${ends}&Body=hi&${files}`,
    `${ends}&${files}`,
  ]);
});

test.each([
  ["+15551234567", "From=whatsapp%3A%2B15551234567"],
  ["whatsapp:+15551234567", "From=whatsapp%3A%2B15551234567"],
  ["MG0123", "MessagingServiceSid=MG0123"],
])("a WhatsApp message through Twilio comes from %s", async (from, sender) => {
  await live(from).deliver(message("whatsapp:+5511999999999", "hi"), delivery());
  const expected = `To=whatsapp%3A%2B5511999999999&${sender}&Body=hi`;
  expect(twilio.received.at(-1)?.body).toBe(expected);
});

test.each([
  ["+14155238886", "From=whatsapp%3A%2B14155238886"],
  ["whatsapp:+14155238886", "From=whatsapp%3A%2B14155238886"],
  ["MG0123", "MessagingServiceSid=MG0123"],
])("the WhatsApp sender %s is for WhatsApp messages alone", async (whatsappFrom, sender) => {
  const channel = live("+15551234567", whatsappFrom);
  await channel.deliver(message("whatsapp:+5511999999999", "hi"), delivery());
  await channel.deliver(message("+5511999999999", "hi"), delivery());
  expect(twilio.received.slice(-2).map(({ body }) => body)).toEqual([
    `To=whatsapp%3A%2B5511999999999&${sender}&Body=hi`,
    "To=%2B5511999999999&From=%2B15551234567&Body=hi",
  ]);
});

test("asks to be told what becomes of it, by its key", async () => {
  const channel = createTwilioChannel({
    ...{ apiUrl: twilio.url, accountSid: "AC0123", authToken: "12345", from: "+15551234567" },
    statusUrl: "https://bot.example.com/twilio/sms/status",
  });
  await channel.deliver(message("+5511999999999", "hi"), { ...delivery(), key: "a1:2" });
  const asked = "https%3A%2F%2Fbot.example.com%2Ftwilio%2Fsms%2Fstatus%3Fsend%3Da1%253A2";
  expect(twilio.received.at(-1)?.body).toBe(
    `To=%2B5511999999999&From=%2B15551234567&Body=hi&StatusCallback=${asked}`,
  );
});

test.each([
  ["+5511999999999", "Ana Shop", "From=Ana+Shop"],
  ["+5511999999999", "MG0123", "MessagingServiceSid=MG0123"],
  ["whatsapp:+5511999999999", "+15550009999", "From=whatsapp%3A%2B15550009999"],
])("to %s, a message names its own sender %s", async (to, from, sender) => {
  await live().deliver({ ...message(to, "hi"), from }, delivery());
  const recipient = new URLSearchParams([["To", to]]).toString();
  expect(twilio.received.at(-1)?.body).toBe(`${recipient}&${sender}&Body=hi`);
});
