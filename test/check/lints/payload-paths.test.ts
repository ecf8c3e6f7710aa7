import { expect, test } from "vitest";
import { codes, said } from "../diagnostics.ts";

function whatsapp(lines: string, clause = ""): string {
  return `ON WEBHOOK POST TO "/a" ${clause} DO
OBJ = PARSE JSON GET REQUEST BODY
IF OBJ.object = "whatsapp_business_account" THEN
${lines}
END IF
END ON
`;
}
const path = (text: string) => `PRINT GET JSON PATH OBJ, "${text}"`;

test.each([
  ["entry[0].chnages[0].value", "4:36", "no WhatsApp payload has chnages here", "changes"],
  [
    "entry[0].changes[0].messages",
    "4:47",
    "no WhatsApp payload has messages here",
    "value.messages",
  ],
  [
    "entry[0].changes[0].value.message[0].from",
    "4:53",
    "no WhatsApp payload has message here",
    "messages",
  ],
  [
    "entry.changes",
    "4:33",
    "a WhatsApp payload has a list here, and a list has no changes",
    "[0].changes",
  ],
  [
    "entry[0].changes[0].value[0]",
    "4:52",
    "no WhatsApp payload has a list here, so an index finds nothing",
    undefined,
  ],
  [
    "$.object.name",
    "4:36",
    "a WhatsApp payload has a text here, and a text has no name",
    undefined,
  ],
  ["entry[*].changes[*].value.messages[*].txt", "4:65", "no WhatsApp payload has txt here", "text"],
])("the path %s", (text, place, message, proposed) => {
  const hint = proposed === undefined ? "" : ` (did you mean ${proposed}?)`;
  expect(said(whatsapp(path(text)))).toEqual([`GB2507 ${place} ${message}${hint}`]);
});

test.each([
  "MESSAGE = OBJ.entry[0].changes[0].value.messages[0]\nPRINT MESSAGE.body",
  'MESSAGE = GET JSON PATH OBJ, "entry[0].changes[0].value.messages[0]"\nPRINT MESSAGE["form"]',
  "FOR EACH E IN OBJ.entry\nPRINT E.change\nNEXT",
  "V = OBJ.entry[0].changes[0].value\nFOR EACH M IN V.messages\nPRINT M.text.bod\nNEXT",
  "PRINT OBJ.entry[0].changes[0].value.contacts[0].name",
])("a member that is not there: %s", (lines) => {
  expect(codes(whatsapp(lines))).toEqual([expect.stringMatching(/^GB2507 /)]);
});

test.each([
  path("entry[0].changes[0].value.messages[0].from"),
  path("$.entry[0].changes[0].value.messages[0].interactive.button_reply.id"),
  path("entry[0].changes[0].value.messages[0].Text.Body"),
  path("entry[-1].changes[0].value.contacts[0].profile.name"),
  path("entry[0].changes[0].value.messages[0].something_new_of_meta"),
  path("$..messages"),
  "PRINT OBJ.entry.length, OBJ.entry[0].changes[0].value.metadata.phone_number_id",
  "FOR EACH E IN OBJ.entry\nFOR EACH C IN E.changes\nPRINT C.value.messages[0].id\nNEXT\nNEXT",
  'OBJ = { "a": 1 }\nPRINT OBJ.a',
  "I = 0\nPRINT OBJ.entry[I].id",
])("a path that is right: %s", (lines) => {
  expect(codes(whatsapp(lines))).toEqual([]);
});

test("a payload of another service may have any form", () => {
  const handler = (lines: string) =>
    `ON WEBHOOK POST TO "/b" DO\nORDER = PARSE JSON GET REQUEST BODY\n${lines}\nEND ON\n`;
  expect(codes(handler("PRINT ORDER.entry.changes"))).toEqual([]);
  const both = whatsapp("PRINT OBJ.object") + handler("PRINT ORDER.entry.changes, ORDER.statuses");
  expect(codes(both)).toEqual([]);
  const instagram = 'IF OBJ.object = "instagram" THEN PRINT OBJ.entry[0].messaging';
  expect(codes(whatsapp(instagram))).toEqual([]);
});

test("a SUB that is given a part of the payload", () => {
  const sub = "SUB SHOW(MESSAGE)\nPRINT MESSAGE.form\nEND SUB\n";
  expect(codes(whatsapp("SHOW OBJ.entry[0].changes[0].value.messages[0]") + sub)).toEqual([
    "GB2507 8:15",
  ]);
});

test.each([
  [path("entry[0].changes[0].value.statuses[0].id"), "4:53 statuses", "STATUS"],
  ["PRINT OBJ.entry[0].changes[0].value.errors", "4:37 errors", "ERROR"],
])("statuses in a plain handler: %s", (lines, expected, made) => {
  expect(said(whatsapp(lines))).toEqual([
    `GB2504 ${expected} are never in the payload here, as this handler runs once for each message (write a handler ON WHATSAPP ${made}, or RAW before DO to get every delivery whole)`,
  ]);
  expect(codes(whatsapp(lines, "RAW"))).toEqual([]);
  const own = `ON WHATSAPP ${made} DO\nOBJ = PARSE JSON GET REQUEST BODY\n${lines}\nEND ON\n`;
  expect(codes(own)).toEqual([]);
});

test("errors of a message and statuses of another service are fine", () => {
  expect(codes(whatsapp(path("entry[0].changes[0].value.messages[0].errors[0].code")))).toEqual([]);
  expect(
    codes('ON WEBHOOK POST TO "/a" DO\nO = PARSE JSON GET REQUEST BODY\nPRINT O.statuses\nEND ON'),
  ).toEqual([]);
});

