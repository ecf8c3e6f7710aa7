import { expect, test } from "vitest";

import { createLogger } from "../../src/server/log.ts";
import { maskPhones } from "../../src/server/mask-phones.ts";

test.each([
  ["from 5511999999999: hi", "from *********9999: hi"],
  ["whatsapp:+5511999999999", "whatsapp:+*********9999"],
  ["+1 415 867 5309", "+* *** *** 5309"],
  ["+55 (11) 99999-9999", "+** (**) *****-9999"],
  ["(11) 99999-9999", "(**) *****-9999"],
  ["415-867-5309 and 415.867.5309", "***-***-5309 and ***.***.5309"],
  ["line\n5511999999999", "line\n*********9999"],
  ["/users/5511999999999", "/users/*********9999"],
  ["5511999999999- hi", "*********9999- hi"],
])("phone numbers are masked but for four digits: %s", (text, expected) => {
  expect(maskPhones(text)).toBe(expected);
});

test.each([
  "WhatsApp Verification Code: 123456",
  "2026-11-21 13:18:50",
  "2026-11-21T13:18:50.123Z",
  "CA1234567890ABCDEF1234567890ABCDEF",
  "wamid.HBgLNTE1OTk5OTk5OTk5FQIAERgSMzg1",
  "12345678-1234-1234-1234-123456789012",
  "192.168.100.200",
  "12.3456789012",
])("other numbers stay: %s", (text) => {
  expect(maskPhones(text)).toBe(text);
});

function logOf(secrets: readonly string[], write: (log: ReturnType<typeof createLogger>) => void) {
  const lines: string[] = [];
  write(
    createLogger({
      stream: { write: (line) => lines.push(line) },
      secrets,
      clock: { now: () => 0 },
    }),
  );
  return lines.join("");
}

test("secrets and phone numbers are hidden in texts, fields, lists, objects and errors", () => {
  const line = logOf(["s3cret-value"], (log) => {
    const text = "key s3cret-value of 5511999999999";
    log.warn({ a: text, b: [text], c: { d: { e: text } }, err: new Error(text) }, text);
  });
  expect(line).not.toMatch(/s3cret-value|5511999999999/);
  expect(line.match(/key \[hidden\] of \*{9}9999/g)).toHaveLength(6);
});

test("fields with the names of secrets are hidden whatever they hold", () => {
  const line = logOf([], (log) => {
    log.info({ headers: { Authorization: "Bearer x", "set-cookie": "a" }, api_key: "k" }, "sent");
  });
  expect(JSON.parse(line)).toMatchObject({
    headers: { Authorization: "[hidden]", "set-cookie": "[hidden]" },
    api_key: "[hidden]",
  });
});

test("what a script logs is cleaned under whatever name", () => {
  const line = logOf(["s3cret-value"], (log) => {
    log.info({ run: "1", fields: { run: "5511999999999", kind: ["s3cret-value"] } }, "sent");
  });
  expect(JSON.parse(line)).toMatchObject({
    run: "1",
    fields: { run: "*********9999", kind: ["[hidden]"] },
  });
});

test("very short secrets do not blot out the log", () => {
  expect(
    logOf(["in"], (log) => {
      log.info({}, "listening");
    }),
  ).toContain("listening");
});

test("a percent sign in a message is no placeholder", () => {
  expect(
    logOf([], (log) => {
      log.info({ a: 1 }, "100 %s %d");
    }),
  ).toContain('"msg":"100 %s %d"');
});
