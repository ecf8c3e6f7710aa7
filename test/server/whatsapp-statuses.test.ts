import { expect, test, vi } from "vitest";
import { codes } from "../check/diagnostics.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const METADATA = { phone_number_id: "111", display_phone_number: "15550001111" };

async function answerTo(url: string, field: string, value: object): Promise<string> {
  const entry = [{ id: "7", time: 1767268800, changes: [{ field, value }] }];
  const answer = await fetch(`${url}/webhooks/whatsapp`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ object: "whatsapp_business_account", entry }),
  });
  return answer.text();
}

/** Serves a script, and gives what its handler prints of one status. */
async function printed(script: string, status: object): Promise<unknown> {
  const { url } = await serveScript(await makeFolder(), script);
  const value = { messaging_product: "whatsapp", metadata: METADATA, statuses: [status] };
  return JSON.parse(await answerTo(url, "messages", value));
}

const WHOLE = "ON WHATSAPP STATUS DO\n  PRINT WHATSAPP\nEND ON";
const BUSINESS = { id: "111", number: "15550001111", account: "7" };
const NOBODY = {
  ...{ address: null, number: null, id: null, parent: null, type: null, participant: null },
};

test("a status has all that Meta tells, by name", async () => {
  const status = {
    id: "wamid.1",
    status: "delivered",
    timestamp: "1767268800",
    recipient_id: "5511999999999",
    recipient_user_id: "BR.15",
    recipient_type: "individual",
    conversation: { id: "c1", origin: { type: "utility" } },
    pricing: { billable: true, pricing_model: "PMP", type: "regular", category: "utility" },
    biz_opaque_callback_data: "order-42",
  };
  const { recipient_id: number, pricing, conversation } = status;
  expect(await printed(WHOLE, status)).toEqual({
    id: "wamid.1",
    status: "delivered",
    timestamp: "2026-01-01T12:00:00Z",
    recipient: { ...NOBODY, address: number, number, id: "BR.15", type: "individual" },
    business: BUSINESS,
    error: null,
    pricing,
    conversation,
    data: "order-42",
    raw: status,
  });
});

test("somebody who hides the number, and a member of a group, can be told", async () => {
  const hidden = { id: "wamid.1", status: "played", recipient_user_id: "BR.15" };
  expect(await printed(WHOLE, hidden)).toMatchObject({
    status: "played",
    recipient: { ...NOBODY, address: "BR.15", id: "BR.15" },
  });
  const group = { recipient_id: "g1", recipient_type: "group", recipient_participant_id: "55119" };
  expect(await printed(WHOLE, { id: "wamid.2", status: "read", ...group })).toMatchObject({
    recipient: { ...NOBODY, address: "g1", number: "g1", type: "group", participant: "55119" },
  });
});

test("a status without anything but its id and itself can be read", async () => {
  const status = { id: "wamid.1", status: "sent" };
  expect(await printed(WHOLE, status)).toEqual({
    ...status,
    timestamp: null,
    recipient: NOBODY,
    business: BUSINESS,
    ...{ error: null, pricing: null, conversation: null, data: null },
    raw: status,
  });
});

test("one that failed says why; the phrases give parts", async () => {
  const script = `ON WHATSAPP STATUS "failed" DO
  PRINT [GET WHATSAPP STATUS, GET WHATSAPP RECIPIENT, GET WHATSAPP ERROR, GET WHATSAPP MESSAGE ID, GET WHATSAPP MESSAGE BODY]
END ON`;
  const errors = [
    { code: 131026, title: "Message undeliverable", error_data: { details: "not on WhatsApp" } },
  ];
  const failed = { id: "wamid.1", status: "failed", recipient_id: "5511999999999", errors };
  expect(await printed(script, failed)).toEqual([
    "failed",
    "5511999999999",
    { code: 131026, title: "Message undeliverable", details: "not on WhatsApp" },
    "wamid.1",
    null,
  ]);
});

