import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SID = "HXb5b62575e6e4ff6129ad7c8efe1f983e";
const BOT = `ON SMS DO
  SPAWN REMIND SMS.from AFTER 25 HOURS
  SEND SMS TO SMS.from WITH "first"
END ON

ON SEND FAILED DO
  LOG "failed: " + GET FAILED MESSAGE.error
END ON

SUB REMIND NUMBER$
  SEND SMS TO NUMBER$ WITH "reminder"
  SEND WHATSAPP TO NUMBER$ WITH "another" USING "+15550001111"
  SEND WHATSAPP TO NUMBER$ WITH TEMPLATE "${SID}" VALUES ["Ana"]
END SUB
`;

async function tested(
  bot: string,
  tests: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = await folderWith({ "bot.bas": bot, "bot.test.bas": tests });
  return (await gbasic(["test"], folder, settings)).stdout;
}

describe("the 24 hours after somebody wrote through Twilio", () => {
  test("afterwards only a template leaves; SMS leave at any time", async () => {
    const said = await tested(
      BOT,
      `TEST "late"
  RECEIVE SMS "hello" FROM "whatsapp:+5511999999999"
  EXPECT SENT SMS SAYING "first"
  ADVANCE 25 HOURS
  EXPECT ERROR "GB4651"
  EXPECT ERROR "GB4651"
  EXPECT SENT WHATSAPP TEMPLATE "${SID}"
  EXPECT LEN(SENT MESSAGES) = 2
END TEST

TEST "an SMS"
  RECEIVE SMS "hello" FROM "+5511999999999"
  ADVANCE 25 HOURS
  EXPECT SENT SMS SAYING "reminder"
END TEST

TEST "in time"
  RECEIVE SMS "hello" FROM "whatsapp:+5511999999999"
  ADVANCE 20 HOURS
  RECEIVE SMS "again" FROM "whatsapp:+5511999999999"
  ADVANCE 5 HOURS
  EXPECT SENT SMS SAYING "reminder"
  EXPECT SENT WHATSAPP SAYING "another"
END TEST
`,
    );
    expect(said).toContain("3 passed");
  });
});

test("limits of WhatsApp count what leaves as SMS to a number of WhatsApp, and no SMS", async () => {
  const said = await tested(
    `ON SMS DO\n  SEND SMS TO SMS.from WITH "first"\nEND ON`,
    `TEST "three"
  FOR I = 1 TO 3
    RECEIVE SMS "hello" FROM "whatsapp:+5511999999999"
    RECEIVE SMS "hello" FROM "+5511888887777"
  NEXT
  EXPECT LEN(SENT MESSAGES) = 5
  EXPECT ERROR "2 WhatsApp messages to this person left within an hour"
END TEST
`,
    { WHATSAPP_HOURLY_LIMIT_PER_PERSON: "2" },
  );
  expect(said).toContain("1 passed");
});

test("with WHATSAPP_SEND_THROUGH=twilio, a test refuses what Twilio cannot take", async () => {
  const said = await tested(
    `ON SMS DO\n  SEND WHATSAPP TO SMS.from WITH LIST "What?" AND ITEMS "Tea"\nEND ON`,
    `TEST "a list"
  RECEIVE SMS "hello" FROM "whatsapp:+5511999999999"
  EXPECT ERROR "GB4780"
END TEST
`,
    { WHATSAPP_SEND_THROUGH: "twilio" },
  );
  expect(said).toContain("1 passed");
});

const LIST = 'SEND WHATSAPP TO "5511999999999" WITH LIST "What?" AND ITEMS "Tea"';

describe("gbasic check", () => {
  const checked = async (script: string, files = {}, settings = {}) => {
    const folder = await folderWith({ "bot.bas": script, ...files });
    const { stdout } = await gbasic(["check", "bot.bas"], folder, settings);
    return stdout.split("\n")[0];
  };

  test.each([
    ["a number", `${LIST} USING "+14155238886"`],
    ["a messaging service", `${LIST} USING "MG0123456789"`],
    ["a number of SMS", `ON SMS DO\n${LIST} USING "whatsapp:+14155238886"\nEND ON`],
  ])("the text names %s of Twilio", async (_, script) => {
    expect(await checked(script)).toContain(
      "error GB2460: SEND WHATSAPP WITH LIST cannot be sent through Twilio",
    );
  });

  test("the settings say it, in .env too", async () => {
    const script = 'MARK WHATSAPP READ "wamid.1"';
    const error =
      "bot.bas:1:1 error GB2490: Twilio shows a message as read only together with that an answer is being written";
    expect(await checked(script, {}, { WHATSAPP_SEND_THROUGH: "Twilio" })).toBe(error);
    expect(await checked(script, { ".env": "WHATSAPP_SEND_THROUGH=twilio\n" })).toBe(error);
    expect(await checked(script)).toBe("1 file, 0 errors, 0 warnings");
    const typing = await checked(`${script} WITH TYPING`, {}, { WHATSAPP_SEND_THROUGH: "twilio" });
    expect(typing).toBe("1 file, 0 errors, 0 warnings");
  });

  test.each([
    ["of Meta by its id", `${LIST} USING "1158433381968079"`],
    ["that the script finds out", `FROM$ = GET ENV "NUMBER"\n${LIST} USING FROM$`],
  ])("a number %s may be one of Meta", async (_, script) => {
    const found = await checked(script, {}, { WHATSAPP_SEND_THROUGH: "twilio" });
    expect(found).not.toContain("GB2460");
  });

  test("answers to what Meta delivers leave through Meta", async () => {
    const script = `ON WHATSAPP MESSAGE RECEIVED DO\n${LIST}\nEND ON`;
    const found = await checked(script, {}, { WHATSAPP_SEND_THROUGH: "twilio" });
    expect(found).toBe("1 file, 0 errors, 0 warnings");
  });
});

