import { describe, expect, test, vi } from "vitest";

import { serveBot, signature, startApi } from "./served-providers.ts";

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  LOG "message " + GET WHATSAPP MESSAGE ID
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "you wrote " + GET WHATSAPP MESSAGE BODY
END ON
ON WHATSAPP STATUS DO
  LET STATUS = GET JSON PATH PARSE JSON GET REQUEST BODY, "entry[0].changes[0].value.statuses[0]"
  LOG "status " + STATUS.id + " " + STATUS.status
END ON
ON WHATSAPP ERROR DO
  LET PROBLEM = GET JSON PATH PARSE JSON GET REQUEST BODY, "entry[0].changes[0].value.errors[0]"
  LOG "error " + PROBLEM.code + " " + PROBLEM.error_data.details
END ON
`;

const SECRETS = {
  NODE_ENV: "production",
  WHATSAPP_PROVIDERS: "meta, cmzon",
  WHATSAPP_APP_SECRET: "secret-of-meta",
  WHATSAPP_VERIFY_TOKEN: "token-of-meta",
  CMZON_WEBHOOK_SECRET: "new-secret-of-cmzon, old-secret-of-cmzon",
  CMZON_VERIFY_TOKEN: "token-of-cmzon",
};

/** Not as a second serialisation would write it. */
const written = (value: object) =>
  JSON.stringify({
    object: "whatsapp_business_account",
    entry: [
      {
        id: "1",
        changes: [{ value: { messaging_product: "whatsapp", ...value }, field: "messages" }],
      },
    ],
  }).replaceAll("@", String.raw`\u0040`);

const metadata = { display_phone_number: "15550001111", phone_number_id: "4711" };
const message = (id: string, body = "a@b.example") =>
  written({
    metadata,
    messages: [
      { from: "5511999990001", id, timestamp: "1767268800", text: { body }, type: "text" },
    ],
  });
const STATUS = written({ metadata, statuses: [{ id: "wamid.9", status: "read", timestamp: "1" }] });
const PROBLEM = written({
  metadata,
  errors: [{ code: 131026, title: "Undeliverable", error_data: { details: "no such number" } }],
});

describe("CMzon beside Meta, in production", () => {
  test("its messages, statuses and errors run the same handlers, and are answered through it", async () => {
    const { taken, settings } = await startApi();
    const { signed, logged } = await serveBot(BOT, { ...SECRETS, ...settings });
    for (const secret of ["new-secret-of-cmzon", "old-secret-of-cmzon"]) {
      expect(await signed("/webhooks/cmzon", message("wamid.1"), secret)).toBe(200);
    }
    await logged("message wamid.1");
    expect(await signed("/webhooks/cmzon", STATUS, "new-secret-of-cmzon")).toBe(200);
    await logged("status wamid.9 read");
    // Nothing tells a second error from the first delivered again, so both run.
    for (const times of [1, 2]) {
      expect(await signed("/webhooks/cmzon", PROBLEM, "new-secret-of-cmzon")).toBe(200);
      await logged("error 131026 no such number", times);
    }
    expect(await signed("/webhooks/whatsapp", message("wamid.2", "hi"), "secret-of-meta")).toBe(
      200,
    );
    await logged("message wamid.2");
    await vi.waitFor(() => expect(taken).toHaveLength(2), { timeout: 5000 });
    expect(taken).toEqual([
      {
        path: "/cmzon/4711/messages",
        token: "Bearer token-for-cmzon",
        text: "you wrote a@b.example",
      },
      { path: "/meta/4711/messages", token: "Bearer token-for-meta", text: "you wrote hi" },
    ]);
  });

  test("what is not signed by it is 401, and the log says what it was signed with", async () => {
    const { settings } = await startApi();
    const { post, signed, output } = await serveBot(BOT, { ...SECRETS, ...settings });
    const body = message("wamid.1");
    const right = signature(body, "new-secret-of-cmzon");
    expect(await post("/webhooks/cmzon", body)).toBe(401);
    const wrong = [
      signature(body, "secret-of-meta"),
      signature(body, "another-secret"),
      right.slice(0, -1),
      right.replace("sha256=", ""),
      right.replace("sha256=", "sha1="),
      `${right}, ${right}`,
    ];
    for (const header of wrong) {
      expect([
        header,
        await post("/webhooks/cmzon", body, { "X-Hub-Signature-256": header }),
      ]).toEqual([header, 401]);
    }
    expect(await signed("/webhooks/whatsapp", body, "new-secret-of-cmzon")).toBe(403);
    expect(output.stderr).toContain(
      "it was made with the value of WHATSAPP_APP_SECRET; CMZON_WEBHOOK_SECRET must be the webhook secret of CMzon",
    );
  });

  test("each makes its handshake with its own token", async () => {
    const { settings } = await startApi();
    const { url } = await serveBot(BOT, { ...SECRETS, ...settings });
    const ask = async (path: string, token: string) => {
      const query = `hub.mode=subscribe&hub.challenge=42&hub.verify_token=${token}`;
      const response = await fetch(`${url}${path}?${query}`);
      return [response.status, response.status === 200 ? await response.text() : ""];
    };
    expect(await ask("/webhooks/cmzon", "token-of-cmzon")).toEqual([200, "42"]);
    expect(await ask("/webhooks/cmzon", "token-of-meta")).toEqual([403, ""]);
    expect(await ask("/webhooks/whatsapp", "token-of-meta")).toEqual([200, "42"]);
    expect(await ask("/webhooks/whatsapp", "token-of-cmzon")).toEqual([403, ""]);
  });

  test.each([
    [{ ...SECRETS, CMZON_WEBHOOK_SECRET: "" }, "GB5492", "CMZON_WEBHOOK_SECRET is missing"],
    [
      { ...SECRETS, CMZON_API_URL: "" },
      "GB5007",
      "CMZON_API_URL is not set, but the scripts answer what CMzon",
    ],
    [
      { ...SECRETS, CMZON_PATH: "/webhooks/whatsapp/" },
      "GB5490",
      "WHATSAPP_PATH and CMZON_PATH are both",
    ],
    [
      { ...SECRETS, WHATSAPP_PROVIDERS: "meta, zmon" },
      "GB5001",
      "names out of meta, cmzon, superwaba, whatsable",
    ],
    [{ ...SECRETS, WHATSAPP_PROVIDERS: "cmzon, cmzon" }, "GB5001", "each once"],
  ])("does not start with %j: %s", async (environment, code, text) => {
    const { settings } = await startApi();
    const { url, output, ended } = await serveBot(BOT, { ...settings, ...environment });
    expect(url).toBe("");
    expect(await ended).toBe(2);
    expect(output.stderr).toContain(code);
    expect(output.stderr).toContain(text);
  });
});

test("CMzon alone takes WEBHOOK_SECRET, as its guide has it, on the path of its guide", async () => {
  const { settings, taken } = await startApi();
  const { signed, output, logged } = await serveBot(
    `${BOT}ON WEBHOOK POST TO "/jobs" OPEN DO
  SEND WHATSAPP TO "5511999990002" WITH "news"
