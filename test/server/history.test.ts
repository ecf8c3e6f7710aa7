import { expect, test, vi } from "vitest";
import { z } from "zod";
import { startLocalMeta } from "./local-meta.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const ANA = "5511999990001";
const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET MESSAGE = GET JSON PATH PARSE JSON GET REQUEST BODY, "entry[0].changes[0].value.messages[0]"
  SEND WHATSAPP TO "+" + MESSAGE.from WITH "you said " + MESSAGE.text.body
END ON
ON WEBHOOK GET TO "/history" DO
  LET COUNT = GET QUERY VALUE "last"
  IF COUNT IS NULL THEN
    LET FOUND = GET MESSAGE HISTORY FROM GET QUERY VALUE "who"
  ELSE
    LET FOUND = GET MESSAGE HISTORY FROM GET QUERY VALUE "who" LAST COUNT
  END IF
  PRINT FOUND
END ON
ON WEBHOOK POST TO "/sms" DO
  PRINT "<Response/>"
END ON
`;

const sentSchema = z.object({ text: z.object({ body: z.string() }), ...idOf() });
function idOf() {
  return { biz_opaque_callback_data: z.string() };
}

/** A Meta on this machine that takes everything; its statuses are for the test to send. */
async function startMeta() {
  const keys = new Map<string, string>();
  const settings = await startLocalMeta((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const sent = sentSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      keys.set(sent.text.body, sent.biz_opaque_callback_data);
      response.end(JSON.stringify({ messages: [{ id: `wamid.of ${sent.text.body}` }] }));
    });
  });
  return { keys, settings };
}

async function deliver(url: string, value: object): Promise<void> {
  const changes = [{ field: "messages", value }];
  const body = JSON.stringify({ object: "whatsapp_business_account", entry: [{ changes }] });
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${url}/webhooks/whatsapp`, { method: "POST", headers, body });
  expect(response.status).toBe(200);
}

const written = (id: string, body: string) => ({
  messages: [{ id: `wamid.${id}`, from: ANA, type: "text", text: { body } }],
});

async function historyOf(url: string, who: string, last?: number): Promise<unknown> {
  const query = last === undefined ? { who } : { who, last: String(last) };
  const response = await fetch(`${url}/history?${String(new URLSearchParams(query))}`);
  const text = await response.text();
  return response.ok ? (JSON.parse(text) as unknown) : text;
}

const inbound = (id: string, text: string) => ({
  ...{ id: `wamid.${id}`, direction: "inbound", channel: "whatsapp", type: "text" },
  ...{ subject: null, text, status: "received", error: null },
});
const outbound = (text: string, status: string, error: string | null = null) => ({
  ...{ id: `wamid.of ${text}`, direction: "outbound", channel: "whatsapp", type: "text" },
  ...{ subject: null, text, status, error },
});

test("a script reads what a person wrote and was sent, statuses in whatever order, over a restart", async () => {
  const { keys, settings } = await startMeta();
  const folder = await makeFolder();
  const first = await serveScript(folder, BOT, settings);
  const report = async (url: string, text: string, status: string, more: object = {}) => {
    const key = keys.get(text);
    const one = { id: `wamid.of ${text}`, status, recipient_id: ANA, ...more };
    await deliver(url, { statuses: [{ ...one, biz_opaque_callback_data: key }] });
  };
  await deliver(first.url, written("1", "a"));
  await deliver(first.url, written("1", "a"));
  await deliver(first.url, written("2", "b"));
  await vi.waitFor(() => expect([...keys.keys()].sort()).toEqual(["you said a", "you said b"]));
  await report(first.url, "you said a", "read");
  await first.stop();
  const { url } = await serveScript(folder, BOT, settings);
  await report(url, "you said a", "delivered");
  await report(url, "you said a", "sent");
  const errors = [{ code: 131047, title: "Re-engagement message" }];
  await report(url, "you said b", "failed", { errors });
  await report(url, "you said b", "delivered");
  const failed = "the far side reported that it failed: 131047 Re-engagement message";
  const expected = [
    inbound("1", "a"),
    outbound("you said a", "read"),
    inbound("2", "b"),
    outbound("you said b", "failed", failed),
  ];
  expect(await historyOf(url, "+55 (11) 99999-0001")).toMatchObject(expected);
  expect(await historyOf(url, `whatsapp:+${ANA}`, 2)).toMatchObject(expected.slice(2));
  expect(await historyOf(url, "5511999990002")).toEqual([]);
  expect(await historyOf(url, "")).toEqual([]);
});

test("an SMS of Twilio is in the history of its sender", async () => {
  const { url } = await serveScript(await makeFolder(), BOT);
  const body = new URLSearchParams({ From: `+${ANA}`, Body: "good day", MessageSid: "SM1" });
  expect((await fetch(`${url}/sms`, { method: "POST", body })).status).toBe(200);
  const expected = { id: "SM1", direction: "inbound", channel: "sms", text: "good day" };
  expect(await historyOf(url, ANA)).toMatchObject([expected]);
});

test.each([0, -1, 1.5, 10_001])("LAST takes no %d", async (last) => {
  const { url } = await serveScript(await makeFolder(), BOT);
  expect(await historyOf(url, ANA, last)).toContain(
    `GB3420: LAST ${String(last)} is no number of messages`,
  );
});

test("somebody who hides the number later is the same person", async () => {
  const { url } = await serveScript(await makeFolder(), BOT);
  const ids = { from_user_id: "BR.1502576394655843" };
  const say = (id: string, names: object) =>
    deliver(url, { messages: [{ id, ...names, type: "text", text: { body: id } }] });
  await say("with the number", { from: ANA, ...ids });
  await say("without it", ids);
  await say("of another", { from_user_id: "BR.2" });
  for (const who of [ANA, "+55 11 9999-0001", ids.from_user_id]) {
    const found = z.array(z.object({ text: z.string() })).parse(await historyOf(url, who));
    const texts = found.map(({ text }) => text).filter((text) => !text.startsWith("you said"));
    expect(texts).toEqual(["with the number", "without it"]);
  }
});