describe("messages that are worth sending for a time", () => {
  const BOT = `ON SMS DO
  SEND SMS TO SMS.from WITH "code" VALID FOR VAL(SMS.body) MINUTES
  MARK WHATSAPP READ SMS.id WITH TYPING
END ON`;

  test("carry it in seconds, and a message of WhatsApp is shown as read", async () => {
    const said = await tested(
      BOT,
      `TEST "ten minutes"
  RECEIVE SMS "10" FROM "whatsapp:+5511999999999"
  EXPECT SENT MESSAGES[0].validFor = 600
  EXPECT WHATSAPP READ WITH TYPING
END TEST

TEST "eleven hours"
  RECEIVE SMS "660" FROM "whatsapp:+5511999999999"
  EXPECT ERROR "VALID FOR does not take 660 MINUTES"
END TEST
`,
    );
    expect(said).toContain("2 passed");
  });

  const WHATSAPP = `ON SMS DO
  SEND WHATSAPP TO "+5511999999999" WITH "code" VALID FOR VAL(SMS.body) MINUTES
END ON
ON WEBHOOK POST TO "/all" OPEN DO
  TO$ = "5511999999999"
  SEND WHATSAPP TO TO$ WITH IMAGE FROM "https://example.com/a.png" CAPTION "a" VALID FOR 1 HOUR USING "+15550001111"
  SEND WHATSAPP TO TO$ WITH LOCATION AT "1,2" VALID FOR 30 SECONDS, USING "+15550001111"
  SEND WHATSAPP TO TO$ WITH TEMPLATE "${SID}" VALUES ["Ana"] VALID FOR 2 HOURS
END ON`;

  test("so do those of WhatsApp that leave through Twilio", async () => {
    const tests = `TEST "a text"
  RECEIVE SMS "10" FROM "whatsapp:+5511999999999"
  EXPECT SENT MESSAGES[0].validFor = 600
END TEST

TEST "all others that Twilio takes"
  RECEIVE POST "/all"
  EXPECT SENT MESSAGES[0].validFor = 3600
  EXPECT SENT MESSAGES[1].validFor = 30
  EXPECT SENT MESSAGES[2].validFor = 7200
END TEST

TEST "a wrong one"
  RECEIVE SMS "0" FROM "whatsapp:+5511999999999"
  EXPECT ERROR "VALID FOR does not take 0 MINUTES"
END TEST
`;
    const settings = { WHATSAPP_SEND_THROUGH: "twilio" };
    expect(await tested(WHATSAPP, tests, settings)).toContain("3 passed");
  });

  test("Meta takes none, which a check tells where it is certain", async () => {
    const lines = [
      'SEND WHATSAPP TO "5511999999999" WITH "x" VALID FOR 10 MINUTES USING "106540352242922"',
      'SEND WHATSAPP TO "5511999999999" WITH TEMPLATE "shipped" VALID FOR 1 HOUR USING "1065403"',
      'SEND WHATSAPP TO "5511999999999" WITH "x" VALID FOR 11 HOURS',
      'SEND WHATSAPP TO "5511999999999" WITH "x" VALID FOR 10 MINUTES',
      'SEND WHATSAPP TO "5511999999999" WITH "x" VALID FOR 10 MINUTES USING "+15550001111"',
    ];
    const folder = await folderWith({ "bot.bas": lines.join("\n") });
    const { stdout } = await gbasic(["check", "bot.bas"], folder);
    expect([...stdout.matchAll(/bot\.bas:(\d):\d+ \w+ (GB\d+)/g)].map(([, ...one]) => one)).toEqual(
      [
        ["1", "GB4807"],
        ["2", "GB4807"],
        ["3", "GB4687"],
      ],
    );
    const bot = `ON WEBHOOK POST TO "/a" OPEN DO\n${lines[3] ?? ""}\nEND ON`;
    const found = await tested(bot, 'TEST "a"\nRECEIVE POST "/a"\nEXPECT ERROR "GB4807"\nEND TEST');
    expect(found).toContain("1 passed");
  });

  const RIGHT = 'SEND SMS TO "+5511999999999" WITH "x" VALID FOR 0.5 HOURS';

  test("every other time is refused before the script runs", async () => {
    const times = [
      ...["0 SECONDS", "-1 MINUTES", "40000 SECONDS", '"soon" MINUTES', "11 HOURS", "601 MINUTES"],
      ...["0.01 MINUTES", "1.5 SECONDS"],
    ];
    const lines = times.map((time) => `SEND SMS TO "+5511999999999" WITH "x" VALID FOR ${time}`);
    const folder = await folderWith({ "bot.bas": `${lines.join("\n")}\n${RIGHT}` });
    const { stdout } = await gbasic(["check", "bot.bas"], folder);
    expect(stdout).not.toContain("bot.bas:9:");
    expect(stdout.match(/bot\.bas:\d:/g)).toEqual(
      times.map((_, at) => `bot.bas:${String(at + 1)}:`),
    );
  });
});
