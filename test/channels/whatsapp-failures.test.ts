import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCloudApiChannel } from "../../src/channels/whatsapp/cloud-api-channel.ts";
import { delivery, failureOf } from "../contract/channel-contract.ts";
import { startLocalServer, type LocalServer } from "../contract/local-server.ts";

const TOKEN = "EAAG-very-secret";
const MESSAGE = { channel: "whatsapp", to: "5511999999999", text: "hello" } as const;

let meta: LocalServer;

beforeAll(async () => {
  meta = await startLocalServer({ status: 500, text: "" });
});
afterAll(() => meta.close());

function channel(timeout?: number, apiUrl = meta.url) {
  return createCloudApiChannel({
    apiUrl,
    phoneNumberId: "1",
    accessToken: TOKEN,
    ...(timeout === undefined ? {} : { timeout }),
  });
}

describe("what fails is named, with what follows", () => {
  const file = { name: "tea.png", contentType: "image/png", content: new Uint8Array(1) };
  const picture = { ...MESSAGE, content: { kind: "image", source: { file } } } as const;
  const mark = {
    ...MESSAGE,
    content: { kind: "read", messageId: "wamid.1", typing: false },
  } as const;

  test.each([
    [picture, "retry", "GB4742", 'WhatsApp took the file "tea.png"', "uploads the file again"],
    [mark, "unknown", "GB4743", "WhatsApp shows wamid.1 as read", "does not mark it again"],
    [MESSAGE, "unknown", "GB4003", "WhatsApp took the message", "look for it on the other side"],
  ] as const)("%#: without an answer", async (message, failure, code, text, hint) => {
    meta.answer({ status: 503, text: "" });
    const error = await failureOf(channel(), message);
    expect(error).toMatchObject({ failure, detail: { code } });
    expect(error.detail.message).toContain(text);
    expect(error.detail.hint).toContain(hint);
  });

  test.each([
    [picture, 'refused the file "tea.png": no'],
    [mark, "refused the mark that wamid.1 was read: no"],
    [MESSAGE, "refused the message: no"],
  ] as const)("%#: refused", async (message, text) => {
    meta.answer({ status: 400, json: { error: { message: "no", code: 100 } } });
    const error = await failureOf(channel(), message);
    expect(error.detail.message).toContain(text);
  });
});

describe("errors of Meta are classified by their code, not by the status", () => {
  test.each([
    [4, 400, "retry"],
    [80007, 400, "retry"],
    [130429, 429, "retry"],
    [130429, 400, "retry"],
    [131056, 400, "retry"],
    [131000, 500, "retry"],
    [131016, 400, "retry"],
    [131057, 400, "retry"],
    [131047, 400, "permanent"],
    [131047, 500, "permanent"],
    [131026, 400, "permanent"],
    [131049, 400, "permanent"],
    [131050, 400, "permanent"],
    [130472, 400, "permanent"],
    [131051, 400, "permanent"],
    [131042, 400, "permanent"],
    [132001, 404, "permanent"],
    [132999, 500, "permanent"],
    [0, 401, "permanent"],
    [3, 500, "permanent"],
    [10, 403, "permanent"],
    [190, 401, "permanent"],
    [200, 403, "permanent"],
    [299, 500, "permanent"],
    [368, 400, "permanent"],
    [131031, 500, "permanent"],
    [130497, 400, "permanent"],
    [131062, 400, "permanent"],
    [100, 400, "permanent"],
    [999999, 400, "permanent"],
    [999999, 500, "retry"],
    [999999, 429, "retry"],
  ] as const)("%i with HTTP %i is %s", async (code, status, failure) => {
    meta.answer({ status, json: { error: { message: "no", type: "OAuthException", code } } });
    const error = await failureOf(channel(), MESSAGE);
    expect(error).toMatchObject({ failure, remoteCode: String(code), detail: { code: "GB4001" } });
  });

  test("an unknown code that Meta calls transient may be tried again", async () => {
    const json = { error: { message: "no", code: 999999, is_transient: true } };
    meta.answer({ status: 400, json });
    expect(await failureOf(channel(), MESSAGE)).toMatchObject({ failure: "retry" });
  });

  test("says what Meta said and what to do", async () => {
    const data = { messaging_product: "whatsapp", details: "More than 24 hours have passed" };
    meta.answer({
      status: 400,
      json: { error: { message: "Re-engagement message", code: 131047, error_data: data } },
    });
    const { detail } = await failureOf(channel(), MESSAGE);
    expect(detail.message).toBe(
      "WhatsApp refused the message: Re-engagement message: More than 24 hours have passed (code 131047)",
    );
    expect(detail.hint).toContain("template");
  });
});