test("the handler for one status comes before that for all, and each status runs once", async () => {
  const script = `ON WHATSAPP STATUS DO
  PRINT "all: " + GET WHATSAPP STATUS
END ON
ON WHATSAPP STATUS "READ" DO
  PRINT "read"
END ON`;
  const { url } = await serveScript(await makeFolder(), script);
  const answers = [];
  for (const status of ["sent", "read", "read", "delivered", "an invention of 2030"]) {
    const statuses = [{ id: "wamid.1", status }];
    answers.push(await answerTo(url, "messages", { statuses }));
  }
  const all = ["all: sent", "read", "OK", "all: delivered", "all: an invention of 2030"];
  expect(answers).toEqual(all);
});

test("a status that no handler is for is acknowledged", async () => {
  const { url } = await serveScript(
    await makeFolder(),
    'ON WHATSAPP STATUS "failed" DO\n  PRINT "failed"\nEND ON',
  );
  expect(await answerTo(url, "messages", { statuses: [{ id: "1", status: "read" }] })).toBe("OK");
});

test("errors and other fields can be read by name", async () => {
  const script = `ON WHATSAPP ERROR DO
  PRINT [WHATSAPP.error, WHATSAPP.business.id, WHATSAPP.status]
END ON
ON WHATSAPP EVENT "account_update" DO
  PRINT [WHATSAPP.field, WHATSAPP.value.event, WHATSAPP.business.account, WHATSAPP.timestamp, GET WHATSAPP STATUS]
END ON`;
  const { url } = await serveScript(await makeFolder(), script);
  const errors = [{ code: 130429, title: "Rate limit hit", message: "Rate limit hit" }];
  const told = { code: 130429, title: "Rate limit hit", details: null };
  expect(JSON.parse(await answerTo(url, "messages", { metadata: METADATA, errors }))).toEqual([
    told,
    "111",
    null,
  ]);
  const answer = await answerTo(url, "account_update", { event: "VERIFIED_ACCOUNT" });
  expect(JSON.parse(answer)).toEqual([
    "account_update",
    "VERIFIED_ACCOUNT",
    "7",
    "2026-01-01T12:00:00Z",
    null,
  ]);
});

test("JSON that is not WhatsApp's gives nothing", async () => {
  const script = 'ON WEBHOOK POST TO "/any" OPEN DO\n  PRINT WHATSAPP IS NULL\nEND ON';
  const { url } = await serveScript(await makeFolder(), script);
  for (const body of ["{}", "[]", "x", '{"entry":[{"changes":[{"value":"x"}]}]}']) {
    const answer = await fetch(`${url}/any`, { method: "POST", body });
    expect(await answer.text()).toBe("true");
  }
});

test.each([
  ['ON WHATSAPP STATUS "deliverd" DO\nEND ON', ["GB2284 1:20"]],
  ['ON WHATSAPP STATUS "" DO\nEND ON', ["GB2284 1:20"]],
  ["ON WHATSAPP STATUS read DO\nEND ON", ["GB2243 1:20"]],
  ['ON WHATSAPP STATUS "read" DO\nEND ON\nON WHATSAPP STATUS "READ" DO\nEND ON', ["GB2282 3:1"]],
  ["ON WHATSAPP STATUS DO\nEND ON\nON WHATSAPP STATUS DO\nEND ON", ["GB2282 3:1"]],
  ['ON WHATSAPP STATUS "read" DO\nEND ON\nON WHATSAPP STATUS DO\nEND ON', []],
])("a slip is told of when the script is loaded: %s", (script, expected) => {
  expect(codes(script)).toEqual(expected);
});

test("statuses of a message in a group run once for each participant, in a batch too", async () => {
  const script = `ON WHATSAPP STATUS DO
  LOG "read by " + WHATSAPP.recipient.participant
END ON`;
  const { url, said } = await serveScript(await makeFolder(), script);
  const statusOf = (participant: string) => ({
    ...{ id: "wamid.G", status: "read", recipient_id: "g1", recipient_type: "group" },
    recipient_participant_id: participant,
  });
  const [ana, bo, cy] = ["551100001", "551100002", "551100003"].map(statusOf);
  for (const statuses of [[ana], [bo, cy], [ana, bo], [cy]]) {
    const value = { messaging_product: "whatsapp", metadata: METADATA, statuses };
    await answerTo(url, "messages", value);
  }
  await vi.waitFor(() => expect(said().match(/duplicate not run again/g)).toHaveLength(3));
  await vi.waitFor(() => expect(said().match(/read by /g)).toHaveLength(3));
});
