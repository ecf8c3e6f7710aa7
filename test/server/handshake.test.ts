import { expect, test } from "vitest";

import { serveRoutes, settingsWith } from "./serving.ts";

const PATH = "/webhooks/whatsapp";
const { secrets: none } = settingsWith({});

function serveHook(metaVerifyTokens: readonly string[] = ["new-token", "old-token"]) {
  const secrets = { ...none, metaVerifyTokens };
  return serveRoutes({ routes: [{ path: PATH }], settings: { secrets } });
}

function query(token: string, challenge = "1158201444", mode = "subscribe"): string {
  return new URLSearchParams({
    "hub.mode": mode,
    "hub.verify_token": token,
    "hub.challenge": challenge,
  }).toString();
}

test.each(["new-token", "old-token"])(
  "the challenge comes back for the token %s",
  async (token) => {
    const { url, received } = await serveHook();
    const response = await fetch(`${url}${PATH}?${query(token)}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("1158201444");
    expect(received).toHaveLength(0);
  },
);

test("a challenge of markup is plain text to a browser", async () => {
  const { url } = await serveHook();
  const response = await fetch(`${url}${PATH}?${query("new-token", "<script>á")}`);
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await response.text()).toBe("<script>á");
});

test.each([
  ["a wrong token", query("wrong")],
  ["a part of the token", query("new-toke")],
  ["two tokens joined as configured", query("new-token,old-token")],
  ["another mode", query("new-token", "1", "unsubscribe")],
  ["no mode, as in the guide's sample", "hub.verify_token=new-token&hub.challenge=1"],
  ["no challenge", "hub.mode=subscribe&hub.verify_token=new-token"],
  ["no token", "hub.mode=subscribe&hub.challenge=1"],
  ["an empty token", query("")],
  ["a repeated token", `${query("new-token")}&hub.verify_token=x`],
  ["a repeated challenge", `${query("new-token")}&hub.challenge=2`],
  ["a token as an array", "hub.mode=subscribe&hub.verify_token[]=new-token&hub.challenge=1"],
])("the handshake is refused for %s", async (_, text) => {
  const { url } = await serveHook();
  const response = await fetch(`${url}${PATH}?${text}`);
  expect(response.status).toBe(403);
  expect(await response.text()).not.toContain("new-token");
});

test("without a configured token the log says what to set", async () => {
  const { url, log } = await serveHook([]);
  expect((await fetch(`${url}${PATH}?${query("any")}`)).status).toBe(403);
  expect(log[0]).toMatchObject({ level: "warn", code: "GB4105", verification: "handshake" });
  expect(String(log[0]?.["reason"])).toContain("set WHATSAPP_VERIFY_TOKEN");
});

test("the log never shows the token of a handshake", async () => {
  const { url, log } = await serveHook();
  await fetch(`${url}${PATH}?${query("new-token")}`);
  await fetch(`${url}${PATH}?${query("guessed-token")}`);
  expect(log).toHaveLength(2);
  expect(JSON.stringify(log)).not.toMatch(/new-token|guessed-token/);
});

test("a GET that is no handshake is 405", async () => {
  const { url } = await serveHook();
  const response = await fetch(`${url}${PATH}?challenge=1`);
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("POST");
});

test("a GET handler of its own answers instead", async () => {
  const { url, received } = await serveRoutes({
    routes: [{ path: PATH }, { path: PATH, method: "GET", verification: "open" }],
  });
  expect(await (await fetch(`${url}${PATH}?${query("new-token")}`)).text()).toBe("OK");
  expect(received[0]?.request.query.get("hub.challenge")).toEqual(["1158201444"]);
});

test("a path without a POST handler has no handshake", async () => {
  const { url } = await serveRoutes({ routes: [{ path: PATH, method: "PUT" }] });
  expect((await fetch(`${url}${PATH}?${query("new-token")}`)).status).toBe(405);
});