test.each([0, 3, 10, 100, 190, 200, 368, 130472, 130497, 131031, 131051, 132000, 132001, 132018])(
  "of the code %s of Meta it says what to do",
  async (code) => {
    meta.answer({ status: 400, json: { error: { message: "no", code } } });
    const { detail } = await failureOf(channel(), MESSAGE);
    expect(detail.hint).toMatch(/\w+ \w+/);
  },
);

describe("answers without a Graph error", () => {
  test.each([
    ["a 200 without an id", 200, "{}", "unknown"],
    ["a 200 that is no JSON", 200, "OK", "unknown"],
    ["a gateway's 502", 502, "<html>", "unknown"],
    ["a bare 429", 429, "", "retry"],
    ["a bare 404", 404, "not here", "permanent"],
  ] as const)("%s is %s %s %s", async (_name, status, text, failure) => {
    meta.answer({ status, text });
    expect(await failureOf(channel(), MESSAGE)).toMatchObject({ failure });
  });

  test("a redirect is not followed", async () => {
    meta.answer({ status: 307, text: "", location: `${meta.url}/elsewhere` });
    const before = meta.received.length;
    expect(await failureOf(channel(), MESSAGE)).toMatchObject({ failure: "permanent" });
    expect(meta.received).toHaveLength(before + 1);
  });
});

describe("requests without an answer", () => {
  test("a server that is not there may be tried again", async () => {
    const gone = await startLocalServer({ status: 200, text: "" });
    await gone.close();
    const error = await failureOf(channel(undefined, gone.url), MESSAGE);
    expect(error).toMatchObject({ failure: "retry", detail: { code: "GB4002" } });
  });

  test("a silent server leaves the outcome unknown", async () => {
    meta.answer(() => undefined);
    const error = await failureOf(channel(50), MESSAGE);
    expect(error).toMatchObject({ failure: "unknown", detail: { code: "GB4003" } });
    expect(error.message).toContain("no answer within 0.05 s");
  });

  test("a body that never ends leaves the outcome unknown", async () => {
    meta.answer((response) => {
      response.writeHead(200);
      response.write('{"messages":');
    });
    expect(await failureOf(channel(50), MESSAGE)).toMatchObject({ failure: "unknown" });
  });

  test("a connection that breaks after the request leaves the outcome unknown", async () => {
    meta.answer((response) => void response.socket?.destroy());
    const error = await failureOf(channel(), MESSAGE);
    expect(error).toMatchObject({ failure: "unknown", detail: { code: "GB4003" } });
  });

  test("being stopped after the request left leaves the outcome unknown", async () => {
    const stop = new AbortController();
    meta.answer(() => stop.abort());
    const error = await failureOf(channel(), MESSAGE, delivery("k", stop.signal));
    expect(error).toMatchObject({ failure: "unknown" });
    expect(error.message).toContain("stopped");
  });
});

describe("the token is never shown", () => {
  test("when Meta repeats it", async () => {
    const json = { error: { message: `bad token Bearer ${TOKEN}\nforged line`, code: 190 } };
    meta.answer({ status: 401, json });
    const error = await failureOf(channel(), MESSAGE);
    expect(error.message).toContain("bad token Bearer [hidden] forged line");
    expect(JSON.stringify(error) + String(error.stack) + String(error.cause)).not.toContain(TOKEN);
  });

  test("when a proxy's page repeats it", async () => {
    meta.answer({ status: 403, text: `denied ${TOKEN} ${encodeURIComponent(TOKEN)}` });
    expect((await failureOf(channel(), MESSAGE)).message).not.toContain(TOKEN);
  });

  test("when it cannot be sent as a header", async () => {
    const broken = createCloudApiChannel({
      apiUrl: meta.url,
      phoneNumberId: "1",
      accessToken: `${TOKEN}\nX: 1`,
    });
    const error = await failureOf(broken, MESSAGE);
    expect(error.failure).toBe("retry");
    expect(String(error.stack)).not.toContain(TOKEN);
  });
});
