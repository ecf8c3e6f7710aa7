import { createHash, createHmac } from "node:crypto";
import { request } from "node:http";

import { expect, test } from "vitest";

import type { IncomingRequest } from "../../src/host/http.ts";
import { parseForm } from "../../src/server/form.ts";
import { parseFields } from "../../src/routes/request-path.ts";
import type { HttpSettings } from "../../src/server/settings.ts";
import { twilioScheme } from "../../src/server/verify/twilio.ts";
import { type Serving, serveRoutes, settingsWith } from "./serving.ts";

const FORM = "application/x-www-form-urlencoded";
const { secrets: none } = settingsWith({});
const TOKEN = "12345";

interface Call {
  readonly url: string;
  readonly body?: string;
  readonly contentType?: string;
  readonly method?: string;
}

/** A request for the URL that Twilio was configured with, as the server reads it. */
async function received({ url, body = "", contentType = FORM }: Call): Promise<IncomingRequest> {
  const { pathname, search } = new URL(url);
  const rawBody = Buffer.from(body);
  return {
    id: "1",
    method: "POST",
    path: pathname,
    originalUrl: pathname + search,
    query: parseFields(search.slice(1)),
    headers: new Map([["content-type", [contentType]]]),
    rawBody,
    pathValues: new Map(),
    ...(await parseForm(contentType, rawBody)),
  };
}

async function verifies(call: Call, signature: string, tokens = [TOKEN]): Promise<boolean> {
  return twilioScheme.verify(
    { request: await received(call), url: call.url, receivedAt: 0 },
    signature,
    tokens,
  );
}

/** The algorithm as Twilio's documentation words it, written apart from the server's. */
function sign(url: string, fields: readonly (readonly [string, string])[] = [], token = TOKEN) {
  const sorted = [...fields].sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1));
  const text = url + sorted.map(([name, value]) => name + value).join("");
  return createHmac("sha1", token).update(text).digest("base64");
}

// Vectors of twilio-node, spec/validation.spec.js.
const URL_WITH_QUERY = "https://mycompany.com/myapp.php?foo=1&bar=2";
const CALL = new URLSearchParams({
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675309",
  Digits: "1234",
  From: "+14158675309",
  To: "+18005551212",
}).toString();
const JSON_BODY = '{"property": "value", "boolean": true}';
const JSON_HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

test("the published form vector verifies", async () => {
  const signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  expect(await verifies({ url: URL_WITH_QUERY, body: CALL }, signature)).toBe(true);
  expect(await verifies({ url: URL_WITH_QUERY, body: CALL }, signature, ["54321"])).toBe(false);
  expect(await verifies({ url: URL_WITH_QUERY, body: CALL }, signature, ["54321", TOKEN])).toBe(
    true,
  );
  expect(await verifies({ url: URL_WITH_QUERY, body: `${CALL}&x=1` }, signature)).toBe(false);
});

test("the published JSON vector verifies", async () => {
  const url = `${URL_WITH_QUERY}&bodySHA256=${JSON_HASH}`;
  const call = { url, body: JSON_BODY, contentType: "application/json" };
  const signature = "a9nBmqA0ju/hNViExpshrM61xv4=";
  expect(createHash("sha256").update(JSON_BODY).digest("hex")).toBe(JSON_HASH);
  expect(await verifies(call, signature)).toBe(true);
  expect(await verifies({ ...call, body: `${JSON_BODY} ` }, signature)).toBe(false);
});

test.each([
  ["MessagingBinding.Address", ["+1325xxxxxxx", "+1415xxxxxxx"], "83O6e2vORAoJHUNzJjDWN1jz+BA="],
  ["MessagingBinding.Address", ["+1415xxxxxxx", "+1325xxxxxxx"], "83O6e2vORAoJHUNzJjDWN1jz+BA="],
])("the published vector of repeated keys verifies: %s %s", async (name, values, signature) => {
  const body = values.map((value) => `${name}=${encodeURIComponent(value)}`).join("&");
  expect(await verifies({ url: URL_WITH_QUERY, body }, signature)).toBe(true);
});

test("repeated values count once", async () => {
  const body = "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234";
  const signature = "IK+Dwps556ElfBT0I3Rgjkr1wJU=";
  expect(await verifies({ url: URL_WITH_QUERY, body }, signature)).toBe(true);
});

