import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWhatsAbleChannel } from "../../src/channels/whatsapp/whatsable-channel.ts";
import { delivery, failureOf } from "../contract/channel-contract.ts";
import { startLocalServer, type LocalServer } from "../contract/local-server.ts";

const TOKEN = "whatsable-very-secret";
const MESSAGE = { channel: "whatsapp", to: "5511999999999", text: "hello" } as const;

let service: LocalServer;

beforeAll(async () => {
  service = await startLocalServer({ status: 500, text: "" });
});
afterAll(() => service.close());

const channel = () => createWhatsAbleChannel({ apiUrl: service.url, accessToken: TOKEN });

describe("WhatsAble took a message where its answer", () => {
  test.each([
    [{ success: true, error: null }, "run-1/1"],
    [{ success: true, errors: {}, error: "" }, "run-1/1"],
    [{ success: "true" }, "run-1/1"],
    [{ status: "ok", errors: [] }, "run-1/1"],
    [{ status: "success", message: "no errors" }, "run-1/1"],
    [{ message: "Message queued (0 failed)", id: "7" }, "7"],
    [{ message: "Message sent successfully" }, "run-1/1"],
    [{ id: 7 }, "7"],
    [{ message_id: "m", id: 7 }, "m"],
    [{ messages: [{ id: "wamid.1" }] }, "wamid.1"],
    [{ messages: [{ id: "wamid.1", message_status: "accepted" }] }, "wamid.1"],
    [{ message: "Message successfully sent" }, "run-1/1"],
    [{ message: "Your message was successfully queued" }, "run-1/1"],
    [{ message: "Success" }, "run-1/1"],
    [{ status: 200, message: "OK" }, "run-1/1"],
    [{ message: "OK" }, "run-1/1"],
    [{ data: { id: "x" } }, "x"],
    [{ success: true, error: "none" }, "run-1/1"],
    [{ success: true, error: "no template, sent as text" }, "run-1/1"],
    [{ id: 7, error: "none" }, "7"],
  ])("is %j", async (json, id) => {
    service.answer({ status: 200, json });
    expect(await channel().deliver(MESSAGE, delivery())).toEqual({ id });
  });
});

describe("WhatsAble refused a message where its answer", () => {
  test.each([
    [200, { success: false, message: "no credit" }, "no credit (HTTP 200)"],
    [200, { success: "false" }, "HTTP 200"],
    [200, { id: 7, error: "no credit" }, "no credit"],
    [200, { id: "1", status: "failed_to_send" }, "HTTP 200"],
    [200, { id: "1", status: "undelivered" }, "HTTP 200"],
    [200, { status: 400, id: "1" }, "HTTP 200"],
    [200, { success: true, data: { id: "1", status: "failed" } }, "HTTP 200"],
    [200, { messages: [{ id: "1", message_status: "failed" }] }, "HTTP 200"],
    [200, { id: 7, errors: [{ code: 1 }] }, "HTTP 200"],
    [200, { status: "error", message: "no", details: "number" }, "no: number (HTTP 200)"],
    [202, { status: "FAILED" }, "HTTP 202"],
    [400, { message: "Message sent" }, "Message sent (HTTP 400)"],
    [401, {}, "HTTP 401"],
  ])("is HTTP %i %j", async (status, json, text) => {
    service.answer({ status, json });
    const error = await failureOf(channel(), MESSAGE);
    expect(error).toMatchObject({ failure: "permanent", detail: { code: "GB4001" } });
    expect(error.detail.message).toContain(text);
  });
});

describe("it is not known whether WhatsAble took a message where its answer", () => {
  test.each([
    [200, "{}"],
    [200, ""],
    [200, "<p>error</p>"],
    [200, "[]"],
    [200, '{"message":"Message failed"}'],
    [200, '{"id":""}'],
    [200, '{"message":"Message was not successfully sent"}'],
    [200, '{"message":"Success rate 0"}'],
    [200, '{"data":{}}'],
    [503, '{"success":false}'],
  ])("is HTTP %i %s", async (status, text) => {
    service.answer({ status, text });
    const error = await failureOf(channel(), MESSAGE);
    expect(error).toMatchObject({ failure: "unknown", detail: { code: "GB4003" } });
  });
});

test("WhatsAble has no time: the message is tried again", async () => {
  service.answer({ status: 429, json: { message: `slow down, ${TOKEN}` } });
  const error = await failureOf(channel(), MESSAGE);
  expect(error).toMatchObject({ failure: "retry", detail: { code: "GB4001" } });
  expect(error.detail.message).not.toContain(TOKEN);
});
