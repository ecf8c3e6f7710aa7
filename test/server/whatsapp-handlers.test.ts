import { createHmac } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { codes } from "../check/diagnostics.ts";
import { startLocalServer } from "../contract/local-server.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const handler = (phrase: string) =>
  `ON WHATSAPP ${phrase} DO\n  PRINT "${phrase.replaceAll('"', "")}"\nEND ON\n`;

const button = (id: string) => ({
  type: "interactive",
  interactive: { type: "button_reply", button_reply: { id, title: "Yes" } },
});
const row = (id: string) => ({
  type: "interactive",
  interactive: { type: "list_reply", list_reply: { id, title: "Tea" } },
});

function deliveryOf(message: object, number = "111"): string {
  const value = {
    metadata: { phone_number_id: number },
    messages: [{ from: "5511999999999", ...message }],
  };
  const entry = [{ id: "1", changes: [{ field: "messages", value }] }];
  return JSON.stringify({ object: "whatsapp_business_account", entry });
}

async function post(url: string, body: string, headers = {}): Promise<string> {
  const json = { "Content-Type": "application/json", ...headers };
  const answer = await fetch(`${url}/webhooks/whatsapp`, { method: "POST", headers: json, body });
  return answer.text();
}

describe("the narrowest handler runs", () => {
  test("of one button, of buttons, of all messages", async () => {
    const phrases = ["MESSAGE RECEIVED", "TEXT", "BUTTON", 'BUTTON "yes"', "LIST", 'LIST "tea"'];
    const { url } = await serveScript(await makeFolder(), phrases.map(handler).join(""));
    const answers = [
      [{ type: "text", text: { body: "a" } }, "TEXT"],
      [button("yes"), "BUTTON yes"],
      [button("no"), "BUTTON"],
      [{ type: "button", button: { payload: "yes", text: "Yes, please" } }, "BUTTON yes"],
      [{ type: "button", button: { text: "yes" } }, "BUTTON yes"],
      [row("tea"), "LIST tea"],
      [row("yes"), "LIST"],
      [{ type: "image", image: { id: "1" } }, "MESSAGE RECEIVED"],
      [{ type: "interactive", errors: [{ code: 1 }] }, "MESSAGE RECEIVED"],
      [{}, "MESSAGE RECEIVED"],
    ] as const;
    for (const [message, answer] of answers) {
      expect(await post(url, deliveryOf(message))).toBe(answer);
    }
  });

  test("and none where there is none for it", async () => {
    const served = await serveScript(await makeFolder(), handler("TEXT"));
    expect(await post(served.url, deliveryOf(button("yes")))).toBe("OK");
  });

  test.each([
    [handler("TEXT") + handler("TEXT"), ["GB2282 4:1"]],
    [handler('BUTTON "a"') + handler('BUTTON "a"'), ["GB2282 4:1"]],
    [handler('BUTTON "a"') + handler('BUTTON "b"') + handler("BUTTON"), []],
    [handler('BUTTON ""'), ["GB2283 1:1"]],
    ["ON WHATSAPP BUTON DO\nEND ON", ["GB2230 1:1"]],
    ["ON WHATSAPP BUTTON x DO\nEND ON", ["GB2243 1:20"]],
  ])("a tie and a slip are told of when the script is loaded: %s", (script, expected) => {
    expect(codes(script)).toEqual(expected);
  });
});

test("a kind that nobody knows reaches the general handler as it came", async () => {
  const script = `ON WHATSAPP TEXT DO
  PRINT "text"
END ON
ON WHATSAPP MESSAGE RECEIVED DO
  PRINT [WHATSAPP.type, WHATSAPP.raw, WHATSAPP.a.b, GET WHATSAPP BUTTON ID, GET WHATSAPP LOCATION, GET WHATSAPP MESSAGE TIMESTAMP]
END ON`;
  const { url } = await serveScript(await makeFolder(), script);
  const poll = { type: "poll", poll: { question: "Tea?" } };
  expect(JSON.parse(await post(url, deliveryOf(poll)))).toEqual([
    "poll",
    { from: "5511999999999", ...poll },
    null,
    null,
    null,
    null,
  ]);
});

test("an answer leaves from the number that was written to, also from a SUB that was spawned", async () => {
  const meta = await startLocalServer({ status: 200, json: { messages: [{ id: "wamid.1" }] } });
  const script = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "a"
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "b" USING "333"
  SPAWN LATER GET WHATSAPP SENDER NUMBER
END ON
SUB LATER NUMBER$
  SEND WHATSAPP TO NUMBER$ WITH "c"
END SUB`;
  const { url, stop } = await serveScript(await makeFolder(), script, {
    WHATSAPP_APP_SECRET: "secret",
    WHATSAPP_ACCESS_TOKEN: "token",
    WHATSAPP_PHONE_NUMBER_ID: "111",
    WHATSAPP_API_URL: meta.url,
    WHATSAPP_PAIR_RATE: "off",
  });
  const body = deliveryOf({ id: "wamid.A", type: "text", text: { body: "hi" } }, "222");
  const hmac = createHmac("sha256", "secret").update(body).digest("hex");
  await post(url, body, { "X-Hub-Signature-256": `sha256=${hmac}` });
  await vi.waitFor(() => expect(meta.received).toHaveLength(3), { timeout: 10_000 });
  expect(meta.received.map(({ path }) => path)).toEqual([
    "/222/messages",
    "/333/messages",
    "/222/messages",
  ]);
  await stop();
  await meta.close();
});

test("nobody but Meta chooses the number", async () => {
  const meta = await startLocalServer({ status: 200, json: { messages: [{ id: "wamid.1" }] } });
  const script = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "a"
END ON`;
  const { url, stop } = await serveScript(await makeFolder(), script, {
    WHATSAPP_ACCESS_TOKEN: "token",
    WHATSAPP_PHONE_NUMBER_ID: "111",
    WHATSAPP_API_URL: meta.url,
  });
  await post(url, deliveryOf({ type: "text", text: { body: "hi" } }, "222"));
  await vi.waitFor(() => expect(meta.received).toHaveLength(1), { timeout: 10_000 });
  expect(meta.received[0]?.path).toBe("/111/messages");
  await stop();
  await meta.close();
});
