import { expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

const handler = (line: string) => `${line} DO\n  LOG "hi"\nEND ON`;
const STANDS = "stands at ON WEBHOOK and WEBHOOK, as LIMIT, FROM, SIGNED BY, OPEN and ONCE PER do";

test.each([
  ["ON SMS LIMIT 5 PER MINUTE", "GB2465 1:8 ON SMS takes no LIMIT (LIMIT"],
  ["ON CALL LIMIT 5 PER MINUTE", "GB2465 1:9 ON CALL takes no LIMIT (LIMIT"],
  ['ON CALL TO "/x" LIMIT 5', "GB2465 1:17 ON CALL takes no LIMIT (LIMIT"],
  ['ON SMS FROM "10.0.0.1"', "GB2465 1:8 ON SMS takes no FROM (FROM"],
  ['ON SMS TO "/x" SIGNED BY TWILIO', "GB2465 1:16 ON SMS takes no SIGNED (SIGNED BY"],
  ["ON SMS OPEN", "GB2465 1:8 ON SMS takes no OPEN (OPEN"],
  ["ON SMS STATUS LIMIT 5", "GB2465 1:15 ON SMS STATUS takes no LIMIT (LIMIT"],
  ['ON DIGITS "a" LIMIT 5', "GB2465 1:15 ON DIGITS takes no LIMIT (LIMIT"],
  ["ON WHATSAPP TEXT LIMIT 5 PER MINUTE", "GB2465 1:18 ON WHATSAPP TEXT takes no LIMIT (LIMIT"],
  ['ON WHATSAPP BUTTON "a" LIMIT 5', "GB2465 1:24 ON WHATSAPP BUTTON takes no LIMIT (LIMIT"],
  ['ON WHATSAPP EVENT "x" OPEN', "GB2465 1:23 ON WHATSAPP EVENT takes no OPEN (OPEN"],
  [
    'ON WHATSAPP STATUS "read" FROM "10.0.0.1"',
    "GB2465 1:27 ON WHATSAPP STATUS takes no FROM (FROM",
  ],
  [
    'ON WHATSAPP MESSAGE RECEIVED ONCE PER HEADER "x"',
    "GB2465 1:30 ON WHATSAPP MESSAGE takes no ONCE (ONCE PER",
  ],
])("%s is told where its clause stands", (line, start) => {
  const [first, ...others] = said(handler(line));
  expect(first?.startsWith(`${start} ${STANDS};`), first).toBe(true);
  expect(others).toEqual([]);
});

test("who wrote is compared inside", () => {
  expect(said(handler('ON SMS FROM "+15550001111"'))[0]).toContain("IF GET SMS FROM =");
});

test("names and texts that look so are left alone", () => {
  expect(codes(handler('ON SMS TO "/limit"'))).toEqual([]);
  expect(codes('ON DIGITS "limit" DO\n  SAY "hi"\nEND ON')).toEqual([]);
  expect(codes('ON WHATSAPP TEXT "menu" DO\n  LOG 1\nEND ON')).toEqual(["GB2465 1:18"]);
});
