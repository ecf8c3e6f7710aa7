import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createCallChannel } from "../../src/channels/calls/call-channel.ts";
import { simulatedCalls } from "../../src/channels/simulated-channels.ts";
import type { CallMessage } from "../../src/host/message.ts";
import { delivery, failureOf, keepsTheContract, type ContractSubject } from "./channel-contract.ts";
import { type LocalTwilio, startLocalTwilio } from "./local-twilio.ts";

let twilio: LocalTwilio;

beforeAll(async () => {
  twilio = await startLocalTwilio("CA");
});
afterAll(() => twilio.close());
beforeEach(() => twilio.accept());

function call(to: string, more: Partial<CallMessage> = {}): CallMessage {
  return { channel: "call", to, text: "Olá", ...more };
}

function live() {
  return createCallChannel({
    apiUrl: twilio.url,
    accountSid: "AC0123",
    authToken: "12345",
    from: "+15551234567",
  });
}

const subject: ContractSubject<CallMessage> = {
  name: "call",
  good: call("+5511999999999"),
  refused: [
    ["an empty recipient", call(""), "GB4004"],
    ["a word as recipient", call("ana"), "GB4004"],
    ["a number without its country code", call("0171 2345678"), "GB4004"],
    ["a line break in the recipient", call("+5511999999999\nUrl=x"), "GB4004"],
  ],
  odd: [
    ["signs that XML and forms use", call("+5511999999999", { text: `<a&b="c"> 1+1\u0000` })],
    ["blanks in the number", call("+55 (11) 99999-9999")],
    ["a client", call("client:ana")],
    ["a SIP address", call("sip:ana@example.com")],
  ],
};

keepsTheContract("live", subject, live);
keepsTheContract("simulated", subject, () => simulatedCalls(() => undefined));

const ENDS = "To=%2B5511999999999&From=%2B15551234567";
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const twimlField = (verbs: string) =>
  new URLSearchParams([["Twiml", `${HEAD}<Response>${verbs}</Response>`]]).toString();

// https://www.twilio.com/docs/voice/api/call-resource, "Create a Call resource": To, From, and Twiml or Url.
test("sends exactly the form that Twilio documents", async () => {
  const receipt = await live().deliver(
    call("+55 11 99999-9999", { text: "Ana & Co." }),
    delivery(),
  );
  expect(receipt).toEqual({ id: twilio.lastSid() });
  const request = twilio.received.at(-1);
  expect(request).toMatchObject({
    method: "POST",
    path: "/2010-04-01/Accounts/AC0123/Calls.json",
    body: `${ENDS}&${twimlField("<Say>Ana &amp; Co.</Say>")}`,
  });
  expect(request?.headers).toMatchObject({
    authorization: "Basic QUMwMTIzOjEyMzQ1",
    "content-type": "application/x-www-form-urlencoded",
  });
});

const BLOCK = "https://bot.example.com/twilio/voice/bot/hello?kept=7";
const URL_FIELD = "Url=https%3A%2F%2Fbot.example.com%2Ftwilio%2Fvoice%2Fbot%2Fhello%3Fkept%3D7";

test.each<readonly [string, Partial<CallMessage>, string]>([
  [
    "a language and a voice",
    { language: "pt-BR", voice: "Polly.Camila" },
    twimlField('<Say voice="Polly.Camila" language="pt-BR">Olá</Say>'),
  ],
  ["a block", { text: "", url: BLOCK }, URL_FIELD],
  [
    "a text, then a block",
    { url: BLOCK },
    twimlField(`<Say>Olá</Say><Redirect>${BLOCK}</Redirect>`),
  ],
  ["a time to ring", { text: "", url: BLOCK, ring: 15 }, `${URL_FIELD}&Timeout=15`],
  [
    "who answers",
    { text: "", url: BLOCK, detect: "machine" },
    `${URL_FIELD}&MachineDetection=Enable`,
  ],
  [
    "the tone of a machine",
    { text: "", url: BLOCK, detect: "beep" },
    `${URL_FIELD}&MachineDetection=DetectMessageEnd`,
  ],
])("%s", async (_name, more, fields) => {
  await live().deliver(call("+5511999999999", more), delivery());
  expect(twilio.received.at(-1)?.body).toBe(`${ENDS}&${fields}`);
});

test("comes from the number that the call names", async () => {
  await live().deliver(call("+5511999999999", { from: "+15550009999" }), delivery());
  expect(twilio.received.at(-1)?.body).toMatch(/^To=%2B5511999999999&From=%2B15550009999&Twiml=/);
});

test.each<readonly [string, Partial<CallMessage>, string]>([
  ["a path without a server", { url: "/twilio/voice/bot/hello" }, "GB4695"],
  ["a text that is too long once it is escaped", { text: "&".repeat(1000) }, "GB4696"],
])("refuses %s before it calls Twilio", async (_name, more, code) => {
  const before = twilio.received.length;
  const error = await failureOf(live(), call("+5511999999999", more));
  expect([error.failure, error.detail.code]).toEqual(["permanent", code]);
  expect(twilio.received).toHaveLength(before);
});

test.each([
  [21215, 400, "permanent", /Geo permissions/],
  [21219, 400, "permanent", /verified/],
  [20429, 429, "retry", undefined],
  [20500, 500, "unknown", undefined],
] as const)("error %i with HTTP %i is %s", async (code, status, failure, hint) => {
  twilio.answer({ status, json: { code, message: "no", status } });
  const error = await failureOf(live(), call("+5511999999999"));
  expect(error.failure).toBe(failure);
  if (hint !== undefined) expect(error.detail.hint).toMatch(hint);
});

test("asks to be told of each event, by its key", async () => {
  const channel = createCallChannel({
    ...{ apiUrl: twilio.url, accountSid: "AC0123", authToken: "12345", from: "+15551234567" },
    statusUrl: "https://bot.example.com/twilio/voice/status",
  });
  const asking = call("+5511999999999", { text: "", url: BLOCK });
  await channel.deliver(asking, { ...delivery(), key: "a1:2" });
  const asked = "https%3A%2F%2Fbot.example.com%2Ftwilio%2Fvoice%2Fstatus%3Fsend%3Da1%253A2";
  const events = ["initiated", "ringing", "answered", "completed"];
  const wanted = events.map((event) => `&StatusCallbackEvent=${event}`).join("");
  expect(twilio.received.at(-1)?.body).toBe(
    `${ENDS}&${URL_FIELD}&StatusCallback=${asked}${wanted}`,
  );
});
