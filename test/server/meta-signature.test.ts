import { createHmac } from "node:crypto";

import { expect, test } from "vitest";

import { type Serving, serveRoutes, settingsWith } from "./serving.ts";

const PATH = "/webhooks/whatsapp";
const { secrets: none } = settingsWith({});

function serveHook(metaAppSecrets: readonly string[] = ["app-secret"]): Promise<Serving> {
  return serveRoutes({
    routes: [{ path: PATH }],
    settings: {
      mode: "production",
      secrets: { ...none, metaAppSecrets, metaVerifyTokens: ["verify-token"] },
      otherSecrets: [{ name: "WHATSAPP_ACCESS_TOKEN", value: "access-token" }],
    },
  });
}

function sign(body: string | Uint8Array, secret = "app-secret"): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  signature?: string,
): Promise<Response> {
  const headers = new Headers({ "Content-Type": "application/json" });
  if (signature !== undefined) headers.set("X-Hub-Signature-256", signature);
  return fetch(`${url}${PATH}`, { method: "POST", body, headers });
}

// Each of these changes when it is parsed and serialised again.
test.each([
  ["non-ASCII text", '{"text":{"body":"olá, ação 😀"}}'],
  ["escaped non-ASCII text, as Meta sends it", '{"text":{"body":"ol\\u00e1 \\ud83d\\ude00"}}'],
  ["escaped ASCII", '{"mail":"ana\\u0040example.com"}'],
  ["escaped slashes", '{"url":"https:\\/\\/example.com\\/"}'],
  ["numbers with a fraction of zero", '{"latitude":1.0,"n":1e2,"big":12345678901234567890}'],
  ["white space and repeated keys", '{ "a" : 1,\n\t"a":2 }\r\n'],
])("the signature is computed over the received bytes: %s", async (_, body) => {
  const { url, received } = await serveHook();
  expect((await post(url, body, sign(body))).status).toBe(200);
  expect(received[0]?.verifiedBy).toBe("meta");
});

test("bytes that are no UTF-8 verify too", async () => {
  const { url } = await serveHook();
  const body = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]);
  expect((await post(url, body, sign(body))).status).toBe(200);
});

test("an empty body verifies", async () => {
  const { url } = await serveHook();
  expect((await post(url, "", sign(""))).status).toBe(200);
});

test("each secret of a rotation verifies", async () => {
  const { url } = await serveHook(["new-secret", "old-secret"]);
  expect((await post(url, "{}", sign("{}", "new-secret"))).status).toBe(200);
  expect((await post(url, "{}", sign("{}", "old-secret"))).status).toBe(200);
  expect((await post(url, "{}", sign("{}", "older-secret"))).status).toBe(403);
});

test("upper-case digits are taken", async () => {
  const { url } = await serveHook();
  const signature = sign("{}").slice("sha256=".length).toUpperCase();
  expect((await post(url, "{}", `sha256=${signature}`)).status).toBe(200);
});

test("without a signature it is 401, and nothing runs", async () => {
  const { url, received } = await serveHook();
  const response = await post(url, "{}");
  expect(response.status).toBe(401);
  expect(await response.text()).toBe("Unauthorized\n");
  expect(received).toHaveLength(0);
});

test.each([
  ["of another body", sign("[]")],
  ["too short", sign("{}").slice(0, -2)],
  ["too long", `${sign("{}")}00`],
  ["without its prefix", sign("{}").slice("sha256=".length)],
  ["with another prefix", sign("{}").replace("sha256", "sha1")],
  ["the guide's placeholder", "sha256=..."],
  ["empty", ""],
  ["twice", `${sign("{}")}, ${sign("{}")}`],
  ["with digits that are none", `sha256=${"g".repeat(64)}`],
])("a signature that is wrong is 403: %s", async (_, signature) => {
  const { url, received } = await serveHook();
  const response = await post(url, "{}", signature);
  expect(response.status).toBe(403);
  expect(await response.text()).toBe("Forbidden\n");
  expect(received).toHaveLength(0);
});

const ACCENTED = '{"body": "olá"}';

test.each([
  ["another configured secret", sign("{}", "access-token"), "{}", /WHATSAPP_ACCESS_TOKEN/],
  ["the verify token", sign("{}", "verify-token"), "{}", /WHATSAPP_VERIFY_TOKEN/],
  [
    "the body serialised anew",
    sign(JSON.stringify(JSON.parse(ACCENTED))),
    ACCENTED,
    /serialised anew:/,
  ],
  ["the escaped body", sign('{"body": "ol\\u00e1"}'), ACCENTED, /non-ASCII characters escaped/],
  ["a lost newline", sign("{}\n"), "{}", /a newline at its end/],
  ["a form that is none", "sha256=...", "{}", /64 hexadecimal digits/],
  ["nothing known", sign("{}", "unknown"), "{}", /check that WHATSAPP_APP_SECRET/],
])(
  "the log explains a wrong signature, the response does not: %s",
  async (_, signature, body, expected) => {
    const { url, log } = await serveHook();
    const response = await post(url, body, signature);
    expect(await response.text()).toBe("Forbidden\n");
    expect(log[0]).toMatchObject({ level: "warn", code: "GB4102", status: 403 });
    expect(log[0]?.["explanation"]).toMatch(expected);
    expect(JSON.stringify(log)).not.toMatch(/app-secret|access-token|verify-token/);
  },
);

test("a flood of wrong signatures is not examined one by one", async () => {
  const { url, log } = await serveHook();
  await post(url, "{}", sign("{}", "unknown"));
  await post(url, "{}", sign("{}", "unknown"));
  expect(log[1]?.["explanation"]).toMatch(/not examined/);
});
