import { expect, test } from "vitest";
import { codes, said } from "../diagnostics.ts";

const ORDER = "ORDER = PARSE JSON GET REQUEST BODY\n";
const handler = (lines: string) => `ON WEBHOOK POST TO "/a" DO\n${lines}\nEND ON\n`;
const found = (lines: string, subs = "") =>
  codes(handler(lines) + subs).filter((line) => line.startsWith("GB2503"));

test("a recipient from a payload that nothing looks at", () => {
  const lines = `${ORDER}P$ = GET JSON PATH ORDER, "phone"\nSEND SMS TO P$ WITH "x"`;
  expect(said(handler(lines))).toEqual([
    'GB2503 4:13 P$ can be null here, and then SEND SMS sends nothing (test it before: IF P$ <> "" THEN SEND SMS …) → 3:6',
  ]);
});

const WHATSAPP = "entry[0].changes[0].value.messages[0].from";
const received = (lines: string) => `ON WHATSAPP MESSAGE RECEIVED DO\n${ORDER}${lines}\nEND ON\n`;

test("the sender of a WhatsApp message can hide the number", () => {
  const lines = `P$ = GET JSON PATH ORDER, "${WHATSAPP}"\nSEND WHATSAPP TO P$ WITH "x"`;
  expect(said(received(lines))[0]).toContain(
    `where it is null, take GET JSON PATH ORDER, "${WHATSAPP}_user_id")`,
  );
});

test("what a SUB cannot see is named with its line", () => {
  const lines = `M = ORDER.entry[0].changes[0].value.messages[0]\nSPAWN REPLY M.from`;
  const sub = `SUB REPLY NUMBER$\nSEND WHATSAPP TO NUMBER$ WITH "x"\nEND SUB\n`;
  expect(said(received(lines) + sub)).toEqual([
    "GB2503 7:18 NUMBER$ can be null here, and then SEND WHATSAPP sends nothing (people can hide their number; where it is null, take M.from_user_id in line 4) → 4:13",
  ]);
});

test.each([
  ["another service", handler(`${ORDER}SEND WHATSAPP TO ORDER.from WITH "x"`), "ORDER.from"],
  ["a mail", received(`SEND SMS TO ORDER.${WHATSAPP} WITH "x"`), `ORDER.${WHATSAPP}`],
])("the from of %s has no such id", (_, text, written) => {
  expect(said(text)[0]).toContain(`${written} can be null here`);
  expect(said(text)[0]).toContain(`(test it before: IF ${written} <> "" THEN SEND `);
});

test("the hint writes the recipient as the script does", () => {
  const phrase = said(handler('SEND SMS TO GET FORM VALUE "phone" WITH "x"'))[0];
  expect(phrase).toContain('(test it before: IF (GET FORM VALUE "phone") <> "" THEN SEND SMS …)');
  const long = `ORDER.${"very_long_member_name.".repeat(4)}phone`;
  expect(said(handler(`${ORDER}SEND SMS TO ${long} WITH "x"`))[0]).toContain(
    "the recipient can be null here, and then SEND SMS sends nothing (keep it in a variable, and test that before)",
  );
});

test.each([
  ["a member", `${ORDER}SEND SMS TO ORDER.customer.phone WITH "x"`],
  ["an item", `${ORDER}SEND SMS TO ORDER.phones[0] WITH "x"`],
  ["the phrase itself", 'SEND SMS TO GET QUERY VALUE "phone" WITH "x"'],
  ["TRIM of it", 'P$ = GET FORM VALUE "phone"\nSEND SMS TO TRIM(P$) WITH "x"'],
  ["trim() behind it", `${ORDER}SEND SMS TO ORDER.phone.trim() WITH "x"`],
  ["PARSE_JSON with brackets", 'O = PARSE_JSON("{}")\nSEND SMS TO O.phone WITH "x"'],
  ["a copy", `${ORDER}A$ = ORDER.phone\nB$ = A$\nSEND SMS TO B$ WITH "x"`],
  ["one of two ways", `${ORDER}P$ = "+1"\nIF 1 THEN P$ = ORDER.phone\nSEND SMS TO P$ WITH "x"`],
  ["a test behind it", `${ORDER}P$ = ORDER.phone\nSEND SMS TO P$ WITH "x"\nIF P$ THEN LOG P$`],
  ["mail", `${ORDER}SEND MAIL TO ORDER.email WITH SUBJECT "a" AND BODY "b"`],
])("is found in %s", (_, lines) => {
  expect(found(lines)).toHaveLength(1);
});

