import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { simulatedSms } from "../../src/channels/simulated-channels.ts";
import { createTwilioChannel } from "../../src/channels/sms/twilio-channel.ts";
import type { SmsMessage } from "../../src/host/message.ts";
import { delivery, keepsTheContract, type ContractSubject } from "./channel-contract.ts";
import { startLocalServer, type LocalServer } from "./local-server.ts";

let twilio: LocalServer;
let count = 0;

beforeAll(async () => {
  twilio = await startLocalServer({ status: 500, text: "" });
});
afterAll(() => twilio.close());
beforeEach(() => {
  twilio.answer((response) => {
    count += 1;
    response.writeHead(201, { "content-type": "application/json" });
    response.end(JSON.stringify({ sid: `SM${count}`, status: "queued", error_code: null }));
  });
});

function message(to: string, text: string): SmsMessage {
  return { channel: "sms", to, text };
}

function live(from = "+15551234567") {
  return createTwilioChannel({
    apiUrl: twilio.url,
    accountSid: "AC0123",
    authToken: "12345",
    from,
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
    ["a line break in the recipient", message("+5511999999999\nBody=x", "hello"), "GB4004"],
  ],
  odd: [
    ["1600 emoji", message("+5511999999999", "😀".repeat(1600))],
    ["signs that forms use", message("+5511999999999", "a&b=c+d%20e;\r\n")],
    ["blanks in the number", message("+55 (11) 99999-9999", "hello")],
  ],
};

keepsTheContract("live", subject, live);
keepsTheContract("simulated", subject, () => simulatedSms(() => undefined));

test("sends exactly the form that Twilio documents", async () => {
  const receipt = await live().deliver(message("+55 11 99999-9999", "Olá & 1+1=2"), delivery());
  const request = twilio.received.at(-1);
  expect(receipt).toEqual({ id: `SM${count}` });
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

test("names a messaging service as such", async () => {
  await live("MG0123456789").deliver(message("+5511999999999", "hi"), delivery());
  expect(twilio.received.at(-1)?.body).toBe(
    "To=%2B5511999999999&MessagingServiceSid=MG0123456789&Body=hi",
  );
});
