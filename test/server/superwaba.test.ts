import { expect, test, vi } from "vitest";

import { deliveryOf, serveBot, signature, startApi } from "./served-providers.ts";

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  LOG "message " + GET WHATSAPP MESSAGE ID
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "you wrote " + GET WHATSAPP MESSAGE BODY
END ON
`;

const message = (id: string) =>
  deliveryOf({ messages: [{ from: "5511999990001", id, type: "text", text: { body: "oi" } }] });

test("SuperWaba passes on what Meta signs, and is answered through Meta unless it has an address", async () => {
  const { taken, settings } = await startApi();
  const { signed, post, logged, url } = await serveBot(BOT, {
    ...settings,
    NODE_ENV: "production",
    WHATSAPP_PROVIDERS: "superwaba",
    WHATSAPP_APP_SECRET: "app-secret",
    WHATSAPP_VERIFY_TOKEN: "verify",
  });
  expect(await signed("/webhooks/superwaba", message("wamid.1"), "app-secret")).toBe(200);
  await logged("message wamid.1");
  expect(await signed("/webhooks/superwaba", message("wamid.1"), "app-secret")).toBe(200);
  expect(await post("/webhooks/superwaba", message("wamid.2"))).toBe(401);
  expect(await signed("/webhooks/superwaba", message("wamid.2"), "other")).toBe(403);
  await vi.waitFor(() => expect(taken).toHaveLength(1), { timeout: 5000 });
  expect(taken[0]).toMatchObject({ path: "/meta/4711/messages", token: "Bearer token-for-meta" });
  const query = "hub.mode=subscribe&hub.challenge=7&hub.verify_token=verify";
  const answer = await fetch(`${url}/webhooks/superwaba?${query}`);
  expect([answer.status, await answer.text()]).toEqual([200, "7"]);
});

test("beside Meta it has a secret and an address of its own", async () => {
  const { taken, settings } = await startApi();
  const { signed, post, logged } = await serveBot(BOT, {
    ...settings,
    NODE_ENV: "production",
    WHATSAPP_PROVIDERS: "meta, superwaba",
    WHATSAPP_APP_SECRET: "app-secret",
    SUPERWABA_PATH: "/webhook",
    SUPERWABA_APP_SECRET: "secret-of-superwaba",
    SUPERWABA_API_URL: settings.WHATSAPP_API_URL.replace("/meta", "/superwaba"),
    SUPERWABA_ACCESS_TOKEN: "token-for-superwaba",
  });
  expect(await signed("/webhook", message("wamid.1"), "secret-of-superwaba")).toBe(200);
  await logged("message wamid.1");
  expect(await signed("/webhook", message("wamid.2"), "app-secret")).toBe(403);
  const body = message("wamid.3");
  const ours = { "X-Hub-Signature-256": signature(body, "app-secret") };
  expect(await post("/webhooks/whatsapp", body, ours)).toBe(200);
  await vi.waitFor(() => expect(taken).toHaveLength(2), { timeout: 5000 });
  expect(taken.map(({ path, token }) => [path, token])).toEqual([
    ["/superwaba/4711/messages", "Bearer token-for-superwaba"],
    ["/meta/4711/messages", "Bearer token-for-meta"],
  ]);
});

test("in production it does not start without a secret", async () => {
  const { output, ended } = await serveBot(BOT, {
    NODE_ENV: "production",
    WHATSAPP_PROVIDERS: "superwaba",
  });
  expect(await ended).toBe(2);
  expect(output.stderr).toContain("SUPERWABA_APP_SECRET is missing");
  expect(output.stderr).toContain("or set WHATSAPP_APP_SECRET");
});