const received = (lines: string, event = "MESSAGE RECEIVED") =>
  `ON WHATSAPP ${event} DO\nOBJ = PARSE JSON GET REQUEST BODY\n${lines}\nEND ON\n`;
const VALUE = "entry[0].changes[0].value";

test.each([
  [`PRINT OBJ.entries[0].changes[0].value`, "entries", "entry"],
  [`PRINT OBJ.entry[0].chang[0].value`, "chang", "changes"],
  [`PRINT OBJ.entry[0].changes[0].values.messages`, "values", "value"],
  [`PRINT OBJ.${VALUE}.mesages[0].from`, "mesages", "messages"],
  [`PRINT OBJ["entry"][0]["changes"][0]["value"]["mesages"]`, "mesages", "messages"],
  [`PRINT OBJ?.entry[0]?.chnages[0]`, "chnages", "changes"],
  [`PRINT OBJ.${VALUE}.messages[0].txt.body`, "txt", "text"],
  [`PRINT OBJ.${VALUE}.messages[0].interactive.buttonreply.id`, "buttonreply", "button_reply"],
  [`PRINT OBJ.${VALUE}.messages[0].location.lat`, "lat", "latitude"],
  [`PRINT OBJ.${VALUE}.metadata.phone_id`, "phone_id", "phone_number_id"],
  [`PRINT OBJ.${VALUE}.contacts[0].name`, "name", "profile.name"],
  [`PRINT OBJ.${VALUE}.messages[0].recipient_id`, "recipient_id", "statuses[0].recipient_id"],
  [`PRINT OBJ.${VALUE}.messages[0].wa_id`, "wa_id", "contacts[0].wa_id"],
  [`PATH$ = "${VALUE}.mesages[0].from"\nPRINT GET JSON PATH OBJ, PATH$`, "mesages", "messages"],
  [`BASE$ = "${VALUE}."\nPRINT GET JSON PATH OBJ, BASE$ + "mesages"`, "mesages", "messages"],
  [`BASE$ = "${VALUE}"\nPRINT GET JSON PATH OBJ, "\${BASE$}.mesages"`, "mesages", "messages"],
  [`FOR I = 0 TO 1\nPRINT OBJ.entry[I].changs\nNEXT`, "changs", "changes"],
])("a handler of messages: %s", (lines, name, proposed) => {
  expect(said(received(lines))).toEqual([expect.stringMatching(/^GB2507 \d/)]);
  expect(said(received(lines))[0]).toContain(
    `no WhatsApp payload has ${name} here (did you mean ${proposed}?)`,
  );
});

test("a status has no from, and its handler gets no messages", () => {
  expect(said(received(`PRINT OBJ.${VALUE}.statuses[0].from`, "STATUS"))).toEqual([
    "GB2507 3:49 no WhatsApp payload has from here (did you mean messages[0].from?)",
  ]);
  expect(said(received(`PRINT OBJ.${VALUE}.messages[0].from`, "STATUS"))).toEqual([
    "GB2504 3:37 messages are never in the payload here, as this handler runs once for each status (write a handler ON WHATSAPP MESSAGE)",
  ]);
});

test("an index of the wrong kind", () => {
  expect(said(received('PRINT OBJ.entry["first"].changes'))).toEqual([
    "GB2507 3:17 a WhatsApp payload has a list here, and a list has no first (did you mean [0]?)",
  ]);
  expect(codes(received(path("entry[first].changes")))).toEqual(["GB2507 3:32"]);
  expect(codes(received(path("entry.0.changes.0.value.messages.0.from")))).toEqual([]);
  expect(codes(received('PRINT OBJ.entry["0"].changes["0"].value.messages'))).toEqual([]);
});

test("a payload is known by the path of its handler, and where a SUB is given it", () => {
  const handler = (lines: string) =>
    `ON WEBHOOK POST TO "/webhooks/whatsapp" DO\n${lines}\nEND ON\n`;
  expect(codes(handler("B = PARSE_JSON(GET REQUEST BODY)\nPRINT B.entry[0].change"))).toEqual([
    "GB2507 3:18",
  ]);
  const sub = "SUB REPLY(O)\nPRINT O.entry[0].change\nEND SUB\n";
  expect(codes(handler("B = PARSE JSON GET REQUEST BODY\nREPLY(B)") + sub)).toEqual([
    "GB2507 6:18",
  ]);
});

test("another envelope may have any form, also beside a handler of WhatsApp", () => {
  const other = (at: string, lines: string) =>
    `ON WEBHOOK POST TO "${at}" DO\nB = PARSE JSON GET REQUEST BODY\n${lines}\nEND ON\n`;
  const github = other("/github", "PRINT B.repository.full_name, B.changes.title.from");
  expect(codes(github)).toEqual([]);
  expect(codes(received(`PRINT OBJ.${VALUE}.messages[0].from`) + github)).toEqual([]);
  expect(
    codes(other("/gateway/whatsapp", "PRINT B.data.key.remoteJid, B.messages[0].body")),
  ).toEqual([]);
  const blog = 'PRINT B.entry.title\nSEND WHATSAPP TO "+15550001111" WITH "new"';
  expect(codes(other("/blog", blog))).toEqual([]);
  const instagram = "PRINT B.entry[0].changes[0].value.from.id, B.entry[0].messaging[0].sender.id";
  expect(codes(other("/meta", instagram))).toEqual([]);
});

test("a change of another field has a value of its own", () => {
  const lines = `PRINT OBJ.${VALUE}.ban_info.waba_ban_state[0], OBJ.${VALUE}.statuses`;
  expect(codes(received(lines, 'EVENT "account_update"'))).toEqual([]);
  expect(codes(received("PRINT OBJ.entry[0].change", 'EVENT "account_update"'))).toEqual([
    "GB2507 3:20",
  ]);
});
