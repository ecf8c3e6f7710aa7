import { afterAll, beforeAll, expect, test } from "vitest";
import { createChannels } from "../../src/channels/create-channels.ts";
import { readConfiguration } from "../../src/host/configuration.ts";
import { delivery } from "../contract/channel-contract.ts";
import { startLocalMailServer, type LocalMailServer } from "../contract/local-mail-server.ts";
import { startLocalServer, type LocalServer } from "../contract/local-server.ts";

let http: LocalServer;
let smtp: LocalMailServer;

beforeAll(async () => {
  http = await startLocalServer({ status: 500, text: "" });
  smtp = await startLocalMailServer();
});
afterAll(async () => {
  await http.close();
  await smtp.close();
});

const WHATSAPP = { channel: "whatsapp", to: "5511999999999", text: "hi" } as const;
const SMS = { channel: "sms", to: "+5511999999999", text: "hi" } as const;
const CALL = { channel: "call", to: "+5511999999999", text: "hi" } as const;
const MAIL = {
  channel: "mail",
  to: ["ana@example.org"],
  cc: [],
  bcc: [],
  subject: "Hi",
  text: "hi",
  html: undefined,
  attachments: [],
} as const;

function channels(values: Record<string, string>, log: (line: string) => void = () => undefined) {
  const { configuration } = readConfiguration(new Map(Object.entries(values)));
  if (configuration === undefined) throw new Error("the settings of the test are wrong");
  return createChannels(configuration, log);
}

test("everything is simulated while nothing is set", async () => {
  const lines: string[] = [];
  const made = await channels({}, (line) => void lines.push(line));
  await made.whatsapp.deliver(WHATSAPP, delivery());
  await made.sms.deliver(SMS, delivery());
  await made.mail.deliver(MAIL, delivery());
  await made.call.deliver(CALL, delivery());
  expect(lines).toHaveLength(4);
  expect(made.model.mode).toBe("simulated");
  expect(made.describe()).toEqual([
    { name: "mail", mode: "simulated", detail: "not set: SMTP_URL, MAIL_FROM" },
    {
      name: "whatsapp",
      mode: "simulated",
      detail: "not set: WHATSAPP_ACCESS_TOKEN, WHATSAPP_PHONE_NUMBER_ID",
    },
    {
      name: "sms",
      mode: "simulated",
      detail: "not set: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM",
    },
    {
      name: "phone",
      mode: "simulated",
      detail: "not set: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM",
    },
    { name: "model", mode: "simulated", detail: "not set: LLM_URL, LLM_MODEL" },
  ]);
  await made.close();
});

test("a channel stays simulated while one of its credentials is missing", async () => {
  const made = await channels({
    SMTP_URL: smtp.url,
    WHATSAPP_ACCESS_TOKEN: "token",
    TWILIO_ACCOUNT_SID: "AC0123",
    TWILIO_AUTH_TOKEN: "12345",
    LLM_URL: http.url,
  });
  const modes = [made.mail, made.whatsapp, made.sms, made.model].map(({ mode }) => mode);
  expect(modes).toEqual(["simulated", "simulated", "simulated", "simulated"]);
  expect(made.describe().map(({ detail }) => detail)).toEqual([
    "not set: MAIL_FROM",
    "not set: WHATSAPP_PHONE_NUMBER_ID",
    "not set: TWILIO_FROM",
    "not set: TWILIO_FROM",
    "not set: LLM_MODEL",
  ]);
});

test("each channel is live with its credentials, and shows none of them", async () => {
  const made = await channels({
    SMTP_URL: smtp.url,
    MAIL_FROM: "bot@example.com",
    WHATSAPP_ACCESS_TOKEN: "whatsapp-token",
    WHATSAPP_PHONE_NUMBER_ID: "1158433381968079",
    WHATSAPP_API_URL: `${http.url}/v26.0/`,
    TWILIO_ACCOUNT_SID: "AC0123",
    TWILIO_AUTH_TOKEN: "primary-token,secondary-token",
    TWILIO_FROM: "+15551234567",
    TWILIO_API_URL: http.url,
    LLM_URL: `${http.url}/v1`,
    LLM_API_KEY: "model-key",
    LLM_MODEL: "small",
  });

  await made.mail.deliver(MAIL, delivery());
  expect(smtp.received.at(-1)?.recipients).toEqual(["ana@example.org"]);

  http.answer({ status: 200, json: { messages: [{ id: "wamid.1" }] } });
  await made.whatsapp.deliver(WHATSAPP, delivery());
  expect(http.received.at(-1)).toMatchObject({
    path: "/v26.0/1158433381968079/messages",
    headers: { authorization: "Bearer whatsapp-token" },
  });

  http.answer({ status: 201, json: { sid: "SM1" } });
  await made.sms.deliver(SMS, delivery());
  const basic = Buffer.from("AC0123:primary-token").toString("base64");
  expect(http.received.at(-1)?.headers.authorization).toBe(`Basic ${basic}`);

  await made.call.deliver(CALL, delivery());
  expect(http.received.at(-1)).toMatchObject({
    path: "/2010-04-01/Accounts/AC0123/Calls.json",
    headers: { authorization: `Basic ${basic}` },
  });

  http.answer({ status: 200, json: { choices: [{ message: { content: "Olá" } }] } });
  expect(await made.model.complete("hi", new AbortController().signal)).toBe("Olá");
  expect(http.received.at(-1)?.headers.authorization).toBe("Bearer model-key");

  const described = made.describe();
  expect(described.map(({ mode }) => mode)).toEqual(["live", "live", "live", "live", "live"]);
  expect(JSON.stringify(described)).not.toMatch(/-token|model-key|pass/);
  await made.close();
});

test.each([
  [{ TWILIO_FROM: "MG0123" }, "not set: TWILIO_CALL_FROM"],
  [
    { TWILIO_FROM: "MG0123", TWILIO_CALL_FROM: "+15550009999" },
    "https://api.twilio.com as +15550009999",
  ],
  [{ TWILIO_FROM: "+15550001111" }, "https://api.twilio.com as +15550001111"],
  [
    { TWILIO_FROM: "+15550001111", TWILIO_CALL_FROM: "+15550009999" },
    "https://api.twilio.com as +15550009999",
  ],
])("calls come from a number: %j", async (senders, detail) => {
  const account = { TWILIO_ACCOUNT_SID: "AC0123", TWILIO_AUTH_TOKEN: "12345" };
  const made = await channels({ ...account, ...senders });
  expect(made.describe().find(({ name }) => name === "phone")?.detail).toBe(detail);
  await made.close();
});
