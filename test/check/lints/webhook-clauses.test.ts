import { expect, test } from "vitest";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.ts";
import { codes, load, said } from "../diagnostics.ts";

const handler = (clause: string) => `ON WEBHOOK POST TO "/a" OPEN ${clause} DO\n  PRINT 1\nEND ON`;

test("a limit without a time is told of, and its fix says what it was taken for", () => {
  const text = handler('LIMIT 5 ONCE PER FIELD "id"');
  expect(said(text)).toEqual([
    "GB2485 1:36 LIMIT 5 does not say for how long; it is taken for LIMIT 5 PER MINUTE (write LIMIT 5 PER MINUTE, PER SECOND or PER HOUR)",
  ]);
  const fixed = applyFixes(text, load(["test.bas", text]).diagnostics).text;
  expect(fixed).toBe(handler('LIMIT 5 PER MINUTE ONCE PER FIELD "id"'));
  expect(codes(fixed)).toEqual([]);
  expect(codes('WEBHOOK "a" OPEN LIMIT 7\n  result_ok = 1\nEND WEBHOOK')).toEqual(["GB2485 1:24"]);
});

test.each(["LIMIT 5 PER HOUR", "", "LIMIT 5 PER SECOND"])(
  "a first line that says it: %s",
  (clause) => {
    expect(codes(handler(clause))).toEqual([]);
  },
);

test("a clause that is there twice is told of once", () => {
  expect(codes(handler('ONCE PER HEADER "A" ONCE PER FIELD "b"'))).toEqual(["GB2242 1:50"]);
  expect(codes(handler("LIMIT 5 PER HOUR LIMIT 6 PER HOUR"))).toEqual(["GB2242 1:47"]);
});

test("ONCE PER is told of where it can name nothing", () => {
  expect(codes(handler('ONCE PER HEADER "X Id"'))).toEqual(["GB2482 1:46"]);
  expect(codes(handler('ONCE PER HEADER "X-Id,"'))).toEqual(["GB2482 1:46"]);
  expect(codes(handler('ONCE PER FIELD ""'))).toEqual(["GB2483 1:45"]);
  expect(codes(handler('ONCE PER FIELD "data..id"'))).toEqual(["GB2483 1:45"]);
  expect(codes('ON WEBHOOK GET TO "/a" OPEN ONCE PER FIELD "id" DO\n  PRINT 1\nEND ON')).toEqual([
    "GB2484 1:44",
  ]);
  expect(codes(handler("ONCE PER FIELD ID$"))).toEqual(["GB2243 1:45"]);
});

test.each([
  ["result_status = 700", "GB2486 2:19"],
  ["result_status = 20.5", "GB2486 2:19"],
  ["LET BAD = 99 : result_status = BAD", "GB2486 2:34"],
  ["RETURN { status: 700, error: 1 }", "GB2486 2:20"],
  ['result = { "status": 1000 }', "GB2486 2:24"],
  ["SET RESPONSE STATUS TO 700", "GB3201 2:26"],
])("a status that none has is told of: %s", (line, place) => {
  expect(codes(`WEBHOOK "a"\n  ${line}\nEND WEBHOOK`)).toEqual([place]);
});

test.each([
  "result_status = 404",
  'result_status = "late"',
  "result_status = params.n",
  "LET BAD = 700 : BAD = 400 : result_status = BAD",
  'result = { "status": "ok" }',
  'RETURN { status: 200, "data": { "status": 700 } }',
])("a status that may be one is left alone: %s", (line) => {
  expect(codes(`WEBHOOK "a"\n  ${line}\nEND WEBHOOK`)).toEqual([]);
});

test("elsewhere a variable of that name is a variable", () => {
  expect(
    codes('ON WEBHOOK POST TO "/a" OPEN DO\n  result_status = 700\n  PRINT result_status\nEND ON'),
  ).toEqual([]);
});
