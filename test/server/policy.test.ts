import { createHmac } from "node:crypto";
import { request } from "node:http";

import { expect, test } from "vitest";

import type { Verification } from "../../src/host/handler.ts";
import type { IncomingRequest } from "../../src/host/http.ts";
import type { HttpSettings } from "../../src/server/settings.ts";
import { whyNotLocal } from "../../src/server/verify/local-request.ts";
import { requestOf } from "../requests.ts";
import { serveRoutes, settingsWith } from "./serving.ts";

const { secrets: none } = settingsWith({});
const META = { ...none, metaAppSecrets: ["app-secret"] };
const TWILIO = { ...none, twilioAuthTokens: ["token"] };
const BOTH = { ...META, ...TWILIO, metaAppSecrets: ["app-secret"] };
const BODY = "a=1";

type Headers = Readonly<Record<string, string>>;

const META_SIGNED: Headers = {
  "X-Hub-Signature-256": `sha256=${createHmac("sha256", "app-secret").update(BODY).digest("hex")}`,
};
const META_WRONG: Headers = { "X-Hub-Signature-256": `sha256=${"0".repeat(64)}` };
const PLACEHOLDER: Headers = { "X-Hub-Signature-256": "sha256=..." };
const TWILIO_WRONG: Headers = { "X-Twilio-Signature": "RCYmLs..." };
const TWILIO_SIGNED: Headers = {
  "X-Twilio-Signature": createHmac("sha1", "token")
    .update("https://bot.example.com/hooka1")
    .digest("base64"),
};

interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly verifiedBy: string | undefined;
}

