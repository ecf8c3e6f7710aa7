import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { startLocalServer } from "../contract/local-server.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";
import { TOKEN, TwilioClient } from "./twilio-client.ts";

beforeAll(() => import("../../src/twiml/write-twiml.ts"), 60_000);

const PUBLIC = "https://bot.example.com/bots";
const ANA = "+5511999999999";

const SCRIPT = `ON WEBHOOK POST TO "/send" OPEN DO
  SEND SMS TO "${ANA}" WITH "hello"
  SEND CALL TO "${ANA}" SAYING "hello"
END ON

ON WEBHOOK GET TO "/history" OPEN DO
  FOR EACH MESSAGE IN GET MESSAGE HISTORY FROM "${ANA}"
    PRINT MESSAGE.channel & " " & MESSAGE.direction & " " & MESSAGE.status & " " & MESSAGE.error
  NEXT MESSAGE
END ON

ON SMS STATUS DO
  LOG "told " + SMS.status + " " + SMS.reason
END ON
`;

async function served(answer: { readonly status: number; readonly json: unknown }) {
  const twilio = await startLocalServer(answer);
  onTestFinished(() => twilio.close());
  const settings = {
    ...{ TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: TOKEN, TWILIO_FROM: "+15550001111" },
    ...{ TWILIO_API_URL: twilio.url, PUBLIC_URL: PUBLIC, NODE_ENV: "production" },
  };
  const server = await serveScript(await makeFolder(), SCRIPT, settings);
  expect((await fetch(`${server.url}/send`, { method: "POST" })).status).toBe(200);
  await vi.waitFor(() => expect(twilio.received).toHaveLength(2), { timeout: 15_000 });
  const [sms, call] = ["Messages.json", "Calls.json"].map((end) => {
    const found = twilio.received.find(({ path }) => path.endsWith(end));
    return new URLSearchParams(found?.body);
  });
  const client = new TwilioClient(server.url, PUBLIC);
  const history = async () => (await fetch(`${server.url}/history`)).text();
  return { server, client, sms, call, history };
}

const pathOf = (address: string | null | undefined) => (address ?? "").replace(PUBLIC, "");
const FORM = { AccountSid: "AC1", MessageSid: "SM1", From: "+15550001111", To: ANA };

test("messages and calls say where Twilio tells what became of them, once and signed", async () => {
  const { server, client, sms, call, history } = await served({
    status: 201,
    json: { sid: "SM1" },
  });
  expect(sms?.get("StatusCallback")).toMatch(`${PUBLIC}/twilio/sms/status?send=`);
  expect(call?.get("StatusCallback")).toMatch(`${PUBLIC}/twilio/voice/status?send=`);
  expect(call?.getAll("StatusCallbackEvent")).toEqual([
    "initiated",
    "ringing",
    "answered",
    "completed",
  ]);
  const path = pathOf(sms?.get("StatusCallback"));
  const told = { ...FORM, MessageStatus: "delivered", SmsStatus: "delivered" };
  expect((await client.post(path, told)).status).toBe(200);
  expect((await client.post(path, told)).status).toBe(200);
  expect((await client.post(path, { ...told, MessageStatus: "sent" })).status).toBe(200);
  const elsewhere = new TwilioClient(server.url, "https://elsewhere.example");
  expect((await elsewhere.post(path, { ...told, MessageStatus: "read" })).status).toBe(403);
  const unsigned = await fetch(server.url + path, {
    method: "POST",
    body: new URLSearchParams(told),
  });
  expect(unsigned.status).toBe(401);
  const ended = { AccountSid: "AC1", CallSid: "CA1", To: ANA, SequenceNumber: "3" };
  const callPath = pathOf(call?.get("StatusCallback"));
  const busy = await client.post(callPath, { ...ended, CallStatus: "busy" });
  expect(busy.status).toBe(200);
  expect(await history()).toBe(
    "sms outbound delivered \ncall outbound failed the far side reported that it failed: the line was busy",
  );
  expect(server.said().split("told delivered")).toHaveLength(2);
  expect(server.said()).toContain("told sent");
}, 30_000);

test("a message of unknown fate is known by what Twilio tells", async () => {
  const { client, sms, history, server } = await served({ status: 500, json: { code: 20500 } });
  await vi.waitFor(
    async () => expect((await history()).split("outbound unknown")).toHaveLength(3),
    {
      timeout: 15_000,
    },
  );
  const told = { ...FORM, MessageStatus: "undelivered", ErrorCode: "30005" };
  expect((await client.post(pathOf(sms?.get("StatusCallback")), told)).status).toBe(200);
  expect(await history()).toContain(
    "sms outbound failed the far side reported that it failed: 30005",
  );
  await vi.waitFor(() =>
    expect(server.said()).toContain(
      "Twilio reports that a message did not arrive: 30005 the number",
    ),
  );
}, 30_000);
