import { createServer } from "node:http";

import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";

import { readConversation } from "../../src/host/whatsapp/whatsable.ts";
import { signTwilio } from "../../src/testing/events/sign-twilio.ts";
import { portOf } from "../contract/port.ts";
import { serveBot, startApi } from "../server/served-providers.ts";
import { readGuides, type Sample, samplesOf } from "./samples.ts";

/** Who delivers what a guide shows: what it says of itself decides. */
const SENDERS = [
  { name: "CMzon", path: "/webhooks/cmzon", secret: "secret-of-cmzon" },
  { name: "SuperWaba", path: "/webhooks/superwaba", secret: "secret-of-superwaba" },
  { name: "WhatsAble", path: "/webhooks/whatsable", secret: undefined },
  { name: "Meta", path: "/webhooks/whatsapp", secret: "secret-of-meta" },
] as const;

const SETTINGS = {
  WHATSAPP_PROVIDERS: "meta, cmzon, superwaba, whatsable",
  WHATSAPP_APP_SECRET: "secret-of-meta",
  WHATSAPP_VERIFY_TOKEN: "YOUR_VERIFY_TOKEN, YOUR_TOKEN",
  CMZON_WEBHOOK_SECRET: "secret-of-cmzon",
  SUPERWABA_APP_SECRET: "secret-of-superwaba",
  WHATSABLE_ALLOW: "127.0.0.1",
};

const item = z.looseObject({});
const value = z.object({
  messages: z.array(item).default([]),
  statuses: z.array(item).default([]),
  errors: z.array(item).default([]),
});
const metaSchema = z.object({
  entry: z.array(z.object({ changes: z.array(z.object({ value })) })),
});

/** The items of a sample of Meta's shape, as handlers must get them. */
function itemsOf({ value: sample }: Sample) {
  const values = metaSchema.parse(sample).entry.flatMap(({ changes }) => changes);
  return values.flatMap(({ value: { messages, statuses, errors } }) => [
    ...messages.map((one) => ({ kind: "message", one })),
    ...statuses.map((one) => ({ kind: "status", one })),
    ...errors.map((one) => ({ kind: "error", one })),
  ]);
}

const guides = readGuides();
const samples = [...guides].flatMap(([name, guide]) => samplesOf(name, guide));

const ITEM = "entry[0].changes[0].value";
const botFor = (address: string) => `ON WHATSAPP MESSAGE RECEIVED DO
  POST "${address}/message", WHATSAPP
END ON
ON WHATSAPP STATUS DO
  LET BODY = PARSE JSON GET REQUEST BODY
  POST "${address}/status", { "status": GET JSON PATH BODY, "${ITEM}.statuses[0]", "data": BODY.data }
END ON
ON WHATSAPP ERROR DO
  POST "${address}/error", GET JSON PATH PARSE JSON GET REQUEST BODY, "${ITEM}.errors[0]"
END ON
`;

