import { expect, test } from "vitest";
import { codes, said } from "../diagnostics.ts";

const inHandler = (handler: string, ...lines: readonly string[]) =>
  [`ON WHATSAPP ${handler} DO`, ...lines, "END ON"].join("\n");

test.each([
  [inHandler("STATUS", "LOG GET WHATSAPP SENDER NUMBER"), ["GB2480 2:5"]],
  [inHandler('STATUS "failed"', "LOG UCASE$(GET WHATSAPP MESSAGE BODY)"), ["GB2480 2:12"]],
  [inHandler("ERROR", "LOG GET WHATSAPP SENDER NAME"), ["GB2480 2:5"]],
  [inHandler('EVENT "account_update"', "LOG GET WHATSAPP MEDIA"), ["GB2480 2:5"]],
  [inHandler("STATUS", "LOG GET WHATSAPP RECIPIENT", "LOG GET WHATSAPP MESSAGE ID"), []],
  [inHandler("STATUS", "LOG GET WHATSAPP NUMBER ID"), []],
  [inHandler("MESSAGE RECEIVED", "LOG GET WHATSAPP SENDER NUMBER"), []],
  [inHandler("TEXT", "LOG GET WHATSAPP MESSAGE BODY"), []],
])("%s", (script, expected) => {
  expect(codes(script)).toEqual(expected);
});

test("it names what there is", () => {
  const [found = ""] = said(inHandler("STATUS", "LOG GET WHATSAPP SENDER NUMBER"));
  expect(found).toContain(
    "GET WHATSAPP SENDER NUMBER gives nothing in a run of ON WHATSAPP STATUS (nobody wrote then: GET WHATSAPP RECIPIENT is",
  );
});

const handler = (first: string, ...lines: readonly string[]) =>
  [`${first} DO`, ...lines, "END ON"].join("\n");

test.each([
  [handler("ON SMS", "TALK GET WHATSAPP SENDER NUMBER"), "GET SMS FROM is who wrote"],
  [handler("ON SMS STATUS", "LOG GET WHATSAPP STATUS"), "GET SMS FROM"],
  [handler("ON CALL", "SAY GET WHATSAPP MESSAGE BODY"), "GET CALL FROM is who calls"],
  [handler('ON DIGITS "a"', "SAY GET WHATSAPP SENDER NAME"), "GET CALL FROM is who calls"],
  [handler("ON CALL STATUS", "LOG GET WHATSAPP RECIPIENT"), "GET CALL FROM is who calls"],
  [inHandler("MESSAGE RECEIVED", "LOG GET CALL FROM"), "GET WHATSAPP SENDER NUMBER is who wrote"],
  [inHandler("TEXT", "LOG GET SMS BODY"), "GET WHATSAPP MESSAGE BODY the text"],
  [inHandler("STATUS", "LOG GET SMS STATUS"), "GET WHATSAPP RECIPIENT is whom"],
])("what comes another way is told of: %s", (script, instead) => {
  const [found = "", ...others] = said(script);
  expect(found).toMatch(/^GB2480 2:/);
  expect(found).toContain(instead);
  expect(others).toEqual([]);
});

test.each([
  handler("ON SMS", "TALK GET SMS FROM"),
  handler("ON CALL", "SAY GET CALL FROM"),
  handler('ON WEBHOOK POST TO "/a" OPEN', "LOG GET CALL FROM", "LOG GET WHATSAPP SENDER NUMBER"),
  `${handler("ON SMS", "TELL")}\nSUB TELL\n  LOG GET WHATSAPP SENDER NUMBER\nEND SUB`,
  inHandler("TEXT", "MARK WHATSAPP READ GET WHATSAPP MESSAGE ID"),
])("what may be there is left alone: %s", (script) => {
  expect(codes(script)).toEqual([]);
});

test.each(['MARK WHATSAPP READ ""', 'LET ID$ = " "\nMARK WHATSAPP ID$ AS READ WITH TYPING'])(
  "a message without an id is not marked: %s",
  (line) => {
    expect(said(line)[0]).toMatch(
      /^GB2479 .* the id of the message is empty, so nothing is sent here \(write GET WHATSAPP MESSAGE ID\)/,
    );
  },
);
