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
    "GET WHATSAPP SENDER NUMBER is always null in a run of ON WHATSAPP STATUS (nobody wrote then: GET WHATSAPP RECIPIENT is",
  );
});
