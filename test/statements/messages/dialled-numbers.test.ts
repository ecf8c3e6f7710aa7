import { describe, expect, test } from "vitest";
import { said } from "../../check/diagnostics.ts";
import { runTests } from "../../testing/run-tests.ts";

const PLUS = '(write "+491712345678", with + in place of 00)';
const COUNTRY = "(write the number with + and its country code in place of the 0)";

describe("numbers as they are dialled are told of by a check", () => {
  test.each([
    ['SEND WHATSAPP TO "0171 2345678" WITH "a"', "GB4723", COUNTRY],
    ['SEND WHATSAPP TO "0049 171 2345678" WITH "a"', "GB4723", PLUS],
    ['SEND WHATSAPP TO "+0171 2345678" WITH "a"', "GB4723", COUNTRY],
    ['SEND WHATSAPP TO "(011) 98765-4321" WITH "a"', "GB4723", COUNTRY],
    ['TALK TO "whatsapp:01712345678", "a"', "GB4723", COUNTRY],
    ['TALK TO "sms:0049 171 2345678", "a"', "GB4723", PLUS],
    ['SEND SMS TO "0171 2345678" WITH "a"', "GB4723", COUNTRY],
    ['SEND SMS TO "whatsapp:00491712345678" WITH "a"', "GB4723", PLUS],
    ['SEND SMS TO "+0049 171 2345678" WITH "a"', "GB4723", PLUS],
    ['SEND CALL TO "0171 2345678" SAYING "a"', "GB4687", COUNTRY],
    ['SEND CALL TO "+491712345678" SAYING "a" FROM "0171 2345678"', "GB4687", COUNTRY],
    ['ON CALL DO\n  DIAL "0049 171 2345678"\nEND ON', "GB4687", PLUS],
    ['ON CALL DO\n  DIAL "+491712345678" CALLER ID "0171 2345678"\nEND ON', "GB4687", COUNTRY],
  ])("%s", (script, code, hint) => {
    const found = said(script);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(code);
    expect(found[0]).toContain("as no country code begins with 0");
    expect(found[0]).toContain(hint);
  });

  test.each([
    'SEND SMS TO "01234" WITH "a"',
    'SEND SMS TO "+5511999999999" WITH "a" FROM "0Shop"',
    'SEND CALL TO "client:0171" SAYING "a"',
    'SEND WHATSAPP TO "+44 7911 123450" WITH "a"',
    'SEND WHATSAPP TO "BR.0171" WITH "a"',
  ])("but %s is right", (script) => {
    expect(said(script)).toEqual([]);
  });
});

describe("a number that gets a + on its way is told of", () => {
  test.each([
    ['SEND SMS TO "51987654321" WITH "a"', "1:13"],
    ['SEND SMS "51 98765-4321", "a"', "1:10"],
    ["SEND SMS TO 51987654321 WITH 1", "1:13"],
    ['CONST SHOP$ = "51987654321"\nSEND SMS TO SHOP$ WITH "a"', "2:13"],
    ['TALK TO "sms:51987654321", "a"', "1:9"],
    ['SEND CALL TO "51987654321" SAYING "a"', "1:14"],
    ['ON CALL DO\n  DIAL "51987654321"\nEND ON', "2:8"],
  ])("%s", (script, place) => {
    const found = said(script);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`GB2676 ${place} "51`);
    expect(found[0]).toContain("goes to +51987654321:");
    expect(found[0]).toContain('(write "+51987654321" where that is who is meant, else + and the');
  });

  test.each([
    'SEND SMS TO "+51987654321" WITH "a"',
    'SEND SMS TO "1198765432" WITH "a"',
    'SEND SMS TO "whatsapp:51987654321" WITH "a"',
    'TALK TO "whatsapp:51987654321", "a"',
    'TALK TO "51987654321", "a"',
    'SEND WHATSAPP TO "51987654321" WITH "a"',
    'SEND CALL TO "client:51987654321" SAYING "a"',
    'ON CALL DO\n  DIAL "sip:51987654321@example.com"\nEND ON',
    'ON WEBHOOK POST TO "/a" OPEN DO\n  SEND SMS TO GET REQUEST BODY WITH "a"\nEND ON',
  ])("but not %s", (script) => {
    expect(said(script)).toEqual([]);
  });
});

test("they are refused when they are only known then", async () => {
  const script = `ON WEBHOOK POST TO "/a" OPEN DO
  TO$ = GET REQUEST BODY
  SEND WHATSAPP TO TO$ WITH "a"
  SEND SMS TO TO$ WITH "b"
  SEND CALL TO TO$ SAYING "c"
END ON`;
  const tests = `TEST "a"\nRECEIVE POST "/a" WITH BODY "0171 2345678"\nEXPECT STATUS 200\nEND TEST`;
  const { tests: results } = await runTests(script, tests);
  const found = results.flatMap(({ failures }) => failures.map((one) => one.found ?? ""));
  for (const channel of ["WhatsApp", "SMS", "Twilio"]) {
    expect(found.join("\n")).toContain(
      `GB4004: ${channel} cannot send to "0171 2345678", as no country code begins with 0`,
    );
  }
});
