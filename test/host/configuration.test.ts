import { generateKeyPairSync } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfiguration, type Configuration } from "../../src/host/configuration.ts";
import { readEnvironment } from "../../src/host/configuration/environment.ts";
import { missingCredentials, whatIsMissing } from "../../src/host/configuration/needs.ts";
import { secretValues } from "../../src/host/configuration/secrets.ts";
import { VARIABLES } from "../../src/host/configuration/variables.ts";
import type { Verification } from "../../src/host/handler.ts";
import type { Capability } from "../../src/host/host.ts";

type Values = Readonly<Record<string, string>>;

function read(values: Values) {
  return readConfiguration(new Map(Object.entries(values)));
}

function settings(values: Values): Configuration {
  const { configuration, messages } = read(values);
  if (configuration === undefined) throw new Error(messages.map((m) => m.message).join("; "));
  return configuration;
}

const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const DKIM = {
  DKIM_DOMAIN: "example.com",
  DKIM_SELECTOR: "mail",
  DKIM_PRIVATE_KEY: RSA.export({ type: "pkcs8", format: "pem" }).toString().trim(),
};

describe("reading", () => {
  test("everything has a standard or may be missing", () => {
    const reading = read({});
    expect(reading).toEqual({
      messages: [],
      configuration: {
        secretsIn: reading.configuration?.secretsIn,
        server: {
          port: 3000,
          host: "127.0.0.1",
          publicUrl: undefined,
          trustProxy: [],
          tls: undefined,
          data: ".gbasic",
          metrics: "loopback",
          laneHoldMs: 600_000,
          retention: {
            bodiesMs: 8 * 86_400_000,
            failedMs: Infinity,
            historyMs: 30 * 86_400_000,
            filesMs: Infinity,
          },
          production: false,
          timezone: "UTC",
        },
        whatsapp: {
          verifyTokens: [],
          appSecrets: [],
          accessToken: undefined,
          phoneNumberId: undefined,
          apiUrl: "https://graph.facebook.com/v26.0",
          path: "/webhooks/whatsapp",
          providers: ["meta"],
          sendThrough: "provider",
          templateLanguage: "en_US",
          mediaLimit: 104_857_600,
          spendLimits: { hour: Infinity, day: Infinity, personHour: Infinity, personDay: Infinity },
          rate: 80,
          pairRate: { burst: 45, interval: 6000 },
        },
        providers: {
          cmzon: {
            ...{ path: "/webhooks/cmzon", secrets: [], verifyTokens: [] },
            ...{ apiUrl: undefined, accessToken: undefined },
          },
          superwaba: {
            ...{ path: "/webhooks/superwaba", secrets: [], verifyTokens: [] },
            ...{ apiUrl: "https://graph.facebook.com/v26.0", accessToken: undefined },
          },
          whatsable: {
            ...{ path: "/webhooks/whatsable", secrets: [], verifyTokens: [], allowed: undefined },
            ...{ apiUrl: undefined, accessToken: undefined },
            signatureHeader: "X-Hub-Signature-256",
          },
        },
        http: { timeoutMs: 30_000, maximumBytes: 4_194_304, allowed: [] },
        twilio: {
          accountSid: undefined,
          authTokens: [],
          from: undefined,
          apiUrl: "https://api.twilio.com",
          fallback:
            '<?xml version="1.0" encoding="UTF-8"?><Response><Say>We are sorry, an error occurred. Please try again later.</Say></Response>',
          paths: { call: "/twilio/voice", sms: "/twilio/sms" },
        },
        mail: { smtpUrl: undefined, from: undefined, accounts: new Map(), dkim: undefined },
        model: { url: undefined, apiKey: undefined, name: undefined },
        limits: {
          steps: 10_000_000,
          depth: 1000,
          textLength: 10_000_000,
          listLength: 1_000_000,
          outputLength: 4_000_000,
          memory: Infinity,
          bodyLength: 4_194_304,
          effects: 10_000,
          generations: 15,
          runs: 100,
          handlerTimeout: 10_000,
          jobTimeout: 60_000,
        },
      },
    });
  });

  test("lists of secrets keep their order and lose their blanks", () => {
    const { whatsapp, twilio } = settings({
      WHATSAPP_APP_SECRET: " new , old,, ",
      TWILIO_AUTH_TOKEN: "a,b",
    });
    expect(whatsapp.appSecrets).toEqual(["new", "old"]);
    expect(twilio.authTokens).toEqual(["a", "b"]);
  });

  test("numbers, seconds, rates and off", () => {
    const { limits, whatsapp } = settings({
      GBASIC_MAX_STEPS: "off",
      GBASIC_MAX_TEXT: "1_000",
      GBASIC_TIMEOUT: "2.5",
      WHATSAPP_RATE: "0.5",
      WHATSAPP_PAIR_RATE: "10/1.5",
    });
    expect(limits).toMatchObject({ steps: Infinity, textLength: 1000, handlerTimeout: 2500 });
    expect(whatsapp).toMatchObject({ rate: 0.5, pairRate: { burst: 10, interval: 1500 } });
    const off = settings({ WHATSAPP_RATE: "OFF", WHATSAPP_PAIR_RATE: "off" }).whatsapp;
    expect(off).toMatchObject({ rate: Infinity, pairRate: { burst: Infinity, interval: 0 } });
  });

  test("addresses lose the slash at their end", () => {
    const found = settings({
      PUBLIC_URL: "https://bot.example.com/",
      WHATSAPP_API_URL: "http://127.0.0.1:9/v30.0/",
      LLM_URL: "http://127.0.0.1:9/v1//",
    });
    expect(found.server.publicUrl).toBe("https://bot.example.com");
    expect(found.whatsapp.apiUrl).toBe("http://127.0.0.1:9/v30.0");
    expect(found.model.url).toBe("http://127.0.0.1:9/v1");
  });

  test("blank values count as not set", () => {
    const found = settings({ PORT: " ", WHATSAPP_APP_SECRET: "", APP_SECRET: "other" });
    expect(found.server.port).toBe(3000);
    expect(found.whatsapp.appSecrets).toEqual(["other"]);
  });

  test("NODE_ENV, certificates, proxies and the time zone", () => {
    expect(
      settings({
        NODE_ENV: "production",
        TLS_CERT: "c.pem",
        TLS_KEY: "k.pem",
        TRUST_PROXY: "loopback, 10.0.0.0/8, ::1",
        TZ: "America/Sao_Paulo",
      }).server,
    ).toMatchObject({
      production: true,
      tls: { certificate: "c.pem", key: "k.pem" },
      trustProxy: ["loopback", "10.0.0.0/8", "::1"],
      timezone: "America/Sao_Paulo",
    });
  });

  test("mail accounts have what they set, and the rest of the standard one", () => {
    const { accounts } = settings({
      MAIL_FROM_SALES: "Sales <sales@example.com>",
      SMTP_URL_SALES: "smtps://u:p@mail.example.com",
      MAIL_FROM_ANA_EXAMPLE_COM: "ana@example.com",
      SMTP_URL_BLANK: " ",
    }).mail;
    expect([...accounts]).toEqual([
      ["SALES", { from: "Sales <sales@example.com>", smtpUrl: "smtps://u:p@mail.example.com" }],
      ["ANA_EXAMPLE_COM", { from: "ana@example.com", smtpUrl: undefined }],
    ]);
  });

  test("what is wrong with an account or with DKIM is said by its own name, without its value", () => {
    const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
    const set = new Map([
      ["SMTP_URL_SALES", "http://user:hidden-1@example.com"],
      ["DKIM_DOMAIN", "example.com"],
      ["DKIM_PRIVATE_KEY", key.export({ type: "pkcs8", format: "pem" }).toString()],
    ]);
    const { configuration, messages } = readConfiguration(set);
    expect(configuration).toBeUndefined();
    const said = messages.map(({ message }) => message).join("\n");
    expect(said).toContain("SMTP_URL_SALES");
    expect(said).toContain("DKIM_PRIVATE_KEY");
    expect(said).toContain("an RSA private key");
    expect(said).not.toMatch(/hidden-1|BEGIN/);
    set.delete("SMTP_URL_SALES");
    set.delete("DKIM_PRIVATE_KEY");
    const left = readConfiguration(set).messages.map(({ message }) => message);
    expect(left).toHaveLength(2);
    expect(left.join()).toMatch(/DKIM_SELECTOR.*DKIM_PRIVATE_KEY/);
  });

  test("a command may have its own limit of steps, which the setting overrides", () => {
    const unlimited = { steps: Infinity };
    expect(readConfiguration(new Map(), unlimited).configuration?.limits.steps).toBe(Infinity);
    const set = new Map([["GBASIC_MAX_STEPS", "5"]]);
    expect(readConfiguration(set, unlimited).configuration?.limits.steps).toBe(5);
  });
});

