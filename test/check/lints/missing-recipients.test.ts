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

test("the sender of a WhatsApp message can hide the number", () => {
  const lines = `${ORDER}P$ = GET JSON PATH ORDER, "messages[0].from"\nSEND WHATSAPP TO P$ WITH "x"`;
  expect(said(handler(lines))[0]).toContain(
    'where it is null, take GET JSON PATH ORDER, "messages[0].from_user_id"',
  );
});

test.each([
  ["a member", `${ORDER}SEND SMS TO ORDER.customer.phone WITH "x"`],
  ["an item", `${ORDER}SEND SMS TO ORDER.phones[0] WITH "x"`],
  ["the phrase itself", 'SEND SMS TO GET QUERY VALUE "phone" WITH "x"'],
  ["TRIM of it", 'P$ = GET FORM VALUE "phone"\nSEND SMS TO TRIM(P$) WITH "x"'],
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
