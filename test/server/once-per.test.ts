import { createHmac } from "node:crypto";
import { join } from "node:path";

import { expect, onTestFinished, test, vi } from "vitest";

import { gbasic } from "../cli/command.ts";
import { startLocalMailServer } from "../contract/local-mail-server.ts";
import { startLocalServer } from "../contract/local-server.ts";
import { ManualTime } from "../manual-time.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const SECRET = "github-secret";
const DAY_MS = 24 * 60 * 60_000;

/** Serves a script with a mail server and another service beside it. */
async function serveOnce(script: string, time?: ManualTime) {
  const mail = await startLocalMailServer();
  const service = await startLocalServer({ status: 200, text: "fine" });
  onTestFinished(() => Promise.all([mail.close(), service.close()]).then(() => undefined));
  const folder = await makeFolder();
  const settings = {
    ...{ SMTP_URL: mail.url, MAIL_FROM: "bot@example.com", GITHUB_WEBHOOK_SECRET: SECRET },
    GBASIC_HTTP_ALLOW: new URL(service.url).host,
  };
  const text = script.replaceAll("SERVICE", service.url);
  const start = () => serveScript(folder, text, settings, time);
  let served = await start();
  const post = async (
    path: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const response = await fetch(served.url + path, {
      ...{ method: "POST", body },
      headers: { "Content-Type": "application/json", Connection: "close", ...headers },
    });
    return [response.status, (await response.text()).trim()];
  };
  const restart = async () => {
    await served.stop();
    served = await start();
  };
  const subjects = () => mail.received.map((one) => one.mail.subject);
  const dead = async () =>
    (await gbasic(["jobs", "list", "--state", "dead", "--data", join(folder, ".gbasic")], folder))
      .stdout;
  return { mail, service, post, restart, subjects, dead, said: () => served.said() };
}

const signed = (body: string, delivery: string) => ({
  "X-Hub-Signature-256": `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`,
  "X-GitHub-Delivery": delivery,
});

test("a delivery that comes again gets the answer of the first, over a restart and for 8 days", async () => {
  const time = new ManualTime();
  const { post, restart, subjects } = await serveOnce(
    `ON WEBHOOK POST TO "/github" SIGNED BY GITHUB ONCE PER HEADER "X-GitHub-Delivery" DO
  LET DATA = PARSE JSON GET REQUEST BODY
  SEND MAIL "ana@example.org", "Push " + DATA.n, "x"
  SET RESPONSE STATUS 202
  PRINT "took " + DATA.n
END ON
ON WEBHOOK POST TO "/other" SIGNED BY GITHUB ONCE PER HEADER "X-GitHub-Delivery" DO
  PRINT "other"
END ON`,
    time,
  );
  const github = (n: number, delivery: string, path = "/github") => {
    const body = JSON.stringify({ n });
    return post(path, body, signed(body, delivery));
  };
  expect(await github(1, "guid-1")).toEqual([202, "took 1"]);
  // What is signed wrongly learns nothing of what is known.
  expect(await post("/github", "{}", { ...signed("", "guid-1") })).toEqual([
    403,
    expect.stringContaining("GB4102"),
  ]);
  expect(await github(2, "guid-1")).toEqual([202, "took 1"]);
  expect(await github(3, "guid-1", "/other")).toEqual([200, "other"]);
  expect(await github(4, "guid-4")).toEqual([202, "took 4"]);
  await restart();
  expect(await github(5, "guid-1")).toEqual([202, "took 1"]);
  await vi.waitFor(() => expect(subjects().toSorted()).toEqual(["Push 1", "Push 4"]));
  time.setClock(9 * DAY_MS);
  await time.advance(2 * 60 * 60_000);
  expect(await github(6, "guid-1")).toEqual([202, "took 6"]);
}, 60_000);