describe("also accepted names", () => {
  test.each([
    ["VERIFY_TOKEN", (c: Configuration) => c.whatsapp.verifyTokens],
    ["APP_SECRET", (c: Configuration) => c.whatsapp.appSecrets],
    ["WEBHOOK_SECRET", (c: Configuration) => c.whatsapp.appSecrets],
  ])("%s", (name, pick) => {
    expect(pick(settings({ [name]: "value" }))).toEqual(["value"]);
  });

  test("the proper name wins, and the other one is told", () => {
    const { configuration, messages } = read({
      WEBHOOK_SECRET: "first-secret",
      WHATSAPP_APP_SECRET: "second-secret",
    });
    expect(configuration?.whatsapp.appSecrets).toEqual(["second-secret"]);
    expect(messages).toMatchObject([{ code: "GB5003", severity: "warning" }]);
    expect(messages[0]?.message).toContain("WEBHOOK_SECRET");
    expect(JSON.stringify(messages)).not.toContain("-secret");
  });

  test("two names with one value are no slip, and neither is TZ", () => {
    const same = { APP_SECRET: "x", WHATSAPP_APP_SECRET: "x" };
    expect(read({ ...same, TZ: "UTC", GBASIC_TIMEZONE: "Asia/Tokyo" }).messages).toEqual([]);
  });
});

