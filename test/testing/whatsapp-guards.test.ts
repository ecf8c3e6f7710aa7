import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "first"
  IF GET WHATSAPP MESSAGE BODY = "later" THEN SPAWN REMIND GET WHATSAPP SENDER NUMBER AFTER 25 HOURS
END ON

ON WEBHOOK POST TO "/news" OPEN DO
  SEND WHATSAPP TO GET REQUEST BODY WITH "news"
  SEND WHATSAPP TO GET REQUEST BODY WITH TEMPLATE "news"
END ON

ON SEND FAILED DO
  LOG "failed: " + GET FAILED MESSAGE.error
END ON

SUB REMIND NUMBER$
  SEND WHATSAPP TO NUMBER$ WITH "reminder"
  SEND WHATSAPP TO NUMBER$ WITH BUTTONS "still there?" AND ITEMS "Yes"
  SEND WHATSAPP TO NUMBER$ WITH TEMPLATE "reminder"
END SUB
`;

async function tested(tests: string, settings: Readonly<Record<string, string>> = {}) {
  const folder = await folderWith({ "bot.bas": BOT, "bot.test.bas": tests });
  const { stdout } = await gbasic(["test"], folder, settings);
  return stdout;
}

describe("the 24 hours after somebody wrote", () => {
  test("afterwards only a template leaves, and ON SEND FAILED runs", async () => {
    const said = await tested(`TEST "late"
  RECEIVE WHATSAPP TEXT "later"
  EXPECT SENT WHATSAPP SAYING "first"
  ADVANCE 25 HOURS
  EXPECT ERROR "GB4651"
  EXPECT ERROR "the person last wrote 25 hours ago"
  EXPECT LOG "failed: GB4651"
  EXPECT SENT WHATSAPP TEMPLATE "reminder"
  EXPECT LEN(SENT MESSAGES) = 2
END TEST

TEST "in time, as the person wrote again"
  RECEIVE WHATSAPP TEXT "later"
  ADVANCE 5 HOURS
  RECEIVE WHATSAPP TEXT "hello?"
  ADVANCE 20 HOURS
  EXPECT SENT WHATSAPP SAYING "reminder"
  EXPECT LEN(SENT MESSAGES) = 5
END TEST

TEST "nobody knows"
  RECEIVE POST "/news" WITH BODY "5511888887777"
  EXPECT SENT WHATSAPP SAYING "news"
  EXPECT LEN(SENT MESSAGES) = 2
END TEST
`);
    expect(said).toContain("3 passed");
  });

  test("they count from when the person wrote, and never from a time to come", async () => {
    const said = await tested(`TEST "an old message that is delivered late opens no window"
  SET CLOCK "2026-03-03 12:00"
  RECEIVE WHATSAPP TEXT "hello" WRITTEN AT "2026-03-02 11:59"
  EXPECT ERROR "the person last wrote 24 hours ago"
  EXPECT LEN(SENT MESSAGES) = 0
  RECEIVE WHATSAPP TEXT "hello" WRITTEN AT "2026-03-02 12:01"
  EXPECT SENT WHATSAPP SAYING "first"
  ADVANCE 2 MINUTES
  RECEIVE POST "/news" WITH BODY "5511999999999"
  EXPECT ERROR "GB4651"
  EXPECT LEN(SENT MESSAGES) = 2
END TEST

TEST "one that comes late hides none that was written later"
  SET CLOCK "2026-03-03 12:00"
  RECEIVE WHATSAPP TEXT "hello"
  FOR I = 1 TO 11
    RECEIVE WHATSAPP TEXT "old" WRITTEN AT "2026-02-27"
  NEXT
  EXPECT LEN(SENT MESSAGES) = 12
  ADVANCE 23 HOURS
  RECEIVE POST "/news" WITH BODY "5511999999999"
  EXPECT SENT WHATSAPP SAYING "news"
END TEST

TEST "a time to come is taken for that of the arrival"
  SET CLOCK "2026-03-03 12:00"
  RECEIVE WHATSAPP TEXT "hello" WRITTEN AT "2026-03-09"
  ADVANCE 25 HOURS
  RECEIVE POST "/news" WITH BODY "5511999999999"
  EXPECT ERROR "the person last wrote 25 hours ago"
END TEST

TEST "nobody delivers for more than 8 days, so a sample of a guide counts from its arrival"
  SET CLOCK "2026-03-03 12:00"
  RECEIVE WHATSAPP TEXT "hello" WRITTEN AT "2017-09-08"
  EXPECT SENT WHATSAPP SAYING "first"
END TEST

TEST "the clock may be set"
  RECEIVE WHATSAPP TEXT "hello"
  SET CLOCK DATEADD("h", 25, NOW())
  RECEIVE POST "/news" WITH BODY "5511999999999"
  EXPECT ERROR "GB4651"
END TEST

TEST "news of a person are no message"
  SET CLOCK "2026-03-03 12:00"
  RECEIVE WHATSAPP TEXT "hello" WRITTEN AT "2026-03-01"
  EXPECT ERROR "GB4651"
  RECEIVE WHATSAPP SYSTEM
  EXPECT ERROR "GB4651"
END TEST
`);
    expect(said).toContain("6 passed");
  });

  test("they count for each number of ours", async () => {
    const said = await tested(
      `TEST "who wrote to one has not written to another"
  RECEIVE WHATSAPP TEXT "hello" NUMBER ID "111"
  EXPECT SENT WHATSAPP SAYING "first"
  ADVANCE 25 HOURS
  RECEIVE POST "/news" WITH BODY "5511999999999"
  EXPECT SENT WHATSAPP SAYING "news"
  RECEIVE WHATSAPP TEXT "hello"
  ADVANCE 25 HOURS
  RECEIVE POST "/news" WITH BODY "5511999999999"
  EXPECT ERROR "GB4651"