test("one that comes while the first runs waits for its answer", async () => {
  const { service, post } = await serveOnce(`WEBHOOK "slow" OPEN ONCE PER FIELD "data.id"
  result_got = GET "SERVICE/slow"
END WEBHOOK`);
  const answers: (() => void)[] = [];
  service.answer((response) => answers.push(() => response.end("late")));
  const body = '{"data":{"id":7}}';
  const first = post("/webhook/slow", body);
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  const second = post("/webhook/slow", body);
  const other = post("/webhook/slow", '{"data":{"id":8}}');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  for (const answer of answers) answer();
  const late = [200, '{"got":"late"}'];
  expect(await Promise.all([first, second, other])).toEqual([late, late, late]);
  expect(service.received).toHaveLength(2);
}, 60_000);

test("what failed runs again and sends nothing twice, with what it was told before", async () => {
  const { service, post, restart, subjects, dead } =
    await serveOnce(`ON WEBHOOK POST TO "/pay" OPEN ONCE PER FIELD "id" DO
  LET DATA = PARSE JSON GET REQUEST BODY
  SEND MAIL "ana@example.org", "Order", "x"
  LET PAID = POST "SERVICE/charge", DATA
  LET SHIPPED = GET "SERVICE/ship"
  SEND MAIL "ana@example.org", "Shipped", "x"
  PRINT SHIPPED
END ON`);
  let isDown = true;
  service.answer((response) => {
    const path = response.req.url ?? "";
    const fails = isDown && path === "/ship";
    response.writeHead(fails ? 500 : 200).end(fails ? "down" : `done ${path}`);
  });
  const body = '{"id":"evt_1"}';
  expect((await post("/pay", body))[0]).toBe(500);
  expect(await dead()).toContain("POST /pay");
  await restart();
  expect((await post("/pay", body))[0]).toBe(500);
  isDown = false;
  expect(await post("/pay", body)).toEqual([200, "done /ship"]);
  expect(await post("/pay", body)).toEqual([200, "done /ship"]);
  const called = service.received.map(({ path }) => path);
  expect(called).toEqual(["/charge", "/ship", "/ship", "/ship"]);
  await vi.waitFor(() => expect(subjects().toSorted()).toEqual(["Order", "Shipped"]));
  expect(await dead()).not.toContain("POST /pay");
}, 60_000);

test("an answer that asks for a repeat is none to repeat, and what was down is asked anew", async () => {
  const { service, post, restart, subjects } =
    await serveOnce(`ON WEBHOOK POST TO "/stock" OPEN ONCE PER FIELD "id" DO
  TRY
    LET STOCK = GET "SERVICE/stock"
  CATCH e
    SET RESPONSE STATUS 503
    PRINT "come back"
    RETURN
  END TRY
  SEND MAIL "ana@example.org", "Stock " + STOCK, "x"
  PRINT STOCK + " of " + GET "SERVICE/all"
END ON`);
  const answers = new Map<string, string>();
  service.answer((response) => {
    const text = answers.get(response.req.url ?? "");
    response.writeHead(text === undefined ? 500 : 200).end(text ?? "down");
  });
  const stock = () => post("/stock", '{"id":1}');
  expect(await stock()).toEqual([503, "come back"]);
  expect(await stock()).toEqual([503, "come back"]);
  answers.set("/stock", "5");
  expect(await stock()).toEqual([500, expect.stringContaining("GB4609")]);
  await restart();
  // What was told once it was up is told again, as the mail says it.
  answers.set("/stock", "4").set("/all", "9");
  expect(await stock()).toEqual([200, "5 of 9"]);
  answers.set("/all", "8");
  expect(await stock()).toEqual([200, "5 of 9"]);
  await vi.waitFor(() => expect(subjects()).toEqual(["Stock 5"]));
}, 60_000);