test.each([
  ["without a port", "https://example.com/voice", "https://example.com/voice"],
  ["with the standard port", "https://example.com/voice", "https://example.com:443/voice"],
  ["http with the standard port", "http://example.com/voice", "http://example.com:80/voice"],
  ["a port that is not signed", "https://example.com:3000/voice", "https://example.com/voice"],
  ["the query as it stands", "https://example.com/v?a=b'c", "https://example.com/v?a=b'c"],
  ["the query encoded anew", "https://example.com/v?a=b'c", "https://example.com/v?a=b%27c"],
])("the URL variants that Twilio signs are taken: %s", async (_, url, signed) => {
  expect(await verifies({ url }, sign(signed))).toBe(true);
});

test("values keep their white space, plus signs, case and order of code units", async () => {
  const url = "https://example.com/sms";
  const fields = [
    ["b", " padded "],
    ["B", "1+1"],
    ["a", "á😀"],
    ["__proto__", "p"],
    ["10", "x"],
    ["9", "y"],
  ] as const;
  const body = fields.map((field) => field.map(encodeURIComponent).join("=")).join("&");
  expect(await verifies({ url, body }, sign(url, fields))).toBe(true);
  expect(await verifies({ url, body }, sign(url, fields.slice(0, -1)))).toBe(false);
});

test("a signed GET cannot be sent again with a body of another type", async () => {
  const url = "https://example.com/voice?x=1";
  const signature = sign(url);
  expect(await verifies({ url }, signature)).toBe(true);
  expect(await verifies({ url, body: "{}", contentType: "application/json" }, signature)).toBe(
    false,
  );
  expect(await verifies({ url, body: "From=x", contentType: "text/plain" }, signature)).toBe(false);
  const parts = '--b\r\nContent-Disposition: form-data; name="From"\r\n\r\nx\r\n--b--\r\n';
  const multipart = { url, body: parts, contentType: "multipart/form-data; boundary=b" };
  expect(await verifies(multipart, signature)).toBe(false);
});

test("a body hash that is given twice is no hash", async () => {
  const hash = createHash("sha256").update("{}").digest("hex");
  const url = `https://example.com/v?bodySHA256=${hash}&bodySHA256=${hash}`;
  const call = { url, body: "{}", contentType: "application/json" };
  expect(await verifies(call, sign(url))).toBe(false);
});

test("a missing body has the hash of an empty object, as in Twilio's library", async () => {
  const url = `https://example.com/v?bodySHA256=${createHash("sha256").update("{}").digest("hex")}`;
  expect(await verifies({ url, contentType: "application/json" }, sign(url))).toBe(true);
});

test.each(["", "x", "=".repeat(28), "RSOYDt4T1cUTdK1PDd93/VVr8B8"])(
  "a signature of the wrong form is wrong: %s",
  async (signature) => {
    expect(await verifies({ url: URL_WITH_QUERY, body: CALL }, signature)).toBe(false);
  },
);

function serveVoice(settings: Partial<HttpSettings> = {}): Promise<Serving> {
  return serveRoutes({
    routes: [{ path: "/twilio/voice" }, { path: "/twilio/voice", method: "GET" }],
    settings: {
      mode: "production",
      secrets: { ...none, twilioAuthTokens: ["primary", "secondary"] },
      ...settings,
    },
  });
}

/** Sends a request with exactly these headers. */
async function send(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = "",
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const method = body === "" ? "GET" : "POST";
  const options = { port, host: "127.0.0.1", path, method, headers };
  const sent = request(options, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  });
  sent.on("error", reject);
  sent.end(body);
  return promise;
}

const RINGING = "CallSid=CA123&From=%2B1234567890&CallStatus=ringing";
const RINGING_FIELDS = [
  ["CallSid", "CA123"],
  ["From", "+1234567890"],
  ["CallStatus", "ringing"],
] as const;