END TEST

TEST "one number after 24 hours, the other within"
  RECEIVE WHATSAPP TEXT "later" NUMBER ID "111"
  ADVANCE 24 HOURS
  RECEIVE WHATSAPP TEXT "hello" NUMBER ID "222"
  ADVANCE 1 HOUR
  EXPECT ERROR "GB4651"
  EXPECT ERROR "GB4651"
  RECEIVE WHATSAPP TEXT "hello" NUMBER ID "111" USER ID "BR.123" FROM "5511999999999"
  RECEIVE WHATSAPP TEXT "later" NUMBER ID "111" USER ID "BR.123"
  ADVANCE 25 HOURS
  EXPECT ERROR "GB4651"
  EXPECT ERROR "GB4651"
END TEST

TEST "what came by no number counts for all"
  RECEIVE WHATSAPP TEXT "hello" AS WHATSABLE AT "/webhooks/whatsable"
  ADVANCE 25 HOURS
  RECEIVE POST "/news" WITH BODY "5511999999999"
  EXPECT ERROR "GB4651"
END TEST
`,
      { WHATSAPP_PROVIDERS: "meta, whatsable" },
    );
    expect(said).toContain("3 passed");
  });

  test.each([
    ['WRITTEN AT "yesterday"', 'write WRITTEN AT "2026-01-31 09:00"'],
    ['WRITTEN AT "09:00"', "GB3504"],
    ['WRITTEN AT ""', "GB3504"],
    ['NUMBER ID "the shop"', "GB4760"],
    ['NUMBER ID "+15550001111"', "digits alone"],
  ])("RECEIVE with %s is refused", async (clause, told) => {
    const said = await tested(`TEST "wrong"\n  RECEIVE WHATSAPP TEXT "hi" ${clause}\nEND TEST\n`);
    expect(said).toContain(told);
  });
});

describe("limits of messages", () => {
  const test3 = `TEST "three"
  FOR I = 1 TO 3
    RECEIVE WHATSAPP TEXT "hello"
  NEXT
  RECEIVE WHATSAPP TEXT "hello" FROM "+5511888887777"`;

  test.each([
    ["WHATSAPP_HOURLY_LIMIT", 2, "2 WhatsApp messages left within an hour", "1 HOUR"],
    ["WHATSAPP_DAILY_LIMIT", 2, "2 WhatsApp messages left within a day", "24 HOURS"],
    [
      "WHATSAPP_HOURLY_LIMIT_PER_PERSON",
      3,
      "2 WhatsApp messages to this person left within an hour",
      "1 HOUR",
    ],
    [
      "WHATSAPP_DAILY_LIMIT_PER_PERSON",
      3,
      "2 WhatsApp messages to this person left within a day",
      "24 HOURS",
    ],
  ])("%s", async (setting, left, reason, after) => {
    const said = await tested(
      `${test3}
  EXPECT LEN(SENT MESSAGES) = ${String(left)}
${`  EXPECT ERROR "${reason}"\n`.repeat(4 - left)}  ADVANCE ${after}
  RECEIVE WHATSAPP TEXT "hello"
  EXPECT LEN(SENT MESSAGES) = ${String(left + 1)}
END TEST
`,
      { [setting]: "2" },
    );
    expect(said).toContain("1 passed");
  });

  test("a person who is known by a number and by an id is one person", async () => {
    const folder = await folderWith({
      "bot.bas": `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO "BR.15" WITH "to the id"
  SEND WHATSAPP TO "+55 11 99999-0001" WITH "to the number"
  SEND WHATSAPP TO "+55 11 99999-0002" WITH "to another"
END ON
`,
      "bot.test.bas": `TEST "both names count"
  RECEIVE WHATSAPP TEXT "hello" FROM "5511999990001" USER ID "BR.15"
  EXPECT ERROR "1 WhatsApp message to this person left within an hour"
  EXPECT LEN(SENT MESSAGES) = 2
  EXPECT SENT WHATSAPP SAYING "to another"
  ADVANCE 1 HOUR
  RECEIVE WHATSAPP TEXT "hello" USER ID "BR.15"
  EXPECT ERROR "1 WhatsApp message to this person left within an hour"
  EXPECT LEN(SENT MESSAGES) = 4
END TEST
`,
    });
    const { stdout } = await gbasic(["test"], folder, { WHATSAPP_HOURLY_LIMIT_PER_PERSON: "1" });
    expect(stdout).toContain("1 passed");
  });

  test("nothing is limited unless it is set", async () => {
    expect(await tested(`${test3}\n  EXPECT LEN(SENT MESSAGES) = 4\nEND TEST\n`)).toContain(
      "1 passed",
    );
  });

  test("what did not leave does not count", async () => {
    const said = await tested(
      `TEST "refused"
  FAIL NEXT WHATSAPP WITH 131026
  RECEIVE WHATSAPP TEXT "hello"
  EXPECT ERROR "131026"
  RECEIVE WHATSAPP TEXT "hello"
  EXPECT LEN(SENT MESSAGES) = 1
END TEST
`,
      { WHATSAPP_HOURLY_LIMIT: "1" },
    );
    expect(said).toContain("1 passed");
  });
});