END ON
`,
    {
      ...settings,
      NODE_ENV: "production",
      WHATSAPP_PROVIDERS: "CMzon",
      CMZON_PATH: "/webhook",
      WEBHOOK_SECRET: "secret",
    },
  );
  expect(output.stderr).toMatch(/ON WHATSAPP STATUS at \/webhook +signed by CMzon/);
  expect(output.stderr).toContain("CMZON_VERIFY_TOKEN is not set, so CMzon cannot subscribe");
  expect(await signed("/webhook", message("wamid.1"), "secret")).toBe(200);
  await logged("message wamid.1");
  expect(await signed("/webhooks/whatsapp", message("wamid.2"), "secret")).toBe(404);
  expect(await signed("/jobs", "{}", "secret")).toBe(200);
  await vi.waitFor(() => expect(taken).toHaveLength(2), { timeout: 5000 });
  // What answers nobody leaves from the number of the settings.
  expect(taken.map(({ path }) => path)).toEqual(["/cmzon/4711/messages", "/cmzon/115/messages"]);
});

test("ON WEBHOOK takes its deliveries too, on its path and wherever SIGNED BY CMZON stands", async () => {
  const script = `ON WEBHOOK POST TO "/webhooks/cmzon" DO
  LOG "on its path " + GET WHATSAPP MESSAGE ID
END ON
ON WEBHOOK POST TO "/other" SIGNED BY CMZON DO
  LOG "elsewhere " + GET WHATSAPP MESSAGE ID
END ON
`;
  const { signed, logged } = await serveBot(script, SECRETS);
  expect(await signed("/webhooks/cmzon", message("wamid.1"), "new-secret-of-cmzon")).toBe(200);
  expect(await signed("/other", message("wamid.2"), "new-secret-of-cmzon")).toBe(200);
  await logged("on its path wamid.1");
  await logged("elsewhere wamid.2");
  expect(await signed("/other", message("wamid.3"), "secret-of-meta")).toBe(401);
  expect(await signed("/webhooks/cmzon", message("wamid.4"), "secret-of-meta")).toBe(401);
});
