import { beforeAll, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WEBHOOK POST TO "/voice" SIGNED BY TWILIO DO
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response><Gather action=""/keys?step=1"" input=""dtmf speech""><Say>Press &amp; hold</Say></Gather></Response>"
END ON
ON WEBHOOK POST TO "/keys" SIGNED BY TWILIO DO
  LET WORD$ = (GET FORM VALUE "Digits") + (GET FORM VALUE "SpeechResult") + (GET QUERY VALUE "step")
  PRINT "<Response><Say>You chose " + WORD$ + "</Say></Response>"
END ON
ON WEBHOOK POST TO "/sms" SIGNED BY TWILIO DO
  SEND SMS TO GET FORM VALUE "From" WITH "You wrote: " + GET FORM VALUE "Body"
  PRINT "<Response/>"
END ON
`;

test("a call is answered, keys and words go where the TwiML says, an SMS comes", async () => {
  const folder = await folderWith({
    "phone.bas": SCRIPT,
    "phone.test.bas": `TEST "keys"
  RECEIVE CALL FROM "+15550001111"
  EXPECT STATUS 200
  EXPECT HEADER "content-type" = "text/xml"
  EXPECT SPOKEN "Press & hold"
  PRESS "12"
  EXPECT SPOKEN "You chose 121"
  EXPECT HEARD TEXT = "You chose 121"
END TEST

TEST "words"
  RECEIVE CALL
  SPEAK "three"
  EXPECT SPOKEN "You chose three1"
END TEST

TEST "an SMS"
  RECEIVE SMS "hello" FROM "+15550001111"
  EXPECT SMS TO "+15550001111" SAYING "You wrote: hello"
END TEST

TEST "not signed by Twilio"
  RECEIVE SMS "hello" FORGED
  EXPECT STATUS 403
  EXPECT NOTHING SENT
END TEST

TEST "nobody asks"
  RECEIVE SMS "hello"
  PRESS "1"
END TEST
`,
  });
  const { stdout } = await gbasic(["test"], folder);
  for (const name of ["keys", "words", "an SMS", "not signed by Twilio"]) {
    expect(stdout).toContain(`✓ ${name}`);
  }
  expect(stdout).toContain("4 passed, 1 failed");
  expect(stdout).toContain("GB3502");
});

test("a path that could be several has to be named", async () => {
  const folder = await folderWith({
    "phone.bas": SCRIPT.replace("/voice", "/a").replace("/sms", "/b"),
    "phone.test.bas": `TEST "which"\n  RECEIVE CALL\nEND TEST\n`,
  });
  const { stdout } = await gbasic(["test"], folder);
  expect(stdout).toContain("GB3511");
  expect(stdout).toContain('AT "/a"');
});

test.each(["http://[bad", "https://elsewhere.example.com/keys"])(
  "keys that go to %s fail the test",
  async (action) => {
    const folder = await folderWith({
      "phone.bas": SCRIPT.replace("/keys?step=1", action),
      "phone.test.bas": `TEST "away"\n  RECEIVE CALL\n  PRESS "1"\nEND TEST\n`,
    });
    const { code, stdout } = await gbasic(["test"], folder);
    expect(stdout).toContain("GB3513");
    expect(code).toBe(1);
  },
);

const GREETING = (head: string, text: string) => `${head} DO\n  SAY "${text}"\nEND ON\n`;
const REPLY = (head: string, text: string) => `${head} DO\n  PRINT "${text}"\nEND ON\n`;

test("an event without a path goes to the handler that names none", async () => {
  const folder = await folderWith({
    "phone.bas": [
      GREETING('ON CALL TO "/b"', "b"),
      GREETING("ON CALL", "plain"),
      REPLY('ON SMS TO "/c"', "c"),
      REPLY("ON SMS", "plain"),
    ].join(""),
    "phone.test.bas": `TEST "call"
  RECEIVE CALL
  EXPECT SPOKEN "plain"
END TEST
TEST "sms"
  RECEIVE SMS "hello"
  EXPECT BODY CONTAINS "plain"
END TEST
`,
  });
  const { stdout } = await gbasic(["test"], folder);
  expect(stdout).toContain("2 passed");
});

test("several handlers that all name their path are told of", async () => {
  const folder = await folderWith({
    "phone.bas": GREETING('ON CALL TO "/a"', "a") + GREETING('ON CALL TO "/b"', "b"),
    "phone.test.bas": 'TEST "which"\n  RECEIVE CALL\nEND TEST\n',
  });
  const { stdout } = await gbasic(["test"], folder);
  expect(stdout).toContain("RECEIVE CALL: the script has several paths that could be meant");
  expect(stdout).toMatch(/ON CALL TO "\/a".*ON CALL TO "\/b".*AT "\/a"/);
});