describe("wrong values", () => {
  test.each([
    ["PORT", "abc"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "3000.5"],
    ["HOST", "http://localhost"],
    ["PUBLIC_URL", "bot.example.com"],
    ["PUBLIC_URL", "ftp://bot.example.com"],
    ["PUBLIC_URL", "https://bot.example.com/?a=1"],
    ["TRUST_PROXY", "true"],
    ["TRUST_PROXY", "10.0.0.0/99"],
    ["TRUST_PROXY", "0.0.0.0/0"],
    ["TRUST_PROXY", "loopback, ::/0"],
    ["GBASIC_METRICS", "yes"],
    ["TZ", "Mars/Olympus"],
    ["GBASIC_TIMEZONE", "Mars/Olympus"],
    ["WHATSAPP_PHONE_NUMBER_ID", "+55 11"],
    ["WHATSAPP_PATH", "webhooks"],
    ["WHATSAPP_RATE", "0"],
    ["WHATSAPP_RATE", "fast"],
    ["WHATSAPP_PAIR_RATE", "45"],
    ["WHATSAPP_PAIR_RATE", "0/6"],
    ["TWILIO_ACCOUNT_SID", "SM123"],
    ["TWILIO_ACCOUNT_SID", "AC/../x"],
    ["TWILIO_FROM", "+1 555"],
    ["TWILIO_FALLBACK", "<Say>Sorry</Say>"],
    ["TWILIO_FALLBACK", "<Response><Say>Sorry</Say>"],
    ["LLM_URL", "localhost:8080"],
    ["GBASIC_KEEP_BODIES", "8d"],
    ["GBASIC_KEEP_FAILED", "-1"],
    ["GBASIC_LANE_HOLD", "0"],
    ["GBASIC_MAX_STEPS", "0"],
    ["GBASIC_MAX_STEPS", "1e6"],
    ["GBASIC_TIMEOUT", "0"],
    ["GBASIC_TIMEOUT", "10s"],
    ["GBASIC_JOB_TIMEOUT", "-5"],
    ["GBASIC_MAX_DEPTH", "5000"],
    ["GBASIC_MAX_TEXT", "10MB"],
    ["GBASIC_MAX_RUNS", "0"],
  ])("%s=%s names the variable, the value and an example", (name, value) => {
    const { configuration, messages } = read({ [name]: value });
    expect(configuration).toBeUndefined();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ code: "GB5001", severity: "error" });
    expect(messages[0]?.message).toMatch(`${name} is ${JSON.stringify(value)}, expected `);
    expect(messages[0]?.hint).toContain(`such as ${name}=`);
  });

  test.each([
    ["WHATSAPP_APP_SECRET", "my secret"],
    ["WHATSAPP_VERIFY_TOKEN", ",,"],
    ["WHATSAPP_ACCESS_TOKEN", "EAAG\nx"],
    ["TWILIO_AUTH_TOKEN", "ação"],
    ["LLM_API_KEY", "s k"],
    ["SMTP_URL", "http://user:password@host"],
    ["SMTP_URL", "smtp://user:100%@host"],
    ["PUBLIC_URL", "https://user:password@host"],
    ["MAIL_FROM", "bot@@example.com"],
  ])("%s=%s is wrong, and its value is not shown", (name, value) => {
    const { configuration, messages } = read({ [name]: value });
    expect(configuration).toBeUndefined();
    expect(messages).toMatchObject([{ code: "GB5001" }]);
    expect(messages[0]?.message).toContain(`${name} is a value that is not shown here`);
    expect(messages[0]?.message).not.toContain(value);
  });

  test("all of them are told at once", () => {
    const { messages } = read({ PORT: "x", HOST: "?", GBASIC_TIMEOUT: "y" });
    expect(messages.map(({ message }) => message.split(" ")[0])).toEqual([
      "PORT",
      "HOST",
      "GBASIC_TIMEOUT",
    ]);
  });

  test.each([
    ["TLS_CERT", "TLS_KEY"],
    ["TLS_KEY", "TLS_CERT"],
  ])("%s alone is an error", (present, absent) => {
    const { configuration, messages } = read({ [present]: "x.pem" });
    expect(configuration).toBeUndefined();
    expect(messages).toMatchObject([
      { code: "GB5006", message: `${present} is set, but ${absent} is not` },
    ]);
  });
});

