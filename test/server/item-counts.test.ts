import { createHmac } from "node:crypto";

import { expect, test, vi } from "vitest";

import { makeFolder, serveScript } from "./served-scripts.ts";

const SECRET = "app-secret";
const PATH = "entry[0].changes[0].value";

/** Runs of LOG and THROW show in the log; statuses and errors have handlers, other fields do not. */
const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET MESSAGE = GET JSON PATH PARSE JSON GET REQUEST BODY, "${PATH}.messages[0]"
  LOG "ran " + MESSAGE.id
  IF MESSAGE.text.body = "fail" THEN THROW "this one fails"
END ON
ON WHATSAPP STATUS DO
  LET STATUS = GET JSON PATH PARSE JSON GET REQUEST BODY, "${PATH}.statuses[0]"
  LOG "ran " + STATUS.id + "/" + STATUS.status
END ON
ON WHATSAPP ERROR DO
  LOG "ran error " + GET JSON PATH PARSE JSON GET REQUEST BODY, "${PATH}.errors[0].title"
END ON
`;

interface Change {
  readonly field: string;
  readonly value: object;
}

async function post(url: string, changes: readonly Change[]): Promise<number> {
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "1", time: 1, changes }],
  });
  const signature = createHmac("sha256", SECRET).update(body).digest("hex");
  const response = await fetch(`${url}/webhooks/whatsapp`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Hub-Signature-256": `sha256=${signature}`,
    },
    body,
  });
  return response.status;
}

/** The figures of the items, as one scrape gives them. */
async function itemsOf(url: string) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const sum = (pattern: RegExp) =>
    [...text.matchAll(pattern)].reduce((all, [, count]) => all + Number(count), 0);
  const ended = (outcome: string) =>
    sum(new RegExp(`^gbasic_items_total\\{outcome="${outcome}",[^}]*\\} (\\d+)$`, "gm"));
  return {
    received: sum(/^gbasic_items_received_total\{[^}]*\} (\d+)$/gm),
    handled: ended("handled"),
    duplicate: ended("duplicate"),
    unhandled: ended("unhandled"),
    dead: ended("dead"),
    waiting: sum(/^gbasic_items_waiting (\d+)$/gm),
    text,
  };
}

type Items = Awaited<ReturnType<typeof itemsOf>>;

function addsUp({ received, handled, duplicate, unhandled, dead, waiting }: Items): boolean {
  return received === handled + duplicate + unhandled + dead + waiting;
}

/** 1,000 items: 600 messages of 20 people, 1 of them failing, 100 repeats, 240 statuses and so on. */
function mixedItems(): { readonly changes: readonly Change[]; readonly ids: readonly string[] } {
  const messages = Array.from({ length: 600 }, (_, index) => ({
    id: `wamid.${String(index)}`,
    from: String(5_511_999_990_000 + (index % 20)),
    type: "text",
    text: { body: index === 300 ? "fail" : "hello" },
  }));
  const statuses = Array.from({ length: 240 }, (_, index) => ({
    id: `wamid.out.${String(index % 80)}`,
    status: ["sent", "delivered", "read"][Math.floor(index / 80)],
    recipient_id: "5511999990000",
  }));
  const errors = Array.from({ length: 30 }, (_, index) => ({
    code: 1,
    title: `E${String(index)}`,
  }));
  const unknown = Array.from({ length: 30 }, (_, index) => ({
    field: index % 2 === 0 ? "account_update" : "brand_new_field",
    value: { event: String(index) },
  }));
  const changes = [
    { field: "messages", value: { messages: messages.slice(0, 300), statuses } },
    ...unknown,
    { field: "messages", value: { messages: messages.slice(300), errors } },
    { field: "messages", value: { messages: messages.slice(250, 350) } },
  ];
  const ids = [
    ...messages.map(({ id }) => id),
    ...statuses.map(({ id, status }) => `${id}/${String(status)}`),
    ...errors.map(({ title }) => `error ${title}`),
  ];
  return { changes, ids };
}

test("of 1,000 mixed items in one delivery each runs once, and the counters add up at every look", async () => {
  const folder = await makeFolder();
  const served = await serveScript(folder, BOT, { WHATSAPP_APP_SECRET: SECRET });
  const { changes, ids } = mixedItems();
  expect(await post(served.url, changes)).toBe(200);
  const looks: Items[] = [];
  let items = await itemsOf(served.url);
  for (; items.waiting > 0; items = await itemsOf(served.url)) looks.push(items);
  looks.push(items);
  expect(looks.filter((look) => !addsUp(look))).toEqual([]);
  expect(items).toMatchObject({
    received: 1000,
    handled: 869,
    duplicate: 100,
    unhandled: 30,
    dead: 1,
    waiting: 0,
  });
  expect(items.text).toContain(
    'gbasic_items_total{outcome="unhandled",reason="no handler for changes of brand_new_field"} 15',
  );
  await served.stop();
  const ran = [...served.said().matchAll(/ran ((?:error )?[^"\s]+)/g)].map(([, id]) => id);
  expect(ran.sort()).toEqual([...ids].sort());

  // After a restart the figures begin anew, with what was left: nothing.
  const again = await serveScript(folder, BOT, { WHATSAPP_APP_SECRET: SECRET });
  expect(await post(again.url, changes)).toBe(200);
  const repeated = await itemsOf(again.url);
  expect(repeated).toMatchObject({ received: 1000, duplicate: 1000, handled: 0, waiting: 0 });
}, 60_000);

test("a status on another path than ON WHATSAPP listens on says where that is, once", async () => {
  const script = `${BOT}ON WEBHOOK POST TO "/meta" DO\n  PRINT "OK"\nEND ON\n`;
  const { url, said } = await serveScript(await makeFolder(), script);
  const read = (id: string) =>
    JSON.stringify({
      object: "whatsapp_business_account",
      entry: [
        {
          id: "1",
          changes: [{ field: "messages", value: { statuses: [{ id, status: "read" }] } }],
        },
      ],
    });
  const headers = { "Content-Type": "application/json" };
  for (const id of ["wamid.1", "wamid.2"]) {
    const response = await fetch(`${url}/meta`, { method: "POST", headers, body: read(id) });
    expect(response.status).toBe(200);
  }
  const items = await itemsOf(url);
  expect(addsUp(items)).toBe(true);
  expect(items.text).toContain(
    'reason="no handler for the status read on this path; ON WHATSAPP STATUS listens on /webhooks/whatsapp"} 2',
  );
  await vi.waitFor(() => expect(said()).toContain("GB4250"), { timeout: 5000 });
  expect(said().match(/GB4250/g)).toHaveLength(1);
});

test.each([
  [{}, "<Response><Say>We are sorry, an error occurred. Please try again later.</Say></Response>"],
  [{ TWILIO_FALLBACK: "Tea & cake" }, "<Response><Say>Tea &amp; cake</Say></Response>"],
  [
    { TWILIO_FALLBACK: '<Response><Say language="pt-BR">Ligue depois.</Say></Response>' },
    '<Response><Say language="pt-BR">Ligue depois.</Say></Response>',
  ],
])("a caller whose handler fails hears TWILIO_FALLBACK: %j", async (settings, heard) => {
  const script = 'ON WEBHOOK POST TO "/voice" DO\n  PRINT 1 / 0\nEND ON\n';
  const { url } = await serveScript(await makeFolder(), script, settings);
  const body = new URLSearchParams({ CallSid: "CA1", From: "+15551234567" });
  const response = await fetch(`${url}/voice`, { method: "POST", body });
  expect([response.status, response.headers.get("content-type")]).toEqual([
    200,
    "text/xml; charset=utf-8",
  ]);
  expect((await response.text()).replace(/^<\?xml[^>]*\?>/, "")).toBe(heard);
});