/** Takes what the handlers got. */
async function startCollector() {
  const got: { kind: string; value: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      got.push({ kind: request.url?.slice(1) ?? "", value: body });
      response.end("{}");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { got, address: `http://127.0.0.1:${String(portOf(server))}` };
}

function senderOf({ guide }: Sample) {
  const found = SENDERS.find(({ name }) => guide.includes(name));
  if (found === undefined) throw new Error("the guide names nobody");
  return found;
}

describe.skipIf(guides.size === 0)("the JSON examples of the guides", () => {
  beforeAll(() => import("../../src/cli/serve.ts"), 60_000);

  test("are found in every guide that has some", () => {
    const counts = new Map([...guides.keys()].map((name) => [name.slice(0, 3), 0]));
    for (const { place } of samples) {
      counts.set(place.slice(0, 3), (counts.get(place.slice(0, 3)) ?? 0) + 1);
    }
    // The guide of SuperWaba describes events in words alone.
    expect([...counts]).toEqual([
      ["000", 2],
      ["001", 0],
      ["002", 3],
      ["003", 2],
      ["004", 8],
    ]);
  });

  test("reach handlers, signed as their provider signs, with every field that the guide names", async () => {
    const { got, address } = await startCollector();
    const { post, signed } = await serveBot(botFor(address), {
      ...SETTINGS,
      GBASIC_HTTP_ALLOW: "127.0.0.1",
    });
    for (const sample of samples) {
      const { path, secret } = senderOf(sample);
      const before = got.length;
      const status =
        secret === undefined ? post(path, sample.body) : signed(path, sample.body, secret);
      expect([sample.place, await status]).toEqual([sample.place, 200]);
      const expected = "event" in sample.value ? 1 : itemsOf(sample).length;
      await vi.waitFor(() => expect(got.length - before).toBe(expected), { timeout: 10_000 });
      const reached = got.slice(before);
      if ("event" in sample.value) expectWhatsAble(sample.value, reached[0]);
      else {
        for (const { kind, one } of itemsOf(sample)) {
          const raws = reached.filter((each) => each.kind === kind).map(rawOf);
          expect([sample.place, raws]).toEqual([sample.place, [one]]);
        }
      }
    }
  });

  test("come from people who can be answered at the number that they came with", async () => {
    const { taken, settings } = await startApi();
    const script = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "answer to " + GET WHATSAPP SENDER NUMBER
END ON
`;
    const { post, signed, output } = await serveBot(script, { ...SETTINGS, ...settings });
    for (const sample of samples) {
      const { path, secret } = senderOf(sample);
      await (secret === undefined ? post(path, sample.body) : signed(path, sample.body, secret));
    }
    await vi.waitFor(() => expect(taken).toHaveLength(9), { timeout: 10_000 });
    expect(new Set(taken.map(({ text }) => text))).toEqual(
      new Set(["5511999999999", "1234567890", "8801734363287"].map((one) => `answer to ${one}`)),
    );
    expect(output.stderr).not.toContain("GB4004");
  });

  test("have what people read and pick where scripts look for it, whatever the provider", async () => {
    const { got, address } = await startCollector();
    const { post, signed } = await serveBot(botFor(address), {
      ...SETTINGS,
      GBASIC_HTTP_ALLOW: "127.0.0.1",
    });
    for (const sample of samples) {
      const { path, secret } = senderOf(sample);
      await (secret === undefined ? post(path, sample.body) : signed(path, sample.body, secret));
    }
    const messages = () => got.filter(({ kind }) => kind === "message").map((one) => one.value);
    await vi.waitFor(() => expect(messages()).toHaveLength(9), { timeout: 10_000 });
    const seen = messages().map(({ type, text, sender, button, list, location, media }) => ({
      ...{ type, text, number: (sender as { number: string }).number },
      ...{ button, list, location, media },
    }));
    expect(seen).toEqual(
      expect.arrayContaining(
        [
          { type: "text", text: "Hello, how can I help you?", number: "5511999999999" },
          { type: "text", text: "Test message", number: "5511999999999" },
          { type: "text", text: "Hello, I need help with my order", number: "1234567890" },
          { type: "text", text: "Hello!", number: "8801734363287" },
          { type: "text", text: "Hello!", number: "1234567890" },
          { type: "image", text: "Check this out", media: { id: "MEDIA_ID", type: "image/jpeg" } },
          { type: "button", button: { id: "confirm" } },
          { type: "list", list: { id: "pizza", description: "$12.99" } },
          { type: "location", text: "Home, 123 Main St", location: { latitude: 37.7749 } },
        ].map((wanted) => expect.objectContaining(deep(wanted)) as unknown),
      ),
    );
  });
});

/** Objects inside may have more members. */
function deep(wanted: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(wanted).map(([name, one]) => [
      name,
      typeof one === "object" ? (expect.objectContaining(one as object) as unknown) : one,
    ]),
  );
}

function rawOf({ kind, value: reached }: { kind: string; value: Record<string, unknown> }) {
  if (kind === "message") return reached["raw"];
  return kind === "status" ? reached["status"] : reached;
}

const whatsAbleSchema = z.object({ event: z.string(), data: z.looseObject({}) });

function expectWhatsAble(
  sample: Readonly<Record<string, unknown>>,
  reached: { kind: string; value: Record<string, unknown> } | undefined,
): void {
  const { event, data } = whatsAbleSchema.parse(sample);
  if (event === "message_status") {
    expect(reached).toEqual({
      kind: "status",
      value: {
        data,
        status: { id: data["message_id"], status: data["status"], timestamp: "1711230104" },
      },
    });
    return;
  }
  expect(reached).toMatchObject({
    kind: "message",
    value: {
      id: null,
      sender: { number: data["phone_number"], name: data["recipient_name"], id: data["user_id"] },
      text: data["last_message_of_user"],
      type: data["message_type"],
      conversation: readConversation(data["last_messages"]).map(({ text }) => ({ text })),
      raw: data,
    },
  });
}

describe.skipIf(guides.size === 0)("the handshakes and handlers of the guides", () => {
  const sent = [...guides.values()].flatMap((guide) =>
    [...guide.matchAll(/^GET (?:https:\/\/[^/\s]+)?(\/\S*hub\.\S+)$/gm)].map(
      ([, target = ""]) => target,
    ),
  );

  test("a handshake is answered as it is written, and refused without hub.mode", async () => {
    const { address } = await startCollector();
    const { url } = await serveBot(botFor(address), SETTINGS);
    expect(sent).toHaveLength(2);
    for (const target of sent) {
      const query = new URL(target, url).search;
      const response = await fetch(`${url}/webhooks/whatsapp${query}`);
      const isComplete = query.includes("hub.mode=subscribe");
      expect([target, response.status]).toEqual([target, isComplete ? 200 : 403]);
      if (isComplete) expect(await response.text()).toBe("CHALLENGE_STRING");
    }
  });

  test("each BASIC handler takes every example of its path", async () => {
    const listings = [...guides.values()].flatMap((guide) =>
      [...guide.matchAll(/^```basic\n([\s\S]*?)^```/gm)].map(([, listing = ""]) => listing),
    );
    expect(listings).toHaveLength(2);
    for (const listing of listings) {
      const { url, signed, logged } = await serveBot(listing, {
        ...SETTINGS,
        TWILIO_AUTH_TOKEN: "auth-token",
      });
      expect(url).not.toBe("");
      const [, path = ""] = /TO "([^"]+)"/.exec(listing) ?? [];
      if (path !== "/webhooks/whatsapp") {
        const form = { CallSid: "CA123", From: "+1234567890", Digits: "123456" };
        for (const [, target = ""] of listing.matchAll(/POST TO "([^"]+)"/g)) {
          const fields = new Map(Object.entries(form).map(([name, one]) => [name, [one]]));
          const signature = signTwilio(url + target, fields, "auth-token");
          const headers = { "X-Twilio-Signature": signature };
          const body = new URLSearchParams(form);
          const answer = await fetch(url + target, { method: "POST", headers, body });
          expect([target, answer.status]).toEqual([target, 200]);
        }
        continue;
      }
      const meta = samples.filter((sample) => "object" in sample.value);
      for (const { body, place } of meta) {
        expect([place, await signed(path, body, "secret-of-meta")]).toEqual([place, 200]);
      }
      await logged("WhatsApp message from", 8);
    }
  });
});