test("a delivery without a name is refused, told of, and not run", async () => {
  const { post, said, subjects } =
    await serveOnce(`ON WEBHOOK POST TO "/head" OPEN ONCE PER HEADER "X-Topic, X-Id" DO
  SEND MAIL "ana@example.org", "Ran", "x"
  PRINT GET REQUEST HEADER "X-Topic"
END ON
ON WEBHOOK POST TO "/field" OPEN ONCE PER FIELD "id" DO
  PRINT GET REQUEST BODY
END ON`);
  expect(await post("/head", "{}", { "X-Topic": "a" })).toEqual([
    400,
    expect.stringContaining("GB4820: this delivery has no header X-Id"),
  ]);
  await vi.waitFor(() => expect(said()).toContain("GB4820"));
  expect(await post("/head", "{}", { "X-Topic": "a", "X-Id": " " })).toEqual([
    400,
    expect.anything(),
  ]);
  expect(subjects()).toEqual([]);
  const both = (topic: string) => post("/head", "{}", { "X-Topic": topic, "X-Id": "1" });
  expect([await both("a"), await both("b"), await both("a")].map(([, text]) => text)).toEqual([
    "a",
    "b",
    "a",
  ]);
  for (const body of ['{"id":null}', '{"id":{}}', '{"id":""}', "[]", "{broken", "", '{"Id":1}']) {
    expect(await post("/field", body), body).toEqual([400, expect.stringContaining("GB4821")]);
  }
  await vi.waitFor(() => expect(subjects()).toEqual(["Ran", "Ran"]));
}, 60_000);

test("ids are compared as they are written: long numbers, fields of forms, members with points", async () => {
  const { post } = await serveOnce(`ON WEBHOOK POST TO "/field" OPEN ONCE PER FIELD "event.id" DO
  PRINT GET REQUEST BODY
END ON`);
  const bodies = [
    '{"event":{"id":9007199254740993}}',
    '{"event":{"id":9007199254740992}}',
    '{"event.id":"x"}',
    '{"event":{"id":"y"}}',
    '{"event":{"id":"__proto__"}}',
  ];
  for (const body of bodies) expect(await post("/field", body)).toEqual([200, body]);
  expect(await post("/field", '{"event":{"id":"y"},"again":true}')).toEqual([200, bodies[3]]);
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  expect(await post("/field", "event.id=z", form)).toEqual([200, "event.id=z"]);
  expect(await post("/field", "event.id=z&n=2", form)).toEqual([200, "event.id=z"]);
}, 60_000);

test("deliveries of WhatsApp need no name, as their messages have ids of their own", async () => {
  const { post } =
    await serveOnce(`ON WEBHOOK POST TO "/webhooks/whatsapp" OPEN ONCE PER HEADER "X-Id" DO
  LET DATA = PARSE JSON GET REQUEST BODY
  PRINT DATA.entry[0].changes[0].value.messages[0].text.body
END ON`);
  const message = { id: "wamid.1", from: "5511999999999", type: "text", text: { body: "hello" } };
  const change = { field: "messages", value: { messages: [message] } };
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [change] }],
  });
  expect(await post("/webhooks/whatsapp", body)).toEqual([200, "hello"]);
  expect(await post("/webhooks/whatsapp", body)).toEqual([200, "OK"]);
  expect(await post("/webhooks/whatsapp", "{}")).toEqual([400, expect.stringContaining("GB4820")]);
}, 60_000);

test("a slash behind the path, or another way to write it, makes no other delivery", async () => {
  const { post, subjects } = await serveOnce(
    `WEBHOOK "Orders" OPEN ONCE PER FIELD "id"
SEND MAIL "ana@example.org", "Order " + body.id, "x"
RETURN "taken"
`,
  );
  const paths = ["/webhook/Orders", "/webhook/orders", "/webhook/orders/", "/webhook/Orders/"];
  for (const path of paths) expect(await post(path, `{ "id": 1 }`)).toEqual([200, "taken"]);
  expect(await post("/webhook/orders", `{ "id": 2 }`)).toEqual([200, "taken"]);
  await vi.waitFor(() => expect(subjects()).toEqual(["Order 1", "Order 2"]), { timeout: 5000 });
});

test("what the path says makes another delivery", async () => {
  const { post } = await serveOnce(
    `ON WEBHOOK POST TO "/shops/:shop" OPEN ONCE PER FIELD "id" DO
  PRINT GET PATH VALUE "shop"
END ON`,
  );
  const answers = ["/shops/a", "/shops/b", "/shops/a/"].map((path) => post(path, `{ "id": 1 }`));
  expect(await Promise.all(answers)).toEqual([
    [200, "a"],
    [200, "b"],
    [200, "a"],
  ]);
});
