import { expect, test } from "vitest";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.ts";
import { codes, load, said } from "../diagnostics.ts";

const handler = (method: string, clauses: string) =>
  `ON WEBHOOK ${method} TO "/a" ${clauses} DO\n  PRINT 1\nEND ON`;
const HMAC = 'SIGNED BY HMAC SHA256 HEADER "X-Sign" SECRET "SHOP_SECRET"';

test("a signature of the body at a handler for GET is told of, and its fix takes POST", () => {
  const text = handler("GET", "SIGNED BY GITHUB");
  expect(said(text)).toEqual([
    "GB2675 1:34 the signature of GitHub is one of the body, and a GET has none: it is always the same, and covers no query (write POST, as GitHub delivers)",
  ]);
  const fixed = applyFixes(text, load(["test.bas", text]).diagnostics).text;
  expect(fixed).toBe(handler("POST", "SIGNED BY GITHUB"));
  expect(codes(fixed)).toEqual([]);
});

test("a signature with a time holds for as long as it says", () => {
  expect(said(handler("GET", "SIGNED BY STRIPE TOLERANCE 60"))[0]).toContain(
    "can send any query for 60 seconds",
  );
  expect(said(handler("GET", "SIGNED BY SLACK"))[0]).toContain("for 300 seconds");
  expect(said(handler("GET", `${HMAC} TOLERANCE 30`))[0]).toContain("for 30 seconds");
});

test.each([handler("GET", HMAC), handler("DELETE", HMAC), handler("HEAD", "SIGNED BY SHOPIFY")])(
  "it is told of whatever signs: %s",
  (text) => {
    expect(codes(text).map((one) => one.split(" ")[0])).toEqual(["GB2675"]);
  },
);

test("a sender of your own is not changed", () => {
  const text = handler("GET", HMAC);
  expect(applyFixes(text, load(["test.bas", text]).diagnostics).text).toBe(text);
});

test.each([
  handler("GET", "SIGNED BY TWILIO"),
  handler("GET", "OPEN"),
  handler("GET", ""),
  handler("POST", "SIGNED BY GITHUB"),
  handler("PUT", HMAC),
  handler("ANY", HMAC),
  'WEBHOOK "a" SIGNED BY GITHUB\n  result_ok = 1\nEND WEBHOOK',
])("what covers all that counts is left alone: %s", (text) => {
  expect(codes(text)).toEqual([]);
});