describe("warnings", () => {
  test.each([
    ["GBASIC_TIMEOT", "did you mean GBASIC_TIMEOUT?"],
    ["WHATSAPP_ACESS_TOKEN", "did you mean WHATSAPP_ACCESS_TOKEN?"],
    ["TWILIO_ACOUNT_SID", "did you mean TWILIO_ACCOUNT_SID?"],
    ["GBASIC_SOMETHING_ELSE_ENTIRELY", undefined],
  ])("%s is unknown", (name, hint) => {
    const { configuration, messages } = read({ [name]: "x" });
    expect(configuration).toBeDefined();
    expect(messages).toMatchObject([{ code: "GB5002", severity: "warning" }]);
    expect(messages[0]?.hint).toBe(hint);
  });

  test("names of other programs are left alone", () => {
    expect(read({ HOME: "/root", LLM_CACHE: "x", PORTS: "1" }).messages).toEqual([]);
  });

  test.each([
    [{ WHATSAPP_ACCESS_TOKEN: "token" }, "WHATSAPP_PHONE_NUMBER_ID"],
    [{ WHATSAPP_PHONE_NUMBER_ID: "1" }, "WHATSAPP_ACCESS_TOKEN"],
    [{ SMTP_URL: "smtp://localhost" }, "MAIL_FROM"],
    [{ MAIL_FROM: "a@b.c" }, "SMTP_URL"],
    [{ TWILIO_FROM: "+15551234567" }, "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"],
    [{ LLM_URL: "http://localhost/v1" }, "LLM_MODEL"],
  ])("half of the credentials %o leave a channel simulated", (values, absent) => {
    expect(read(values).messages).toMatchObject([
      { code: "GB5005", severity: "warning", hint: `set ${absent} too` },
    ]);
  });

  test("Twilio's account and token alone serve signatures", () => {
    const values = { TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: "t" };
    expect(read(values).messages).toEqual([]);
  });
});