test("PUBLIC_URL is what Twilio signed, with its path, the query and either token", async () => {
  const { port, received: requests } = await serveVoice({
    publicUrl: "https://bot.example.com/gb",
  });
  for (const token of ["primary", "secondary"]) {
    const url = "https://bot.example.com/gb/twilio/voice?tenant=1";
    const headers = {
      "X-Twilio-Signature": sign(url, RINGING_FIELDS, token),
      "Content-Type": `${FORM}; charset=UTF-8`,
    };
    expect(await send(port, "/twilio/voice?tenant=1", headers, RINGING)).toBe(200);
  }
  expect(requests.map(({ verifiedBy }) => verifiedBy)).toEqual(["twilio", "twilio"]);
});

test("without PUBLIC_URL the request's own host counts", async () => {
  const { port, url } = await serveVoice();
  const signature = sign(`${url}/twilio/voice?a=1`, [], "primary");
  expect(await send(port, "/twilio/voice?a=1", { "X-Twilio-Signature": signature })).toBe(200);
});

test("a GET has its parameters in the URL alone", async () => {
  const { port } = await serveVoice({ publicUrl: "https://bot.example.com" });
  const path = "/twilio/voice?CallSid=CA123&From=%2B1234567890";
  const signature = sign(`https://bot.example.com${path}`, [], "primary");
  expect(await send(port, path, { "X-Twilio-Signature": signature })).toBe(200);
  expect(await send(port, `${path}1`, { "X-Twilio-Signature": signature })).toBe(403);
});

test("forwarded headers count from a trusted proxy only", async () => {
  const signature = sign("https://bot.example.com/twilio/voice", [], "primary");
  const headers = {
    "X-Twilio-Signature": signature,
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "bot.example.com",
  };
  const trusting = await serveVoice({ trustProxy: ["loopback"] });
  expect(await send(trusting.port, "/twilio/voice", headers)).toBe(200);
  const other = await serveVoice({ trustProxy: ["10.0.0.0/8"] });
  expect(await send(other.port, "/twilio/voice", headers)).toBe(403);
  const none = await serveVoice();
  expect(await send(none.port, "/twilio/voice", headers)).toBe(403);
});

test("missing is 401, wrong is 403", async () => {
  const { port, received: requests } = await serveVoice();
  expect(await send(port, "/twilio/voice", {}, RINGING)).toBe(401);
  expect(await send(port, "/twilio/voice", { "X-Twilio-Signature": "RCYmLs..." }, RINGING)).toBe(
    403,
  );
  expect(requests).toHaveLength(0);
});

test.each([
  [
    "another host",
    () => sign("https://bot.example.com/twilio/voice", [], "primary"),
    { "X-Forwarded-Host": "bot.example.com" },
    /set PUBLIC_URL to https:\/\/bot\.example\.com$/,
  ],
  [
    "the scheme",
    (url: string) => sign(`${url.replace("http:", "https:")}/twilio/voice`, [], "primary"),
    {},
    /it matches the URL https:.*set PUBLIC_URL to https:/,
  ],
  [
    "a slash at the end",
    (url: string) => sign(`${url}/twilio/voice/`, [], "primary"),
    {},
    /slash at the end/,
  ],
  [
    "another secret",
    (url: string) => sign(`${url}/twilio/voice`, [], "app-secret"),
    {},
    /made with the value of WHATSAPP_APP_SECRET/,
  ],
  [
    "nothing known",
    () => sign("https://x.example", [], "unknown"),
    {},
    /PUBLIC_URL is the address/,
  ],
])("the log explains a wrong signature: %s", async (_, signed, more, expected) => {
  const { port, url, log } = await serveVoice({
    secrets: { ...none, metaAppSecrets: ["app-secret"], twilioAuthTokens: ["primary"] },
  });
  const headers = { "X-Twilio-Signature": signed(url), ...more };
  expect(await send(port, "/twilio/voice", headers)).toBe(403);
  expect(log[0]?.["explanation"]).toMatch(expected);
});

test("the log explains a query that a proxy added, without showing it", async () => {
  const { port, url, log } = await serveVoice();
  const headers = { "X-Twilio-Signature": sign(`${url}/twilio/voice`, [], "primary") };
  expect(await send(port, "/twilio/voice?key=hidden-value", headers)).toBe(403);
  expect(log[0]?.["explanation"]).toMatch(/without a query/);
  expect(JSON.stringify(log)).not.toContain("hidden-value");
});
