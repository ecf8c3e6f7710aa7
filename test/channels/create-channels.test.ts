import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createChannels } from "../../src/channels/create-channels.ts";
import { readConfiguration } from "../../src/host/configuration.ts";
import type { WhatsAppMessage } from "../../src/host/whatsapp/message.ts";
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

const TWILIO = { TWILIO_ACCOUNT_SID: "AC0123", TWILIO_AUTH_TOKEN: "12345" };
const META = { WHATSAPP_ACCESS_TOKEN: "token", WHATSAPP_PHONE_NUMBER_ID: "115" };
const SID = "HXb5b62575e6e4ff6129ad7c8efe1f983e";
const OF_TWILIO = { ...WHATSAPP, from: "+14155238886" };
const TEMPLATE_OF_TWILIO = { ...WHATSAPP, content: { kind: "template", name: SID } } as const;

describe("WhatsApp through Twilio", () => {
  const both = () => ({
    ...{ ...TWILIO, ...META, TWILIO_WHATSAPP_FROM: "+14155238886", TWILIO_API_URL: http.url },
    WHATSAPP_API_URL: `${http.url}/v26.0`,
  });
  async function pathsOf(settings: Record<string, string>, messages: readonly WhatsAppMessage[]) {
    const made = await channels(settings);
    http.answer({ status: 200, json: { sid: "SM1", messages: [{ id: "wamid.1" }] } });
    const before = http.received.length;
    for (const message of messages) await made.whatsapp.deliver(message, delivery());
    await made.close();
    return http.received.slice(before).map(({ path }) => path.replace(/^.*\//, ""));
  }

  test("a sender or a template of Twilio's says so; all else leaves through Meta", async () => {
    const all = [WHATSAPP, OF_TWILIO, TEMPLATE_OF_TWILIO, { ...WHATSAPP, from: "116" }];
    const paths = ["messages", "Messages.json", "Messages.json", "messages"];
    expect(await pathsOf(both(), all)).toEqual(paths);
  });

  test("with WHATSAPP_SEND_THROUGH what answers nobody leaves there too", async () => {
    const all = [WHATSAPP, { ...WHATSAPP, from: "116" }];
    const settings = { ...both(), WHATSAPP_SEND_THROUGH: "Twilio" };
    expect(await pathsOf(settings, all)).toEqual(["Messages.json", "messages"]);
  });

  test("is live without anything of Meta's", async () => {
    const settings = { ...TWILIO, TWILIO_WHATSAPP_FROM: "+14155238886", TWILIO_API_URL: http.url };
    const made = await channels({ ...settings, WHATSAPP_SEND_THROUGH: "twilio" });
    expect(made.whatsapp.mode).toBe("live");
    const [, whatsapp] = made.describe();
    const detail = `${http.url} (Twilio) as +14155238886`;
    expect(whatsapp).toEqual({ name: "whatsapp", mode: "live", detail });
    await made.close();
  });

  test("is simulated beside a simulated provider, and says what is missing", async () => {
    const lines: string[] = [];
    const made = await channels({ WHATSAPP_SEND_THROUGH: "twilio" }, (line) => lines.push(line));
    await made.whatsapp.deliver(WHATSAPP, delivery());
    expect(lines).toEqual(["simulated whatsapp to 5511999999999: hi (through Twilio)"]);
    const detail = "not set: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_WHATSAPP_FROM";
    expect(made.describe()[1]).toMatchObject({ mode: "simulated", detail });
  });

  test("beside a provider that is live, nothing is simulated without a word", async () => {
    const made = await channels({ ...META, ...TWILIO });
    const message =
      "this WhatsApp message leaves through Twilio, and there is no TWILIO_WHATSAPP_FROM";
    await expect(made.whatsapp.deliver(OF_TWILIO, delivery())).rejects.toMatchObject({
      ...{ failure: "permanent", detail: { code: "GB4783", message } },
    });
    await made.close();
  });
});
