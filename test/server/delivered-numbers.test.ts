import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { startLocalServer } from "../contract/local-server.ts";
import { deliveryOf, serveBot } from "./served-providers.ts";

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "at once"
  SEND WHATSAPP TO "1234567891" WITH "to nobody who wrote"
  SPAWN LATER GET WHATSAPP SENDER NUMBER
END ON

SUB LATER NUMBER$
  SEND WHATSAPP TO "+" + NUMBER$ WITH "from a job"
END SUB
`;

const sentSchema = z.object({ to: z.string(), text: z.object({ body: z.string() }) });

test("who wrote is answered at the number that WhatsApp delivered, however many digits it has", async () => {
  const meta = await startLocalServer({ status: 200, json: { messages: [{ id: "wamid.out" }] } });
  onTestFinished(() => meta.close());
  const { post, logged } = await serveBot(BOT, {
    WHATSAPP_API_URL: `${meta.url}/v26.0`,
    WHATSAPP_ACCESS_TOKEN: "token",
    WHATSAPP_PHONE_NUMBER_ID: "115",
  });
  const message = { from: "1234567890", id: "wamid.1", type: "text", text: { body: "hello" } };
  expect(await post("/webhooks/whatsapp", deliveryOf({ messages: [message] }))).toBe(200);
  await vi.waitFor(() => expect(meta.received).toHaveLength(2), { timeout: 5000 });
  const sent = meta.received.map(({ body }) => sentSchema.parse(JSON.parse(body)));
  expect(sent.map(({ to, text }) => [to, text.body])).toEqual([
    ["1234567890", "at once"],
    ["1234567890", "from a job"],
  ]);
  await logged("message not sent: GB4004");
});
