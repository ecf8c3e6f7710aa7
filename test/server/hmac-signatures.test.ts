import { createHmac } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "vitest";

import { makeFolder } from "./served-scripts.ts";
import { startServe } from "./start-serve.ts";

const SCRIPT = `ON WEBHOOK POST TO "/github" SIGNED BY GITHUB DO
  PRINT "github"
END ON
ON WEBHOOK POST TO "/stripe" SIGNED BY STRIPE TOLERANCE 60 DO
  PRINT "stripe"
END ON
ON WEBHOOK POST TO "/shopify" SIGNED BY SHOPIFY SECRET "SHOP_SECRET" DO
  PRINT "shopify"
END ON
ON WEBHOOK POST TO "/slack" SIGNED BY SLACK DO
  PRINT "slack"
END ON
ON WEBHOOK POST TO "/sha1" SIGNED BY HMAC SHA1 HEADER "X-Sign" SECRET "SHOP_SECRET" DO
  PRINT "sha1"
END ON
ON WEBHOOK POST TO "/sha512" SIGNED BY HMAC SHA512 HEADER "X-Sign" SECRET "SHOP_SECRET" DO
  PRINT "sha512"
END ON
WEBHOOK "timed" SIGNED BY HMAC HEADER "X-Sign" SECRET "SHOP_SECRET" TOLERANCE 60
  result_status = "ok"
END WEBHOOK
`;

const SECRETS = {
  NODE_ENV: "production",
  GITHUB_WEBHOOK_SECRET: "new-github-secret, old-github-secret",
  STRIPE_WEBHOOK_SECRET: "whsec_of_stripe",
  SLACK_SIGNING_SECRET: "slack-secret",
  SHOP_SECRET: "shop-secret",
};

/** Not as a second serialisation would write it. */
const BODY = '{ "name": "Jo\\u00e3o", "total": 1.0 }';

async function serveSigned(script: string, environment: Readonly<Record<string, string>>) {
  const folder = await makeFolder();
  await writeFile(join(folder, "bot.bas"), script);
  const running = await startServe(folder, { paths: ["bot.bas"] }, environment);
  const post = async (path: string, headers: Record<string, string> = {}, body = BODY) => {
    const response = await fetch(running.url + path, { method: "POST", headers, body });
    return [response.status, (await response.text()).trim()];
  };
  return { ...running, post };
}

function hmac(secret: string, signed: string, how = "sha256", as: "hex" | "base64" = "hex") {
  return createHmac(how, secret).update(signed).digest(as);
}

test("what services sign in their own ways is taken, over the bytes as they came", async () => {
  const { post } = await serveSigned(SCRIPT, SECRETS);
  for (const secret of ["new-github-secret", "old-github-secret"]) {
    const signature = `sha256=${hmac(secret, BODY)}`;
    expect(await post("/github", { "X-Hub-Signature-256": signature })).toEqual([200, "github"]);
  }
  const shop = hmac("shop-secret", BODY, "sha256", "base64");
  expect(await post("/shopify", { "X-Shopify-Hmac-Sha256": shop })).toEqual([200, "shopify"]);
  const now = String(Math.floor(Date.now() / 1000));
  const stripe = hmac("whsec_of_stripe", `${now}.${BODY}`);
  const wrong = hmac("retired", `${now}.${BODY}`);
  const several = `t=${now},v1=${wrong},v1=${stripe},v0=${"0".repeat(64)}`;
  expect(await post("/stripe", { "Stripe-Signature": several })).toEqual([200, "stripe"]);
  const slack = {
    "X-Slack-Signature": `v0=${hmac("slack-secret", `v0:${now}:${BODY}`)}`,
    "X-Slack-Request-Timestamp": now,
  };
  expect(await post("/slack", slack)).toEqual([200, "slack"]);
  for (const how of ["sha1", "sha512"]) {
    for (const as of ["hex", "base64"] as const) {
      const signature = hmac("shop-secret", BODY, how, as);
      expect(await post(`/${how}`, { "X-Sign": signature })).toEqual([200, how]);
    }
  }
  const timed = `t=${now},v1=${hmac("shop-secret", `${now}.${BODY}`)}`;
  expect(await post("/webhook/timed", { "X-Sign": timed })).toEqual([200, '{"status":"ok"}']);
});

test("anything else is refused, and the log says what would have matched", async () => {
  const { post, output } = await serveSigned(SCRIPT, SECRETS);
  const refused = async (path: string, headers: Record<string, string>, body?: string) => {
    expect(await post(path, headers, body)).toEqual([403, "Forbidden"]);
  };
  expect(await post("/github")).toEqual([401, "Unauthorized"]);
  expect(await post("/github", { "X-Sign": hmac("new-github-secret", BODY) })).toEqual([
    401,
    "Unauthorized",
  ]);
  await refused("/github", { "X-Hub-Signature-256": `sha256=${hmac("stranger", BODY)}` });
  await refused("/github", { "X-Hub-Signature-256": "sha256=" });
  await refused(
    "/github",
    { "X-Hub-Signature-256": `sha256=${hmac("new-github-secret", BODY)}` },
    "{}",
  );
  await refused("/sha512", { "X-Sign": hmac("shop-secret", BODY, "sha256") });
  const old = String(Math.floor(Date.now() / 1000) - 61);
  const signature = `t=${old},v1=${hmac("whsec_of_stripe", `${old}.${BODY}`)}`;
  await refused("/stripe", { "Stripe-Signature": signature });
  const ahead = String(Math.floor(Date.now() / 1000) + 90);
  const future = `t=${ahead},v1=${hmac("whsec_of_stripe", `${ahead}.${BODY}`)}`;
  await refused("/stripe", { "Stripe-Signature": future });
  const twice = `t=1,t=${ahead},v1=${hmac("whsec_of_stripe", `${ahead}.${BODY}`)}`;
  await refused("/stripe", { "Stripe-Signature": twice });
  // One signature a second is looked into, the first of them here.
  await expect.poll(() => output.stderr).toContain("GITHUB_WEBHOOK_SECRET is the secret");
  expect(output.stderr).not.toContain("new-github-secret");
});

