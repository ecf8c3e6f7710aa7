import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { gbasic } from "../cli/command.ts";
import { deliveryOf, serveBot, signature } from "./served-providers.ts";
import { makeFolder } from "./served-scripts.ts";

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  LOG "message " + GET WHATSAPP MESSAGE BODY
END ON
`;
const SECRET = "secret-of-meta";
const SETTINGS = { WHATSAPP_APP_SECRET: SECRET, WHATSAPP_VERIFY_TOKEN: "token" };
const messageOf = (id: string) =>
  deliveryOf({
    messages: [{ from: "5511999990001", id, timestamp: "1", type: "text", text: { body: id } }],
  });

const listed = z.array(z.looseObject({ id: z.string(), state: z.string() }));
const shown = z.object({
  reason: z.string(),
  item: z.object({ request: z.object({ body: z.string() }) }),
});

async function serveSigned(script = BOT, environment: Readonly<Record<string, string>> = SETTINGS) {
  const folder = await makeFolder();
  const served = await serveBot(script, environment, folder);
  const deliveries = async () => {
    const { stdout } = await gbasic(["jobs", "deliveries", "--json"], folder);
    return listed.parse(JSON.parse(stdout));
  };
  const show = async (id: string) => {
    const { stdout } = await gbasic(["jobs", "show", id, "--json"], folder);
    return shown.parse(JSON.parse(stdout));
  };
  return { ...served, deliveries, show };
}

describe("a signed delivery", () => {
  test.each(["text/plain", "application/x-www-form-urlencoded", "application/octet-stream"])(
    "runs whatever its Content-Type says: %s",
    async (type) => {
      const { post, logged } = await serveSigned();
      const body = messageOf("wamid.1");
      const headers = { "Content-Type": type, "X-Hub-Signature-256": signature(body, SECRET) };
      expect(await post("/webhooks/whatsapp", body, headers)).toBe(200);
      await logged("message wamid.1");
    },
  );

  test("runs without a Content-Type", async () => {
    const { url, logged } = await serveSigned();
    const body = messageOf("wamid.2");
    const { status } = await fetch(`${url}/webhooks/whatsapp`, {
      method: "POST",
      headers: { "X-Hub-Signature-256": signature(body, SECRET) },
      body: new TextEncoder().encode(body),
    });
    expect(status).toBe(200);
    await logged("message wamid.2");
  });

  test("runs the ON WEBHOOK of its path the same way", async () => {
    const script = `ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  LOG "message " + GET WHATSAPP MESSAGE BODY
END ON
`;
    const { post, logged } = await serveSigned(script);
    const body = messageOf("wamid.3");
    const headers = {
      "Content-Type": "text/plain",
      "X-Hub-Signature-256": signature(body, SECRET),
    };
    expect(await post("/webhooks/whatsapp", body, headers)).toBe(200);
    expect(await post("/webhooks/whatsapp", body, headers)).toBe(200);
    await logged("message wamid.3");
    await logged("duplicate not run again");
  });

  test.each([
    ['{"object":"whatsapp_business_account","entry":[', "its body is broken JSON"],
    ['{"object":"page"}', 'its object is "page", expected "whatsapp_business_account"'],
    ["{}", "its object is nothing"],
    ["[1]", "it is JSON, but no object"],
    ["", "its body is empty"],
    ['{"object":"whatsapp_business_account","entry":[]}', "it has no changes"],
  ])("that cannot be read is kept once as it came: %s", async (body, reason) => {
    const { signed, logged, deliveries, show } = await serveSigned();
    expect(await signed("/webhooks/whatsapp", body, SECRET)).toBe(200);
    expect(await signed("/webhooks/whatsapp", body, SECRET)).toBe(200);
    await logged("GB4870", 2);
    const kept = await deliveries();
    expect(kept.map(({ state }) => state)).toEqual(["unhandled"]);
    const entry = await show(kept[0]?.id ?? "");
    expect(entry.reason).toContain(reason);
    expect(entry.item.request.body).toBe(body);
  });

  test("of WhatsAble too", async () => {
    const { post, logged, deliveries, show } = await serveSigned(BOT, {
      WHATSAPP_PROVIDERS: "whatsable",
      WHATSABLE_WEBHOOK_SECRET: SECRET,
      WHATSABLE_SIGNATURE_HEADER: "X-Signature",
    });
    const send = async (body: string) => {
      const proof = createHmac("sha256", SECRET).update(body).digest("hex");
      const headers = { "Content-Type": "text/plain", "X-Signature": proof };
      expect(await post("/webhooks/whatsable", body, headers)).toBe(200);
    };
    const data = { user_id: "u", user_timestamp: 5, last_message_of_user: "as text" };
    await send(JSON.stringify({ event: "incoming_message", data }));
    await logged("message as text");
    await send('{"event":7}');
    await logged("its event is a number and no text");
    const [kept] = await deliveries();
    expect(kept?.state).toBe("unhandled");
    expect((await show(kept?.id ?? "")).item.request.body).toBe('{"event":7}');
  });
});

test("what nobody signed has to say that it is JSON, and none of it is kept", async () => {
  const { url, deliveries } = await serveSigned(BOT, {});
  const response = await fetch(`${url}/webhooks/whatsapp`, {
    method: "POST",
    headers: { "Content-Type": "text/plain" },
    body: messageOf("wamid.4"),
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("GB4240");
  expect(await deliveries()).toEqual([]);
});
