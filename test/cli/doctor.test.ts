import { join } from "node:path";

import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";

import { doctor } from "../../src/cli/doctor.ts";
import { startLocalMailServer } from "../contract/local-mail-server.ts";
import { startLocalServer } from "../contract/local-server.ts";
import { startServe } from "../server/start-serve.ts";
import { folderWith, gbasic } from "./command.ts";

beforeAll(() => import("../../src/cli/doctor.ts"), 60_000);

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "hi"
END ON
ON CALL DO
  GATHER DIGITS 4 INTO CODE$
END ON
ON DIGITS "CODE" DO
  SAY "thank you"
END ON
ON WEBHOOK POST TO "/github" SIGNED BY GITHUB DO
  PRINT "OK"
END ON
ON WEBHOOK GET TO "/hours" OPEN DO
  PRINT "9 to 5"
END ON
`;

const READY = {
  PUBLIC_URL: "https://bot.example.com",
  WHATSAPP_APP_SECRET: "app-secret",
  WHATSAPP_VERIFY_TOKEN: "verify-token",
  WHATSAPP_ACCESS_TOKEN: "access-token",
  WHATSAPP_PHONE_NUMBER_ID: "4711",
  TWILIO_AUTH_TOKEN: "auth-token",
  TWILIO_ACCOUNT_SID: "AC1",
  GITHUB_WEBHOOK_SECRET: "github-secret",
};

const reportSchema = z.object({
  ok: z.boolean(),
  findings: z.array(
    z.object({
      area: z.string(),
      subject: z.string(),
      state: z.string(),
      text: z.string(),
      code: z.string().optional(),
      hint: z.string().optional(),
    }),
  ),
});

async function examine(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  files: Readonly<Record<string, string>> = { "bot.bas": BOT },
) {
  const folder = await folderWith(files);
  const { code, stdout } = await gbasic(["doctor", ".", "--json", ...args], folder, environment);
  const { ok, findings } = reportSchema.parse(JSON.parse(stdout));
  expect(ok).toBe(code === 0);
  const about = (subject: string) => findings.filter((one) => one.subject === subject);
  const codes = findings.flatMap((one) => one.code ?? []);
  return { code, findings, about, codes, stdout, folder };
}

describe("gbasic doctor", () => {
  test("without scripts looks at the settings and the machine", async () => {
    const folder = await folderWith({ ".env": "WHATSAPP_RATE=fast\n" });
    const wrong = await gbasic(["doctor"], folder);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain("WHATSAPP_RATE");
    const { code, stdout } = await gbasic(["doctor"], await folderWith({}), READY);
    expect(code).toBe(0);
    expect(stdout).toContain("scripts: none were named, so nothing is said of handlers");
    expect(stdout).toContain("whatsapp: live");
    expect(stdout).not.toContain("production: ");
  });

  test("tells a laptop what works, what is simulated and what going live takes", async () => {
    const folder = await folderWith({ "bot.bas": BOT });
    const { code, stdout } = await gbasic(["doctor", "."], folder);
    expect(code).toBe(0);
    expect(stdout).toContain("5 handlers to serve");
    expect(stdout).toContain("simulated  whatsapp: not set: WHATSAPP_ACCESS_TOKEN");
    expect(stdout).toContain("warning    production: GB5007: WHATSAPP_APP_SECRET is not set");
    expect(stdout).toContain("GB5500: PUBLIC_URL is not set");
    expect(stdout).toContain(`${join(folder, ".gbasic")} will be made`);
    expect(stdout).toMatch(/\n\d+ warnings\n$/);
  });

  test("names every field that the handlers need", async () => {
    const event = (field: string) => `ON WHATSAPP EVENT "${field}" DO\n  LOG "a"\nEND ON\n`;
    const folder = await folderWith({ "bot.bas": event("account_update") + event("flows") });
    const { stdout } = await gbasic(["doctor", "."], folder);
    expect(stdout).toContain(
      "at Meta as the webhook, with the fields messages, account_update, flows",
    );
  });

  test("tells what to enter in each dashboard, and finds nothing where all is there", async () => {
    const { code, about, findings } = await examine(READY, ["--production"]);
    expect(findings.filter(({ state }) => state === "warning" || state === "error")).toEqual([]);
    expect(code).toBe(0);
    const address = "https://bot.example.com";
    expect(about("POST /webhooks/whatsapp")).toMatchObject([
      {
        state: "ok",
        text: `enter ${address}/webhooks/whatsapp at Meta as the webhook, with the field messages; signed by Meta; the verify token is set`,
      },
    ]);
    expect(about("POST /twilio/voice")).toMatchObject([
      {
        text: `enter ${address}/twilio/voice at Twilio for "a call comes in", with POST; signed by Twilio`,
      },
    ]);
    expect(about("POST /github")).toMatchObject([
      { state: "ok", text: `POST ${address}/github; signed by GitHub` },
    ]);
    expect(about("GET /hours")).toMatchObject([{ text: `GET ${address}/hours; open to anyone` }]);
    // The block that a call goes on in is nothing to enter anywhere.
    expect(findings.filter(({ area }) => area === "routes")).toHaveLength(4);
  });

  test("what production lacks is an error there, and no secret is shown", async () => {
    const { code, codes, about, stdout } = await examine(
      { ...READY, GITHUB_WEBHOOK_SECRET: "", WHATSAPP_VERIFY_TOKEN: "" },
      ["--production"],
    );
    expect(code).toBe(1);
    expect(codes).toContain("GB5475");
    expect(about("POST /github")).toMatchObject([{ state: "warning" }]);
    expect(about("POST /webhooks/whatsapp")[0]?.text).toContain("WHATSAPP_VERIFY_TOKEN is not set");
    for (const secret of ["app-secret", "access-token", "auth-token"]) {
      expect(stdout).not.toContain(secret);
    }
  });

  test("knows the services that pass WhatsApp on", async () => {
    const { about } = await examine({
      ...READY,
      WHATSAPP_PROVIDERS: "cmzon, whatsable",
      CMZON_WEBHOOK_SECRET: "secret",
      WHATSABLE_ALLOW: "203.0.113.0/24",
    });
    expect(about("POST /webhooks/cmzon")[0]?.text).toContain(
      "at CMzon as the webhook; signed by CMzon",
    );
    expect(about("POST /webhooks/whatsable")[0]?.text).toContain(
      "from the addresses of WHATSABLE_ALLOW",
    );
  });

  test.each([
    [{ PORT: "many" }, "GB5001"],
    [{ PUBLIC_URL: "http://bot.example.com" }, "GB5501"],
    [{ PUBLIC_URL: "https://localhost" }, "GB5501"],
    [{ WHATSAPP_API_URL: "https://graph.facebook.com/v20.0" }, "GB5510"],
    [{ GBASIC_DATA: "bot.bas" }, "GB5301"],
    [{ TLS_CERT: "missing.pem", TLS_KEY: "missing.pem" }, "GB4118"],
    [{ CMZON_PATH: "/webhook" }, "GB5491"],
  ])("finds what is wrong with %j: %s", async (wrong, code) => {
    const { codes } = await examine({ ...READY, ...wrong });
    expect(codes).toContain(code);
  });

  test.each([
    ["TRUST_PROXY", "0.0.0.0/0", "error", "GB5001"],
    ["TRUST_PROXY", "0.0.0.0/1", "warning", "GB5530"],
    ["WHATSAPP_API_URL", "https://graph.facebook.com", "warning", "GB5532"],
    ["TWILIO_FALLBACK", "<Response><Say>Sorry</Response>", "error", "GB5535"],
    ["TWILIO_FALLBACK", "<Response><Speak>Sorry</Speak></Response>", "warning", "GB5536"],
    ["TWILIO_FALLBACK", "Sorry & good-bye", "ok", undefined],
  ])("%s=%s: %s %s", async (name, value, state, code) => {
    const { about } = await examine({ [name]: value });
    expect(about("settings")).toMatchObject([{ state, ...(code === undefined ? {} : { code }) }]);
  });

  test("a script with a mistake is shown as gbasic check shows it", async () => {
    const { code, findings } = await examine(READY, [], { "bot.bas": "PRINT PRINT\n" });
    expect(code).toBe(1);
    expect(findings.some(({ area, state }) => area === "scripts" && state === "error")).toBe(true);
  });

  test("a data folder in use is well, and its store opens when it is not", async () => {
    const folder = await folderWith({ "bot.bas": BOT });
    const served = await startServe(folder, { paths: ["bot.bas"] }, {});
    const ask = async () => (await gbasic(["doctor", "bot.bas"], folder)).stdout;
    expect(await ask()).toContain("is in use by a running server");
    served.stop();
    await served.ended;
    expect(await ask()).toContain("is writable, and its store opens");
  });

  test("a clock before gbasic was made is wrong", async () => {
    const folder = await folderWith({ "bot.bas": BOT });
    let stdout = "";
    const io = {
      ...{ folder, environment: READY, stderr: () => undefined },
      stdout: (text: string) => void (stdout += text),
    };
    const options = { paths: ["."], production: false, online: false, json: false };
    expect(await doctor(options, io, () => Date.UTC(2001, 0, 1))).toBe(1);
    expect(stdout).toContain("GB5503");
  });

  test("a path that is not there is wrong usage", async () => {
    expect((await gbasic(["doctor", "nowhere"], await folderWith({}))).code).toBe(2);
  });
});

describe("gbasic doctor --online", () => {
  async function services() {
    const service = await startLocalServer({ status: 500, text: "" });
    const mail = await startLocalMailServer();
    onTestFinished(async () => {
      await service.close();
      await mail.close();
    });
    const settings = {
      ...READY,
      WHATSAPP_API_URL: `${service.url}/v26.0`,
      TWILIO_API_URL: service.url,
      LLM_URL: `${service.url}/v1`,
      LLM_MODEL: "small",
      SMTP_URL: mail.url,
      MAIL_FROM: "bot@example.com",
      SMTP_URL_SALES: mail.url,
      PUBLIC_URL: service.url,
    };
    return { service, settings };
  }

  test("asks each service with its credentials, and tells whose they are", async () => {
    const { service, settings } = await services();
    service.answer({
      status: 200,
      json: {
        ...{ display_phone_number: "+1 555 0001111", verified_name: "Ana's shop" },
        ...{ friendly_name: "Ana", status: "active", data: [{ id: "small" }] },
      },
    });
    const { about } = await examine(settings, ["--online"]);
    const online = (subject: string) => about(subject).find(({ area }) => area === "online")?.text;
    expect(online("Meta")).toBe("takes the credentials: +1 555 0001111, Ana's shop");
    expect(online("Twilio")).toBe("takes the credentials: Ana, active");
    expect(online("language model")).toBe("takes the credentials: small");
    expect(online("mail server")).toContain("takes the credentials");
    expect(online("mail server of SALES")).toContain("takes the credentials");
    expect(online("PUBLIC_URL")).toBe("leads to a server");
    const asked = service.received.map(({ method, path, headers }) => [
      `${method} ${path}`,
      headers["authorization"],
    ]);
    const basic = Buffer.from("AC1:auth-token").toString("base64");
    expect(asked).toEqual(
      expect.arrayContaining([
        ["GET /v26.0/4711?fields=display_phone_number,verified_name", "Bearer access-token"],
        ["GET /2010-04-01/Accounts/AC1.json", `Basic ${basic}`],
        ["GET /v1/models", undefined],
      ]),
    );
  });

  test("what is refused is an error with the service's own words, without the token", async () => {
    const { service, settings } = await services();
    const error = { message: "Session of access-token has expired", code: 190 };
    service.answer({ status: 401, json: { error, message: "Authenticate" } });
    const wrongMail = settings.SMTP_URL.replace("bot", "nobody");
    const all = { ...settings, SMTP_URL: wrongMail };
    const { code, codes, about, stdout } = await examine(all, ["--online"]);
    expect(code).toBe(1);
    expect(codes.filter((one) => one === "GB5505")).toHaveLength(4);
    expect(about("Meta").at(-1)?.text).toContain("has expired");
    expect(about("Meta").at(-1)?.hint).toContain("WHATSAPP_ACCESS_TOKEN");
    expect(stdout).not.toContain("access-token");
  });

  test("what gives no answer says nothing of the credentials", async () => {
    const { settings } = await services();
    const { codes } = await examine(settings, ["--online"]);
    expect(codes.filter((one) => one === "GB5506")).toHaveLength(3);
    expect(codes).toContain("GB5509");
  });

  test("a clock that differs from those of the services is told", async () => {
    const { service, settings } = await services();
    service.answer((response) => {
      response.setHeader("date", new Date(Date.now() + 180_000).toUTCString());
      response.setHeader("content-type", "application/json");
      response.end("{}");
    });
    const { codes } = await examine(settings, ["--online"]);
    expect(codes).toContain("GB5504");
  });

  test("without --online nothing is called", async () => {
    const { service, settings } = await services();
    await examine(settings);
    expect(service.received).toEqual([]);
  });

  /** What Meta and Twilio say of where they deliver to. */
  async function hearing(meta: object, twilio: object | undefined) {
    const { service, settings } = await services();
    const numbers = [twilio].filter((one) => one !== undefined);
    const json = { ...meta, incoming_phone_numbers: numbers };
    service.answer({ status: 200, json });
    const examined = await examine({ ...settings, TWILIO_FROM: "+15550001111" }, ["--online"]);
    const asked = service.received.map(({ path }) => path);
    return { ...examined, url: service.url, asked };
  }

  test("tells whether Meta and Twilio deliver to this server", async () => {
    const before = await services();
    const base = before.service.url;
    const address = `${base}/webhooks/whatsapp`;
    before.service.answer({
      status: 200,
      json: {
        webhook_configuration: { application: "https://old.example.com", phone_number: address },
        incoming_phone_numbers: [{ voice_url: `${base}/twilio/voice#rc=2`, sms_url: "" }],
      },
    });
    const settings = { ...before.settings, TWILIO_FROM: "+15550001111" };
    const { about, codes } = await examine(settings, ["--online"]);
    expect(about("Meta's webhook")).toMatchObject([
      { state: "ok", text: `Meta delivers to ${base}/webhooks/whatsapp` },
    ]);
    expect(about("Twilio's calls")).toMatchObject([
      { state: "ok", text: `Twilio delivers to ${base}/twilio/voice` },
    ]);
    // No handler takes messages.
    expect(about("Twilio's messages")).toEqual([]);
    expect(codes.filter((one) => one.startsWith("GB479"))).toEqual([]);
  });

  test("an address of another server, and none at all, are told with what to enter", async () => {
    const meta = { webhook_configuration: { application: "https://old.example.com/hook" } };
    const { about, url, asked, code } = await hearing(meta, { voice_url: "", sms_url: "" });
    const [webhook] = about("Meta's webhook");
    expect(webhook).toMatchObject({ state: "warning", code: "GB4791" });
    expect(webhook?.text).toContain("https://old.example.com/hook");
    expect(webhook?.hint).toContain(`${url}/webhooks/whatsapp`);
    const [calls] = about("Twilio's calls");
    expect(calls).toMatchObject({ state: "warning", code: "GB4790" });
    expect(calls?.hint).toContain(`${url}/twilio/voice`);
    expect(asked).toContain("/v26.0/4711?fields=webhook_configuration");
    const number = "IncomingPhoneNumbers.json?PhoneNumber=%2B15550001111";
    expect(asked).toContain(`/2010-04-01/Accounts/AC1/${number}`);
    expect(code).toBe(0);
  });

  test("what they do not say is told, with what to look at", async () => {
    const { about, url } = await hearing({ display_phone_number: "+1" }, undefined);
    const [webhook] = about("Meta's webhook");
    expect(webhook).toMatchObject({ state: "warning", code: "GB5537" });
    expect(webhook?.hint).toContain(`${url}/webhooks/whatsapp`);
    const [calls] = about("Twilio's calls");
    expect(calls).toMatchObject({ state: "warning", code: "GB5537" });
    expect(calls?.hint).toContain(`${url}/twilio/voice`);
    expect(about("Meta's account")).toMatchObject([{ state: "warning", code: "GB4872" }]);
    expect(about("Meta's fields")).toMatchObject([{ state: "warning", code: "GB4873" }]);
  });

  /** Meta's Graph API, as far as it tells of an app. */
  async function subscribed(
    answers: Readonly<Record<string, object>>,
    changed: Readonly<Record<string, string>> = {},
  ) {
    const { service, settings } = await services();
    service.answer((response) => {
      const path = (response.req.url ?? "").replace(/^\/v26\.0\//, "").split("?")[0] ?? "";
      const found = answers[path];
      response.writeHead(found === undefined ? 404 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(found ?? { error: { message: "no" } }));
    });
    const examined = await examine({ ...settings, ...changed }, ["--online"]);
    return { ...examined, received: service.received };
  }

  const scopes = (...ids: readonly string[]) => ({
    data: {
      app_id: "77",
      granular_scopes: [
        { scope: "whatsapp_business_messaging" },
        { scope: "whatsapp_business_management", target_ids: ids },
      ],
    },
  });
  const apps = (...ids: readonly string[]) => ({
    data: ids.map((id) => ({ whatsapp_business_api_data: { id, name: "a bot", link: "" } })),
  });
  const fields = (...names: readonly string[]) => ({
    data: [
      { object: "page", active: true, fields: [{ name: "feed", version: "v26.0" }] },
      {
        ...{ object: "whatsapp_business_account", active: true, callback_url: "" },
        fields: names.map((name) => ({ name, version: "v26.0" })),
      },
    ],
  });
  const NUMBER = { "4711": { display_phone_number: "+1", webhook_configuration: {} } };

  test("tells whether the app is subscribed to the account and to messages", async () => {
    const { about, received, stdout } = await subscribed({
      ...NUMBER,
      debug_token: scopes("12"),
      "12/subscribed_apps": apps("66", "77"),
      "77/subscriptions": fields("messages", "account_update"),
    });
    expect(about("Meta's account")).toMatchObject([
      { state: "ok", text: "the app of the token gets what happens in the WhatsApp account 12" },
    ]);
    expect(about("Meta's fields")).toMatchObject([
      { state: "ok", text: "the app is subscribed to messages, account_update" },
    ]);
    const asked = received.map(({ path, headers }) => [path, headers["authorization"]]);
    expect(asked).toEqual(
      expect.arrayContaining([
        ["/v26.0/debug_token?input_token=access-token", "Bearer access-token"],
        ["/v26.0/12/subscribed_apps", "Bearer access-token"],
        ["/v26.0/77/subscriptions", "Bearer 77|app-secret"],
      ]),
    );
    expect(stdout).not.toMatch(/access-token|app-secret/);
  });

  test("an app that is not subscribed is told of, in the account that has the number", async () => {
    const { about } = await subscribed({
      ...NUMBER,
      debug_token: scopes("12", "34"),
      "12/phone_numbers": { data: [{ id: "1" }] },
      "34/phone_numbers": { data: [{ id: "2" }, { id: "4711" }] },
      "12/subscribed_apps": apps("77"),
      "34/subscribed_apps": apps("66"),
      "77/subscriptions": fields("account_update"),
    });
    const [account] = about("Meta's account");
    expect(account).toMatchObject({ state: "warning", code: "GB5538" });
    expect(account?.hint).toContain("/34/subscribed_apps");
    const [found] = about("Meta's fields");
    expect(found).toMatchObject({ state: "warning", code: "GB5539" });
    expect(found?.text).toContain("subscribed to account_update and not to messages");
  });

  test("without the app secret the fields are not known, and that is said", async () => {
    const answers = { ...NUMBER, debug_token: scopes(), "77/subscriptions": fields("messages") };
    const { about } = await subscribed(answers, { WHATSAPP_APP_SECRET: "" });
    expect(about("Meta's account")).toMatchObject([{ code: "GB4872" }]);
    expect(about("Meta's fields")).toMatchObject([{ code: "GB4873" }]);
    expect(about("Meta's fields")[0]?.text).toContain("WHATSAPP_APP_SECRET");
  });

  test("of a token that Meta refuses nothing more is said", async () => {
    const { about } = await subscribed({});
    expect(about("Meta").at(-1)).toMatchObject({ state: "error" });
    for (const one of ["Meta's webhook", "Meta's account", "Meta's fields"]) {
      expect(about(one)).toEqual([]);
    }
  });

  test("a token of WhatsAble is said not to be checked", async () => {
    const settings = { WHATSAPP_PROVIDERS: "whatsable", WHATSABLE_ACCESS_TOKEN: "whatsable-token" };
    const { about, stdout } = await examine(settings, ["--online"]);
    expect(about("WhatsAble")).toMatchObject([{ state: "warning", code: "GB4792" }]);
    expect(stdout).not.toContain("whatsable-token");
  });
});