test.each([
  [
    "/sha512",
    () => ({ "X-Sign": hmac("shop-secret", BODY) }),
    "made with SHA256, and the handler says SHA512",
  ],
  [
    "/sha1",
    () => ({ "X-Sign": hmac("shop-secret", '{"name":"João","total":1}', "sha1") }),
    "it matches the body serialised anew",
  ],
  ["/stripe", () => ({ "Stripe-Signature": "v1=abc" }), "it is not t= and a time"],
  [
    "/stripe",
    () => ({
      "Stripe-Signature": `t=1700000000,v1=${hmac("whsec_of_stripe", `1700000000.${BODY}`)}`,
    }),
    "seconds old, and 60 are allowed: it is sent again, or a clock is wrong",
  ],
])("%s: the log explains a wrong signature", async (path, headers, explanation) => {
  const { post, output } = await serveSigned(SCRIPT, SECRETS);
  expect(await post(path, headers())).toEqual([403, "Forbidden"]);
  await expect.poll(() => output.stderr).toContain(explanation);
});

test("production needs the secrets that handlers name; development takes what comes from here", async () => {
  const script = 'ON WEBHOOK POST TO "/github" SIGNED BY GITHUB DO\n  PRINT "came"\nEND ON\n';
  const production = await serveSigned(script, { NODE_ENV: "production" });
  expect(await production.ended).toBe(2);
  expect(production.output.stderr).toContain("GB5475");
  expect(production.output.stderr).toContain("GITHUB_WEBHOOK_SECRET is missing");
  const development = await serveSigned(script, {});
  expect(await development.post("/github")).toEqual([200, "came"]);
  const signed = await serveSigned(script, { GITHUB_WEBHOOK_SECRET: "a-secret" });
  expect((await signed.post("/github"))[0]).toBe(401);
});

const GATED = `ON WEBHOOK POST TO "/listed" OPEN FROM "203.0.113.0/24, 2001:db8::1, 2001:db8:5::/48, ::ffff:198.51.100.128/121" DO
  PRINT "in"
END ON
ON WEBHOOK POST TO "/few" OPEN LIMIT 2 PER HOUR DO
  PRINT "taken"
END ON
`;

test("FROM looks at the sender's own address where the proxy is trusted", async () => {
  const trusting = await serveSigned(GATED, { TRUST_PROXY: "loopback" });
  const via = (address: string) => trusting.post("/listed", { "X-Forwarded-For": address });
  expect(await via("203.0.113.9")).toEqual([200, "in"]);
  expect(await via("2001:db8::1")).toEqual([200, "in"]);
  expect((await via("198.51.100.1"))[0]).toBe(403);
  expect(await via("198.51.100.200")).toEqual([200, "in"]);
  expect(await via("::ffff:203.0.113.9")).toEqual([200, "in"]);
  expect(await via("2001:db8:5:ffff::7")).toEqual([200, "in"]);
  for (const address of ["2001:db8::2", "2001:db8:6::7", "203.0.114.0", "nonsense"]) {
    expect([address, (await via(address))[0]]).toEqual([address, 403]);
  }
  expect((await via("203.0.113.9, 198.51.100.1"))[0]).toBe(403);
  const strict = await serveSigned(GATED, {});
  const [status, text] = await strict.post("/listed", { "X-Forwarded-For": "203.0.113.9" });
  expect(status).toBe(403);
  expect(text).toContain("TRUST_PROXY");
});

test("LIMIT turns away what one address sends too often", async () => {
  const { url, post } = await serveSigned(GATED, { TRUST_PROXY: "loopback" });
  const from = (address: string) => post("/few", { "X-Forwarded-For": address });
  expect(await from("203.0.113.1")).toEqual([200, "taken"]);
  expect(await from("203.0.113.1")).toEqual([200, "taken"]);
  expect((await from("203.0.113.1"))[0]).toBe(429);
  expect((await from("::ffff:203.0.113.1"))[0]).toBe(429);
  expect(await from("203.0.113.2")).toEqual([200, "taken"]);
  // Whoever has one address of a network of IPv6 has all of them.
  expect(await from("2001:db8:7:1::1")).toEqual([200, "taken"]);
  expect(await from("2001:db8:7:1::2")).toEqual([200, "taken"]);
  expect((await from("2001:db8:7:1:ffff::3"))[0]).toBe(429);
  expect(await from("2001:db8:7:2::1")).toEqual([200, "taken"]);
  const again = await fetch(`${url}/few`, {
    method: "POST",
    headers: { "X-Forwarded-For": "203.0.113.1" },
  });
  expect(Number(again.headers.get("retry-after"))).toBeGreaterThan(3500);
});