test.each([
  ["SPAWN", "SPAWN NOTIFY ORDER.phone"],
  ["a call", "NOTIFY ORDER.phone"],
  ["two calls", "FORWARD ORDER.phone"],
])("is found through %s", (_, call) => {
  const subs = `SUB NOTIFY P$\nSEND SMS TO P$ WITH "x"\nEND SUB
SUB FORWARD P$\nNOTIFY P$\nEND SUB\n`;
  expect(found(`${ORDER}${call}`, subs)).toEqual(["GB2503 6:13"]);
});

test.each([
  ["IF around it", `P$ = ORDER.phone\nIF P$ <> "" THEN SEND SMS TO P$ WITH "x"`],
  ["IF that leaves", `P$ = ORDER.phone\nIF P$ = "" THEN RETURN\nSEND SMS TO P$ WITH "x"`],
  ["NOT", `P$ = ORDER.phone\nIF NOT P$ THEN EXIT\nSEND SMS TO P$ WITH "x"`],
  ["LEN", `P$ = ORDER.phone\nIF LEN(P$) = 0 THEN EXIT\nSEND SMS TO P$ WITH "x"`],
  ["IS NULL", `P$ = ORDER.phone\nIF P$ IS NULL THEN P$ = "+1"\nSEND SMS TO P$ WITH "x"`],
  ["OR", 'P$ = ORDER.phone OR "+1"\nSEND SMS TO P$ WITH "x"'],
  ["NVL", 'P$ = NVL(ORDER.phone, "+1")\nSEND SMS TO P$ WITH "x"'],
  [
    "SELECT",
    'P$ = ORDER.phone\nSELECT CASE P$\nCASE ""\nEXIT\nEND SELECT\nSEND SMS TO P$ WITH "x"',
  ],
  ["a test of the member", 'IF ORDER.phone <> "" THEN SEND SMS TO ORDER.phone WITH "x"'],
  ["a test of what holds it", 'IF ORDER.a IS NULL THEN EXIT\nSEND SMS TO ORDER.a.phone WITH "x"'],
  [
    "a test of the same path",
    'IF GET JSON PATH ORDER, "p" = "" THEN EXIT\nSEND SMS TO GET JSON PATH ORDER, "p" WITH "x"',
  ],
  ["a fixed text", 'P$ = "+1"\nSEND SMS TO P$ WITH "x"'],
  ["what Twilio always sends", 'SEND SMS TO GET FORM VALUE "From" WITH "x"'],
  ["an object of its own", 'C = { "phone": "+1" }\nSEND SMS TO C.phone WITH "x"'],
])("is not said of %s", (_, lines) => {
  expect(found(ORDER + lines)).toEqual([]);
});

test("a test before SPAWN counts in the SUB", () => {
  const subs = 'SUB NOTIFY P$\nSEND SMS TO P$ WITH "x"\nEND SUB\n';
  expect(found(`${ORDER}P$ = ORDER.phone\nIF P$ <> "" THEN SPAWN NOTIFY P$`, subs)).toEqual([]);
});

test("a variable is named once", () => {
  const send = 'SEND SMS TO P$ WITH "x"';
  expect(found(`${ORDER}P$ = ORDER.phone\n${send}\n${send}`)).toEqual(["GB2503 4:13"]);
});
