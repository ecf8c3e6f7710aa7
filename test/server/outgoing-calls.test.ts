import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { startLocalServer } from "../contract/local-server.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";
import { TOKEN, twiml, TwilioClient } from "./twilio-client.ts";

beforeAll(() => import("../../src/twiml/write-twiml.ts"), 60_000);

const PUBLIC = "https://bot.example.com/bots";

const SCRIPT = `ON WEBHOOK POST TO "/remind" OPEN DO
  SEND CALL TO "5511999999999" THEN "reminder" KEEPING { "order": 7 }
END ON

ON ANSWER "reminder" DO
  GATHER DIGITS 1 INTO KEY$ SAYING "Order " + CALL.kept.order
END ON

ON DIGITS "key" DO
  SAY "You pressed " + KEY$
END ON
`;

async function served(environment: Readonly<Record<string, string>> = {}) {
  const twilio = await startLocalServer({ status: 201, json: { sid: "CA1" } });
  onTestFinished(() => twilio.close());
  const settings = {
    TWILIO_ACCOUNT_SID: "AC1",
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: "+15550001111",
    TWILIO_API_URL: twilio.url,
    ...environment,
  };
  const server = await serveScript(await makeFolder(), SCRIPT, settings);
  expect((await fetch(`${server.url}/remind`, { method: "POST" })).status).toBe(200);
  return { twilio, server };
}

test("Twilio asks the block at the public address, and its signature is checked there", async () => {
  const { twilio, server } = await served({ PUBLIC_URL: PUBLIC });
  await vi.waitFor(() => expect(twilio.received).toHaveLength(1), { timeout: 15_000 });
  const form = new URLSearchParams(twilio.received[0]?.body);
  expect(form.get("To")).toBe("+5511999999999");
  const asked = new URL(form.get("Url") ?? "");
  expect(`${asked.origin}${asked.pathname}`).toBe(`${PUBLIC}/twilio/voice/bot/reminder`);
  const path = `${asked.pathname.replace("/bots", "")}${asked.search}`;
  const client = new TwilioClient(server.url, PUBLIC);
  const call = { CallSid: "CA1", To: "+5511999999999", Direction: "outbound-api" };
  const { status, body } = await client.post(path, call);
  const action = `${PUBLIC}/twilio/voice/bot/key`;
  const gather = `<Gather input="dtmf" action="${action}" numDigits="1"><Say>Order 7</Say></Gather>`;
  expect([status, body]).toEqual([200, twiml(gather)]);
  const forged = await new TwilioClient(server.url, "https://elsewhere.example").post(path, call);
  expect(forged.status).toBe(403);
});

test("without a public address the call is not made, and the log says why", async () => {
  const { twilio, server } = await served();
  await vi.waitFor(() => expect(server.said()).toContain("GB4695"), { timeout: 15_000 });
  expect(twilio.received).toHaveLength(0);
});
