import { createHmac } from "node:crypto";

import { describe, expect, test, vi } from "vitest";

import { testBed } from "../../src/test-library/index.ts";
import { makeFolder, type ServedScript, serveScript } from "./served-scripts.ts";

const PATH = "entry[0].changes[0].value";
const ALL = `ON WHATSAPP MESSAGE RECEIVED DO
  PRINT "message " + GET JSON PATH PARSE JSON GET REQUEST BODY, "${PATH}.messages[0].id"
END ON
ON WHATSAPP STATUS DO
  LET STATUS = GET JSON PATH PARSE JSON GET REQUEST BODY, "${PATH}.statuses[0]"
  PRINT "status " + STATUS.id + " " + STATUS.status
END ON
ON WHATSAPP ERROR DO
  PRINT "error " + GET JSON PATH PARSE JSON GET REQUEST BODY, "${PATH}.errors[0].title"
END ON
ON WHATSAPP EVENT "account_update" DO
  PRINT "account " + GET JSON PATH PARSE JSON GET REQUEST BODY, "${PATH}.event"
END ON
`;

const MESSAGES = { field: "messages" };
const message = (id: string) => ({ messages: [{ id, from: "551", type: "text" }] });
const status = (id: string, state: string, recipient = "551") => ({
  statuses: [{ id, status: state, recipient_id: recipient }],
});

const delivery = (...changes: object[]) => ({
  object: "whatsapp_business_account",
  entry: [{ id: "1", changes }],
});

function deliveryOf(...changes: object[]): string {
  return JSON.stringify(delivery(...changes));
}

async function post(url: string, body: string, path = "/webhooks/whatsapp", headers = {}) {
  const json = { "Content-Type": "application/json", ...headers };
  const response = await fetch(url + path, { method: "POST", headers: json, body });
  return { status: response.status, body: await response.text() };
}

async function logged(served: ServedScript, text: string): Promise<void> {
  await vi.waitFor(() => expect(served.said()).toContain(text), { timeout: 5000 });
}