describe("what production misses", () => {
  function missing(values: Values, needs: Capability[], verifications: Verification[]) {
    return whatIsMissing(settings(values), new Set(needs), new Set(verifications)).map(
      ({ code, message }) => `${code} ${message.split(" ")[0] ?? ""}`,
    );
  }

  test.each([
    [[], ["open"], []],
    [["log", "clock"], [], []],
    [["whatsapp"], [], ["GB5007 WHATSAPP_ACCESS_TOKEN", "GB5007 WHATSAPP_PHONE_NUMBER_ID"]],
    [["mail"], [], ["GB5007 SMTP_URL", "GB5007 MAIL_FROM"]],
    [["model"], [], ["GB5007 LLM_URL", "GB5007 LLM_MODEL"]],
    [[], ["meta"], ["GB5007 WHATSAPP_APP_SECRET"]],
    [[], ["twilio"], ["GB5007 TWILIO_AUTH_TOKEN"]],
    [[], ["auto"], ["GB5008 no"]],
    [
      ["sms"],
      ["twilio"],
      ["GB5007 TWILIO_AUTH_TOKEN", "GB5007 TWILIO_ACCOUNT_SID", "GB5007 TWILIO_FROM"],
    ],
  ] satisfies [Capability[], Verification[], string[]][])(
    "scripts that need %j with routes %j",
    (needs, verifications, expected) => {
      expect(missing({}, needs, verifications)).toEqual(expected);
    },
  );

  test("nothing, once it is set", () => {
    const values = {
      WHATSAPP_APP_SECRET: "s",
      WHATSAPP_VERIFY_TOKEN: "t",
      TWILIO_AUTH_TOKEN: "t",
      LLM_URL: "http://localhost/v1",
      LLM_MODEL: "m",
    };
    expect(missing(values, ["model"], ["auto", "meta", "twilio"])).toEqual([]);
  });

  test("one secret is enough where the request itself decides", () => {
    expect(missing({ TWILIO_AUTH_TOKEN: "t" }, [], ["auto"])).toEqual([]);
  });

  test("a handshake that cannot succeed is a warning", () => {
    const found = whatIsMissing(
      settings({ APP_SECRET: "s" }),
      new Set<Capability>(),
      new Set<Verification>(["auto"]),
    );
    expect(found).toMatchObject([{ code: "GB5009", severity: "warning" }]);
  });

  test("an address of SuperWaba's own asks for a token of its own, not for that of Meta", () => {
    const values = {
      WHATSAPP_PROVIDERS: "superwaba",
      WHATSAPP_ACCESS_TOKEN: "token-for-meta",
      WHATSAPP_PHONE_NUMBER_ID: "1",
    };
    const own = { ...values, SUPERWABA_API_URL: "https://waba.example/v26.0" };
    expect(missing(values, ["whatsapp"], [])).toEqual([]);
    expect(missing(own, ["whatsapp"], [])).toEqual(["GB5007 SUPERWABA_ACCESS_TOKEN"]);
    expect(settings(own).providers.superwaba.accessToken).toBeUndefined();
    expect(missing({ ...own, SUPERWABA_ACCESS_TOKEN: "t" }, ["whatsapp"], [])).toEqual([]);
  });

  test("a message says why and what the variable is", () => {
    const [first] = whatIsMissing(settings({}), new Set<Capability>(["mail"]), new Set());
    expect(first).toMatchObject({
      severity: "error",
      message: "SMTP_URL is not set, but the scripts send mail",
      hint: "SMTP_URL: the mail server with user and password",
    });
  });

  test("a channel is live once nothing of it is missing", () => {
    const some = settings({ SMTP_URL: "smtp://localhost", MAIL_FROM: "a@b.c" });
    expect(missingCredentials(some, "mail")).toEqual([]);
    expect(missingCredentials(some, "sms")).toHaveLength(3);
  });
});

