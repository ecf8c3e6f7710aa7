import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTwilioChannel } from "../../src/channels/sms/twilio-channel.ts";
import { failureOf } from "../contract/channel-contract.ts";
import { startLocalServer, type LocalServer } from "../contract/local-server.ts";

const TOKEN = "very-secret-token";
const MESSAGE = { channel: "sms", to: "+5511999999999", text: "hello" } as const;

let twilio: LocalServer;

beforeAll(async () => {
  twilio = await startLocalServer({ status: 500, text: "" });
});
afterAll(() => twilio.close());

function channel(timeout = 10_000) {
  return createTwilioChannel({
    apiUrl: twilio.url,
    accountSid: "AC0123",
    authToken: TOKEN,
    from: "+15551234567",
    timeout,
  });
}

test.each([
  [20003, 401, "permanent", "GB4001"],
  [21211, 400, "permanent", "GB4001"],
  [21610, 400, "permanent", "GB4001"],
  [20404, 404, "permanent", "GB4001"],
  [20429, 429, "retry", "GB4001"],
  [60728, 400, "retry", "GB4001"],
  [21611, 400, "retry", "GB4001"],
  [63017, 400, "retry", "GB4001"],
  [63018, 400, "retry", "GB4001"],
  [20503, 503, "retry", "GB4001"],
  [20500, 500, "unknown", "GB4003"],
] as const)("error %i with HTTP %i is %s", async (code, status, failure, message) => {
  twilio.answer({ status, json: { code, message: "no", more_info: "https://…", status } });
  const error = await failureOf(channel(), MESSAGE);
  expect(error).toMatchObject({ failure, remoteCode: String(code), detail: { code: message } });
});

test.each([
  ["a 201 without an id", 201, "{}", "unknown"],
  ["a gateway's 502", 502, "<html>", "unknown"],
  ["a bare 429", 429, "", "retry"],
  ["a bare 503", 503, "", "retry"],
  ["a bare 404", 404, "not here", "permanent"],
] as const)("%s", async (_name, status, text, failure) => {
  twilio.answer({ status, text });
  const error = await failureOf(channel(), MESSAGE);
  expect(error.failure).toBe(failure);
  expect(error.remoteCode).toBeUndefined();
});

test("says what to do about a wrong number", async () => {
  twilio.answer({ status: 400, json: { code: 21211, message: "Invalid 'To' Phone Number" } });
  const { detail } = await failureOf(channel(), MESSAGE);
  expect(detail.message).toBe("Twilio refused the message: Invalid 'To' Phone Number (code 21211)");
  expect(detail.hint).toContain("country code");
});

test("a silent server leaves the outcome unknown", async () => {
  twilio.answer(() => undefined);
  expect(await failureOf(channel(50), MESSAGE)).toMatchObject({ failure: "unknown" });
});

describe("the token is never shown", () => {
  const basic = Buffer.from(`AC0123:${TOKEN}`).toString("base64");

  test.each([TOKEN, basic])("when Twilio repeats it as %s", async (secret) => {
    twilio.answer({ status: 401, json: { code: 20003, message: `denied ${secret}` } });
    const error = await failureOf(channel(), MESSAGE);
    expect(error.message).toContain("denied [hidden]");
    expect(String(error.stack)).not.toContain(secret);
  });
});