describe("ON WHATSAPP handlers", () => {
  test.each([
    [{ ...MESSAGES, value: message("wamid.1") }, "message wamid.1"],
    [{ ...MESSAGES, value: status("wamid.1", "read") }, "status wamid.1 read"],
    [{ ...MESSAGES, value: { errors: [{ code: 1, title: "Oops" }] } }, "error Oops"],
    [{ field: "account_update", value: { event: "BANNED" } }, "account BANNED"],
    [{ field: "security", value: { event: "PIN_CHANGED" } }, "OK"],
  ])("one runs for each event, and what none is for is acknowledged: %j", async (change, body) => {
    const bed = await testBed({ text: ALL });
    const answer = await bed.request("POST", "/webhooks/whatsapp", { json: delivery(change) });
    expect(answer).toMatchObject({ status: 200, body });
    await bed.close();
  });

  test("the items of one delivery have a run each, with a payload of their own", async () => {
    const script = `ON WHATSAPP STATUS DO
  LET STATUSES = GET JSON PATH PARSE JSON GET REQUEST BODY, "${PATH}.statuses"
  LOG "ran for " + STATUSES[0].status + " of " + UBOUND(STATUSES)
END ON
`;
    const bed = await testBed({ text: script });
    const states = ["sent", "delivered", "read"];
    await bed.whatsappBatch(
      states.map((state) => ({
        ...{ type: "status", fields: { status: state, messageId: "wamid.1" } },
      })),
    );
    expect(bed.logged).toEqual(states.map((state) => `ran for ${state} of 1`));
    await bed.close();
  });

  test("ON WEBHOOK takes the messages of the path, ON WHATSAPP all else", async () => {
    const webhook = 'ON WEBHOOK POST TO "/webhooks/whatsapp" DO\n  PRINT "webhook"\nEND ON\n';
    const served = await serveScript(await makeFolder(), ALL + webhook);
    expect(served.said()).toContain("GB4241");
    expect(served.said()).toMatch(
      /ON WHATSAPP MESSAGE RECEIVED never runs.*\n(.*\n)*.*bot\.bas:14/,
    );
    const { url } = served;
    const first = await post(url, deliveryOf({ ...MESSAGES, value: message("wamid.1") }));
    expect(first.body).toBe("webhook");
    const second = await post(url, deliveryOf({ ...MESSAGES, value: status("wamid.1", "read") }));
    expect(second.body).toBe("status wamid.1 read");
    expect((await post(url, "{}")).body).toBe("webhook");
  });

  test("an ON WEBHOOK whose path has a part with any value keeps its messages and the value", async () => {
    const webhook =
      'ON WEBHOOK POST TO "/:channel/whatsapp" DO\n  PRINT GET PATH VALUE "channel"\nEND ON\n';
    const statuses = 'ON WHATSAPP STATUS DO\n  PRINT "status"\nEND ON\n';
    const bed = await testBed({ text: webhook + statuses });
    const at = "/webhooks/whatsapp";
    expect((await bed.whatsapp("text", { text: "hello" }, { at })).body).toBe("webhooks");
    const read = { status: "read", messageId: "wamid.1" };
    expect((await bed.whatsapp("status", read, { at })).body).toBe("status");
    expect((await bed.whatsapp("status", read, { at: "/other/whatsapp" })).body).toBe("OK");
    await bed.close();
  });

  test("RAW takes the whole delivery, and the handlers behind it are named at the start", async () => {
    const raw = 'ON WEBHOOK POST TO "/webhooks/whatsapp" RAW DO\n  PRINT "raw"\nEND ON\n';
    const served = await serveScript(await makeFolder(), ALL + raw);
    expect(served.said().match(/GB4241/g)).toHaveLength(4);
    const read = deliveryOf({ ...MESSAGES, value: status("wamid.1", "read") });
    expect((await post(served.url, read)).body).toBe("raw");
  });

  test("they listen on WHATSAPP_PATH, which answers the handshake", async () => {
    const settings = { WHATSAPP_PATH: "/meta/", WHATSAPP_VERIFY_TOKEN: "secret" };
    const { url } = await serveScript(await makeFolder(), ALL, settings);
    const query = "hub.mode=subscribe&hub.verify_token=secret&hub.challenge=1158201444";
    expect(await (await fetch(`${url}/meta?${query}`)).text()).toBe("1158201444");
    expect((await fetch(`${url}/meta`)).status).toBe(405);
    const read = deliveryOf({ ...MESSAGES, value: status("wamid.1", "read") });
    expect((await post(url, read, "/meta")).body).toBe("status wamid.1 read");
    expect((await post(url, read)).status).toBe(404);
  });

  test("with a secret, they take signed deliveries only", async () => {
    const { url } = await serveScript(await makeFolder(), ALL, { WHATSAPP_APP_SECRET: "key" });
    const read = deliveryOf({ ...MESSAGES, value: status("wamid.1", "read") });
    const sign = (key: string) => ({
      "X-Hub-Signature-256": `sha256=${createHmac("sha256", key).update(read).digest("hex")}`,
    });
    expect((await post(url, read)).status).toBe(401);
    expect((await post(url, read, undefined, sign("other"))).status).toBe(403);
    expect((await post(url, read, undefined, sign("key"))).body).toBe("status wamid.1 read");
  });

  test("the same status twice runs once, also after a restart", async () => {
    const folder = await makeFolder();
    const read = deliveryOf({ ...MESSAGES, value: status("wamid.1", "read") });
    const first = await serveScript(folder, ALL);
    expect((await post(first.url, read)).body).toBe("status wamid.1 read");
    expect((await post(first.url, read)).body).toBe("OK");
    await first.stop();
    const second = await serveScript(folder, ALL);
    expect((await post(second.url, read)).body).toBe("OK");
  });

  test("a request that is no delivery is refused, one that Meta signed is acknowledged", async () => {
    const served = await serveScript(await makeFolder(), ALL);
    const refused = await post(served.url, '{"object":"page"}');
    expect(refused.status).toBe(400);
    expect(refused.body).toContain("GB4240");
    const signing = await serveScript(await makeFolder(), ALL, { WHATSAPP_APP_SECRET: "key" });
    const signature = createHmac("sha256", "key").update('{"object":"page"}').digest("hex");
    const headers = { "X-Hub-Signature-256": `sha256=${signature}` };
    expect(await post(signing.url, '{"object":"page"}', undefined, headers)).toEqual({
      status: 200,
      body: "OK",
    });
    await logged(signing, "GB4870");
  });
});