describe("the table of variables", () => {
  test("holds every variable once, each with an example that is accepted", () => {
    const names = VARIABLES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, example } of VARIABLES) {
      const { messages } = read({ ...DKIM, TLS_CERT: "c", TLS_KEY: "k", [name]: example });
      const errors = messages.filter(({ severity }) => severity === "error");
      // Secrets are shown with an ellipsis, so that nobody pastes the example.
      expect(example.includes("…") ? [] : errors).toEqual([]);
    }
  });

  test("tells the standards that hold", () => {
    const standards = VARIABLES.flatMap(({ name, standard }): [string, string][] =>
      standard === undefined ? [] : [[name, standard]],
    );
    const spelledOut = settings(Object.fromEntries(standards));
    expect(spelledOut).toEqual({ ...settings({}), secretsIn: spelledOut.secretsIn });
  });

  test("marks what secretValues returns", () => {
    const found = settings({
      WHATSAPP_VERIFY_TOKEN: "verify",
      WHATSAPP_APP_SECRET: "app1,app2",
      WHATSAPP_ACCESS_TOKEN: "access",
      CMZON_WEBHOOK_SECRET: "cmzon1,cmzon2",
      CMZON_VERIFY_TOKEN: "cmzon3",
      CMZON_ACCESS_TOKEN: "cmzon4",
      SUPERWABA_APP_SECRET: "waba1",
      SUPERWABA_VERIFY_TOKEN: "waba2",
      SUPERWABA_ACCESS_TOKEN: "waba3",
      WHATSABLE_WEBHOOK_SECRET: "able1",
      WHATSABLE_ACCESS_TOKEN: "able2",
      TWILIO_AUTH_TOKEN: "auth",
      LLM_API_KEY: "key",
      SMTP_URL: "smtp://user:p%2Fw@host",
      SMTP_URL_SALES: "smtp://sales:other@host",
      ...DKIM,
    });
    expect(secretValues(found).toSorted()).toEqual(
      [
        ...["cmzon1", "cmzon2", "cmzon3", "cmzon4"],
        ...["waba1", "waba2", "waba3", "able1", "able2"],
        ...["verify", "app1", "app2", "access", "auth", "key"],
        ...["smtp://user:p%2Fw@host", "p%2Fw", "p/w", "smtp://sales:other@host", "other"],
        DKIM.DKIM_PRIVATE_KEY,
      ].toSorted(),
    );
    expect(VARIABLES.filter(({ secret }) => secret === true).map(({ name }) => name)).toEqual([
      "WHATSAPP_VERIFY_TOKEN",
      "WHATSAPP_APP_SECRET",
      "WHATSAPP_ACCESS_TOKEN",
      "CMZON_WEBHOOK_SECRET",
      "CMZON_VERIFY_TOKEN",
      "CMZON_ACCESS_TOKEN",
      "SUPERWABA_APP_SECRET",
      "SUPERWABA_VERIFY_TOKEN",
      "SUPERWABA_ACCESS_TOKEN",
      "WHATSABLE_WEBHOOK_SECRET",
      "WHATSABLE_ACCESS_TOKEN",
      "TWILIO_AUTH_TOKEN",
      "SMTP_URL",
      "DKIM_PRIVATE_KEY",
      "LLM_API_KEY",
    ]);
  });
});

describe("the environment", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gbasic-environment-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("joins .env and the process, which wins", async () => {
    await writeFile(
      join(folder, ".env"),
      'PORT=4000\nWHATSAPP_APP_SECRET="a b"\n# note\nHOST=0.0.0.0\nSMTP_URL=smtp://x\n',
    );
    const { values, messages } = await readEnvironment(folder, {
      PORT: "5000",
      SMTP_URL: "",
      EMPTY: undefined,
    });
    expect(messages).toEqual([]);
    expect(Object.fromEntries(values)).toEqual({
      TZ: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      PORT: "5000",
      WHATSAPP_APP_SECRET: "a b",
      HOST: "0.0.0.0",
      SMTP_URL: "",
    });
  });

  test("a folder need not have a .env", async () => {
    const { values, messages } = await readEnvironment(folder, { TZ: "Asia/Tokyo" });
    expect(Object.fromEntries(values)).toEqual({ TZ: "Asia/Tokyo" });
    expect(messages).toEqual([]);
  });

  test("a .env that cannot be read is told", async () => {
    await mkdir(join(folder, ".env"));
    const { messages } = await readEnvironment(folder, {});
    expect(messages).toMatchObject([{ code: "GB5004", severity: "error" }]);
    expect(messages[0]?.message).toContain("EISDIR");
  });
});