async function send(
  verification: Verification,
  settings: Partial<HttpSettings>,
  headers: Headers,
): Promise<Outcome> {
  const { port, received } = await serveRoutes({
    routes: [{ path: "/hook", verification }],
    settings: { publicUrl: "https://bot.example.com", ...settings },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Omit<Outcome, "verifiedBy">>();
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  const options = {
    port,
    host: "127.0.0.1",
    path: "/hook",
    method: "POST",
    headers: { ...form, ...headers },
  };
  const sent = request(options, (response) => {
    let body = "";
    response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    response.on("end", () => {
      resolve({ status: response.statusCode ?? 0, body });
    });
  });
  sent.on("error", reject);
  sent.end(BODY);
  return { ...(await promise), verifiedBy: received[0]?.verifiedBy };
}

type Case = readonly [
  what: string,
  verification: Verification,
  secrets: HttpSettings["secrets"],
  headers: Headers,
  status: number,
  verifiedBy: string | undefined,
];

const ALWAYS: readonly Case[] = [
  ["Meta by its own header", "auto", BOTH, META_SIGNED, 200, "meta"],
  ["Twilio by its own header", "auto", BOTH, TWILIO_SIGNED, 200, "twilio"],
  ["one right signature of two", "auto", BOTH, { ...META_WRONG, ...TWILIO_SIGNED }, 200, "twilio"],
  ["no signature", "auto", BOTH, {}, 401, undefined],
  ["a wrong one of Meta", "auto", BOTH, META_WRONG, 403, undefined],
  ["a wrong one of Twilio", "auto", BOTH, TWILIO_WRONG, 403, undefined],
  ["SIGNED BY META and signed so", "meta", BOTH, META_SIGNED, 200, "meta"],
  ["SIGNED BY META and signed by Twilio", "meta", BOTH, TWILIO_SIGNED, 401, undefined],
  ["SIGNED BY TWILIO and signed by Meta", "twilio", BOTH, META_SIGNED, 401, undefined],
  ["SIGNED BY TWILIO and signed so", "twilio", BOTH, TWILIO_SIGNED, 200, "twilio"],
  ["OPEN and unsigned", "open", BOTH, {}, 200, "unsigned"],
  ["OPEN and signed", "open", BOTH, META_SIGNED, 200, "meta"],
  ["OPEN and wrongly signed", "open", BOTH, META_WRONG, 200, "unsigned"],
  ["a scheme whose secret is missing", "auto", TWILIO, META_SIGNED, 403, undefined],
];

test.each(ALWAYS)("in either mode: %s", async (_, verification, secrets, headers, status, by) => {
  for (const mode of ["development", "production"] as const) {
    const outcome = await send(verification, { mode, secrets }, headers);
    expect(outcome).toMatchObject({ status, verifiedBy: by });
  }
});

test.each<Case>([
  ["unsigned", "auto", none, {}, 200, "unsigned"],
  ["the guide's own sample", "auto", none, PLACEHOLDER, 200, "unsigned"],
  ["a signature nobody can check", "auto", none, META_SIGNED, 200, "unsigned"],
  ["unsigned where another scheme's secret is set", "meta", TWILIO, {}, 200, "unsigned"],
  ["unsigned where its own secret is set", "twilio", TWILIO, {}, 401, undefined],
  ["unsigned where one secret could verify", "auto", META, {}, 401, undefined],
])("in development: %s", async (_, verification, secrets, headers, status, by) => {
  const outcome = await send(verification, { secrets }, headers);
  expect(outcome).toMatchObject({ status, verifiedBy: by });
});

test.each<Case>([
  ["unsigned", "auto", none, {}, 401, undefined],
  ["a signature nobody can check", "auto", none, PLACEHOLDER, 403, undefined],
])("in production without secrets: %s", async (_, verification, secrets, headers, status, by) => {
  const production = { mode: "production", insecure: true, secrets } as const;
  const outcome = await send(verification, production, headers);
  expect(outcome).toMatchObject({ status, verifiedBy: by });
});

test.each<[string, Headers]>([
  ["ngrok", { Host: "abc123.ngrok.io", "X-Forwarded-For": "203.0.113.9" }],
  ["a tunnel that hides its host", { "X-Forwarded-Proto": "https" }],
  ["the standard header of proxies", { Forwarded: "for=203.0.113.9" }],
  ["another host name, as in DNS rebinding", { Host: "evil.example" }],
  ["a host that only looks local", { Host: "localhost.evil.example" }],
  ["a web page", { Origin: "https://evil.example" }],
  ["a web page without an origin", { Origin: "null" }],
  ["an image of a web page", { "Sec-Fetch-Site": "cross-site" }],
])("an unsigned request is not taken through %s unless --insecure", async (_, headers) => {
  const refused = await send("auto", { secrets: none }, headers);
  expect(refused).toMatchObject({ status: 401, verifiedBy: undefined });
  expect(refused.body).toContain("GB4104");
  const taken = await send("auto", { secrets: none, insecure: true }, headers);
  expect(taken).toMatchObject({ status: 200, verifiedBy: "unsigned" });
});

test.each<[string, Headers]>([
  ["localhost", { Host: "localhost:3000" }],
  ["a name below localhost", { Host: "bot.localhost:3000" }],
  ["the address", { Host: "127.0.0.1:3000" }],
  ["the IPv6 address", { Host: "[::1]:3000" }],
  ["a page of this machine", { Origin: "http://localhost:8080" }],
])("an unsigned request of this machine is taken: %s", async (_, headers) => {
  expect((await send("auto", { secrets: none }, headers)).status).toBe(200);
});

test("signed requests come through tunnels", async () => {
  const headers = { ...META_SIGNED, Host: "abc123.ngrok.io", "X-Forwarded-For": "203.0.113.9" };
  expect((await send("auto", { secrets: META }, headers)).status).toBe(200);
});

test.each([
  ["127.0.0.1", undefined],
  ["::1", undefined],
  ["::ffff:127.0.0.1", undefined],
  ["192.168.1.5", "it comes from another machine"],
  ["::ffff:10.0.0.1", "it comes from another machine"],
  ["fe80::1%eth0", "it comes from another machine"],
  [undefined, "it comes from another machine"],
])("the connection of an unsigned request is looked at: %s", (address, expected) => {
  const local: IncomingRequest = requestOf("", "text/plain", { headers: { host: "localhost" } });
  expect(whyNotLocal(local, address)).toBe(expected);
});

test("development says what is missing, production says nothing", async () => {
  const shown = await send("auto", { secrets: BOTH }, {});
  expect(shown.body).toMatch(
    /GB4101: .*X-Hub-Signature-256 or X-Twilio-Signature\n {2}hint: .*OPEN/,
  );
  const silent = await send("auto", { secrets: BOTH, mode: "production" }, {});
  expect(silent.body).toBe("Unauthorized\n");
});
