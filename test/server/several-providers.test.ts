import { expect, test, vi } from "vitest";

import { makeFolder } from "./served-scripts.ts";
import { deliveryOf, serveBot, startApi } from "./served-providers.ts";

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "you wrote " + GET WHATSAPP MESSAGE BODY
END ON

ON WHATSAPP STATUS "failed" DO
  LOG "status of " + WHATSAPP.id
END ON

ON SEND FAILED DO
  SEND WHATSAPP TO "+5511999990009" WITH "told of a failure"
END ON
`;

const ANA = "5511999990001";

const message = (id: string, body: string) =>
  deliveryOf({ messages: [{ from: ANA, id: `wamid.${id}`, type: "text", text: { body } }] });

const failed = (id: string) =>
  deliveryOf({
    statuses: [
      { id, status: "failed", recipient_id: ANA, errors: [{ code: 131026, title: "no way" }] },
    ],
  });

const SECRETS = {
  NODE_ENV: "production",
  WHATSAPP_PROVIDERS: "meta, superwaba, cmzon",
  WHATSAPP_APP_SECRET: "secret-of-meta",
  WHATSAPP_VERIFY_TOKEN: "verify",
  SUPERWABA_APP_SECRET: "secret-of-superwaba",
  CMZON_WEBHOOK_SECRET: "secret-of-cmzon",
};

const PATHS = [
  ["/webhooks/whatsapp", "secret-of-meta"],
  ["/webhooks/superwaba", "secret-of-superwaba"],
  ["/webhooks/cmzon", "secret-of-cmzon"],
] as const;

/** Serves a script, and delivers bodies through all three providers at once. */
async function serveAll(script: string) {
  const { taken, settings } = await startApi();
  const bot = await serveBot(script, { ...settings, ...SECRETS });
  const deliver = async (body: string) => {
    const posts = PATHS.map(([path, secret]) => bot.signed(path, body, secret));
    expect(await Promise.all(posts)).toEqual([200, 200, 200]);
  };
  const texts = (count: number) =>
    vi.waitFor(
      () => {
        expect(taken).toHaveLength(count);
        return taken.map(({ text }) => text);
      },
      { timeout: 5000 },
    );
  return { ...bot, deliver, texts };
}

test("what several providers deliver runs once", async () => {
  const { deliver, texts, logged } = await serveAll(BOT);
  await deliver(message("1", "one"));
  await logged("duplicate not run again", 2);
  await deliver(message("2", "two"));
  expect(await texts(2)).toEqual(["you wrote one", "you wrote two"]);
  await deliver(failed("wamid.out1"));
  await logged("duplicate not run again", 6);
  await logged("status of wamid.out1", 1);
  expect(await texts(3)).toEqual(["you wrote one", "you wrote two", "told of a failure"]);
});

test("an ON WEBHOOK of one provider's path runs for what comes there, beside ON WHATSAPP", async () => {
  const own = `ON WEBHOOK POST TO "/webhooks/cmzon" DO\n  LOG "by CMzon alone"\nEND ON\n`;
  const { deliver, texts, logged } = await serveAll(own + BOT);
  await deliver(message("1", "one"));
  await logged("by CMzon alone", 1);
  await logged("duplicate not run again", 1);
  expect(await texts(1)).toEqual(["you wrote one"]);
});

test("a forgery on a path that is open keeps no real message from running", async () => {
  const open = `ON WEBHOOK POST TO "/webhooks/whatsapp" OPEN DO\n  LOG "by anyone"\nEND ON\n`;
  const { post, signed, texts, logged } = await serveAll(open + BOT);
  expect(await post("/webhooks/whatsapp", failed("wamid.out1"))).toBe(200);
  expect(await post("/webhooks/whatsapp", message("1", "forged"))).toBe(200);
  await logged("by anyone", 1);
  expect(await signed("/webhooks/superwaba", message("1", "real"), "secret-of-superwaba")).toBe(
    200,
  );
  expect(await texts(1)).toEqual(["you wrote real"]);
  expect(await signed("/webhooks/superwaba", failed("wamid.out1"), "secret-of-superwaba")).toBe(
    200,
  );
  await logged("status of wamid.out1", 2);
});

test("what ran unsigned during development is a repeat once the secret is set", async () => {
  const { settings } = await startApi();
  const folder = await makeFolder();
  const unsigned = await serveBot(BOT, {}, folder);
  expect(await unsigned.post("/webhooks/whatsapp", message("1", "one"))).toBe(200);
  expect(await unsigned.post("/webhooks/whatsapp", failed("wamid.out1"))).toBe(200);
  await unsigned.logged("status of wamid.out1", 1);
  unsigned.stop();
  await unsigned.ended;
  const { signed, logged, output } = await serveBot(BOT, { ...settings, ...SECRETS }, folder);
  for (const body of [message("1", "one"), failed("wamid.out1")]) {
    expect(await signed("/webhooks/whatsapp", body, "secret-of-meta")).toBe(200);
    expect(await signed("/webhooks/cmzon", body, "secret-of-cmzon")).toBe(200);
  }
  await logged("duplicate not run again", 4);
  expect(output.stderr).not.toContain("status of wamid.out1");
});
