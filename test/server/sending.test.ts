import { join } from "node:path";
import { performance } from "node:perf_hooks";

import { expect, test, vi } from "vitest";
import { z } from "zod";

import { readStore } from "../../src/engine/sqlite/store-reader.ts";
import { startLocalMeta } from "./local-meta.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const PATH = "entry[0].changes[0].value";
const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET MESSAGE = GET JSON PATH PARSE JSON GET REQUEST BODY, "${PATH}.messages[0]"
  FOR I = 1 TO 4
    SEND WHATSAPP TO MESSAGE.from WITH MESSAGE.text.body + " " + I
  NEXT I
END ON
`;

const sentSchema = z.object({
  to: z.string(),
  text: z.object({ body: z.string() }),
  biz_opaque_callback_data: z.string(),
});

/** What came in at the local Meta, with the time in ms. */
interface Sent {
  readonly to: string;
  readonly text: string;
  readonly key: string;
  readonly at: number;
}

/** How the local Meta answers: takes the message, says nothing and hangs up, or gives an error. */
type Answer = "take" | "hang up" | { readonly code: number };

/** Starts a Meta on this machine; each message gets the answer that `answer` gives. */
async function startMeta(answer: (sent: Sent, index: number) => Answer) {
  const sent: Sent[] = [];
  const settings = await startLocalMeta((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = sentSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      const { to, text, biz_opaque_callback_data: key } = body;
      const one = { to, text: text.body, key, at: performance.now() };
      sent.push(one);
      const given = answer(one, sent.length);
      if (given === "hang up") request.socket.destroy();
      else if (given === "take")
        response.end(JSON.stringify({ messages: [{ id: `wamid.${key}` }] }));
      else response.writeHead(400).end(JSON.stringify({ error: { message: "no", ...given } }));
    });
  });
  return { sent, settings };
}

async function deliver(url: string, value: object): Promise<void> {
  const changes = [{ field: "messages", value }];
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes }],
  });
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${url}/webhooks/whatsapp`, { method: "POST", headers, body });
  expect(response.status).toBe(200);
}

const message = (from: string, body: string) => ({
  messages: [{ id: `wamid.in.${from}`, from, type: "text", text: { body } }],
});

/** The messages of the store with their states, in order. */
function statesOf(folder: string): readonly string[] {
  const entries = readStore(join(folder, ".gbasic"), (reader) =>
    reader.list({ state: undefined, limit: 100 }),
  );
  return entries
    .filter(({ kind }) => kind === "send")
    .map(({ state }) => state)
    .reverse();
}

test("messages to one person keep to WHATSAPP_PAIR_RATE and their order, and hold up nobody else", async () => {
  const { sent, settings } = await startMeta(() => "take");
  const paced = { ...settings, WHATSAPP_PAIR_RATE: "2/1.5" };
  const { url } = await serveScript(await makeFolder(), BOT, paced);
  await deliver(url, message("5511999990001", "a"));
  await deliver(url, message("5511999990002", "b"));
  await vi.waitFor(() => expect(sent).toHaveLength(8), { timeout: 10_000 });
  for (const [person, text] of [
    ["5511999990001", "a"],
    ["5511999990002", "b"],
  ]) {
    const own = sent.filter(({ to }) => to === person);
    expect(own.map((one) => one.text)).toEqual([1, 2, 3, 4].map((index) => `${text} ${index}`));
    const [first, , third, fourth] = own.map(({ at }) => at);
    // A busy machine takes and gives some of the time on the way here.
    expect((third ?? 0) - (first ?? 0)).toBeGreaterThan(750);
    expect((fourth ?? 0) - (first ?? 0)).toBeGreaterThan(2000);
  }
  expect(
    sent
      .slice(0, 4)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(["5511999990001", "5511999990001", "5511999990002", "5511999990002"]);
}, 30_000);

test("messages in all keep to WHATSAPP_RATE", async () => {
  const { sent, settings } = await startMeta(() => "take");
  const { url } = await serveScript(await makeFolder(), BOT, { ...settings, WHATSAPP_RATE: "2" });
  await deliver(url, message("5511999990001", "a"));
  await deliver(url, message("5511999990002", "b"));
  await vi.waitFor(() => expect(sent).toHaveLength(8), { timeout: 10_000 });
  expect((sent[7]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThan(2000);
}, 30_000);

test("an error 130429 lets nothing leave to anybody for a while, and nothing gets lost or out of order", async () => {
  const { sent, settings } = await startMeta((_sent, index) =>
    index === 1 ? { code: 130429 } : "take",
  );
  const { url } = await serveScript(await makeFolder(), BOT, settings);
  await deliver(url, message("5511999990001", "a"));
  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 10_000 });
  await deliver(url, message("5511999990002", "b"));
  await vi.waitFor(() => expect(sent).toHaveLength(9), { timeout: 20_000 });
  expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThan(900);
  const texts = sent.slice(1).map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith("a"))).toEqual(["a 1", "a 2", "a 3", "a 4"]);
  expect(texts.filter((text) => text.startsWith("b"))).toEqual(["b 1", "b 2", "b 3", "b 4"]);
}, 30_000);

test("a status webhook tells what became of a message that was never answered", async () => {
  const folder = await makeFolder();
  const { sent, settings } = await startMeta((_sent, index) => (index <= 3 ? "hang up" : "take"));
  const { url, said } = await serveScript(folder, BOT, settings);
  await deliver(url, message("5511999990001", "a"));
  await vi.waitFor(
    () => expect(statesOf(folder)).toEqual(["unknown", "unknown", "unknown", "done"]),
    {
      timeout: 10_000,
    },
  );
  const status = (index: number, state: string, rest = {}) => ({
    statuses: [
      {
        id: `wamid.out.${String(index)}`,
        status: state,
        recipient_id: "5511999990001",
        biz_opaque_callback_data: sent[index]?.key,
        ...rest,
      },
    ],
  });
  const errors = [{ code: 131026, title: "Message undeliverable" }];
  await deliver(url, status(0, "delivered"));
  await deliver(url, status(1, "failed", { errors }));
  await deliver(url, status(3, "failed", { errors }));
  expect(statesOf(folder)).toEqual(["done", "dead", "unknown", "dead"]);
  await vi.waitFor(() => expect(said().match(/GB4251/g)).toHaveLength(2), { timeout: 5000 });
  // A message that is known to have arrived or not is not sent again.
  expect(sent).toHaveLength(4);
}, 30_000);
