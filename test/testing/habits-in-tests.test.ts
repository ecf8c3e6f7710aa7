import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";
import { runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

describe("what people write first in a test says how it is written", () => {
  test.each([
    ['EXPECT CALLED "HELLO"', "GB2201", "EXPECT CALLED SUB NAME"],
    ["EXPECT CALLED HELLO", "GB2201", "EXPECT CALLED SUB NAME"],
    ['EXPECT NOT CALLED "https://example.com"', "GB2201", "EXPECT CALLED GET"],
    ['EXPECT SENT "hello"', "GB2201", "EXPECT SENT WHATSAPP"],
    ["EXPECT SENT COUNT = 1", "GB2201", "LEN(SENT MESSAGES)"],
    ['EXPECT MESSAGE CONTAINING "hello"', "GB2201", "EXPECT SENT WHATSAPP"],
    ["EXPECT NO MESSAGES SENT", "GB2201", "EXPECT NOTHING SENT"],
    ['EXPECT REPLY "hello"', "GB2201", "EXPECT SENT WHATSAPP CONTAINING"],
    ['EXPECT RESPONSE "hello"', "GB2201", "EXPECT BODY"],
    ['EXPECT LOGGED "hello"', "GB2201", "EXPECT LOG"],
    ['EXPECT SENT WHATSAPP "hello"', "GB2240", "it is written EXPECT SENT WHATSAPP TO …"],
    ['EXPECT WHATSAPP "hello"', "GB2240", "it is written EXPECT SENT WHATSAPP TO …"],
    ['EXPECT SENT WHATSAPP CONTAINS "hello"', "GB2240", "it is written EXPECT SENT WHATSAPP TO …"],
    ['EXPECT MAIL "hello"', "GB2240", "it is written EXPECT MAIL TO …"],
    ['RECEIVE WHATSAPP IMAGE "a.jpg"', "GB2240", "it is written RECEIVE WHATSAPP IMAGE FROM …"],
    ['EXPECT "hello" = GET WHATSAPP TEXT', "GB2201", "write GET WHATSAPP MESSAGE BODY"],
    ["EXPECT 1 = GET WHATSAPP BUTTON TITLE", "GB2201", "write WHATSAPP.button.title"],
    ["RECEIVE WHATSAPP ORDER [1]", "GB2240", "it is written RECEIVE WHATSAPP ORDER FROM …"],
  ])("%s", async (line, code, hint) => {
    const test = `TEST "a"\n${line}\nEXPECT NO ERROR\nEND TEST\n`;
    const folder = await folderWith({ "bot.bas": "LOG 1\n", "bot.test.bas": test });
    const { stdout } = await gbasic(["check", "bot.test.bas"], folder);
    expect(stdout.match(/GB\d{4}/g)).toEqual([code]);
    expect(stdout).toContain(hint);
  });
});

test("a message of nothing that was left out is shown where one is missed", async () => {
  const script = `ON WEBHOOK POST TO "/a" DO
  SEND WHATSAPP TO "+5511999999999" WITH GET FORM VALUE "text"
  SEND MAIL TO GET FORM VALUE "to" WITH SUBJECT "News"
END ON
`;
  const lines = ["EXPECT SENT WHATSAPP", "EXPECT MAIL", "EXPECT SMS"];
  const tests = lines.map((line) => `TEST "${line}"\nRECEIVE POST "/a"\n${line}\nEND TEST\n`);
  const other = `TEST "b"\nRECEIVE POST "/a" WITH FORM { "text": "x" }\nEXPECT NO WHATSAPP\nEND TEST\n`;
  const { tests: results } = await runTests(script, tests.join("") + other);
  const found = results.map(({ failures }) => failures[0]?.found ?? "");
  for (const text of found.slice(0, lines.length)) {
    expect(text).toContain("bot.bas:2 a message for whatsapp was not sent: it has no text");
    expect(text).toContain("bot.bas:3 a message for mail was not sent: it has no recipient");
  }
  expect(found).toHaveLength(4);
  expect(found.at(-1)).not.toContain("left out");
});

test("what waits to be tried again is shown where it is missed, and how long a list is", async () => {
  const script = `ON WHATSAPP IMAGE DO
  LET PATH = DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH IMAGE FROM PATH
END ON
`;
  const refused = "FAIL NEXT WHATSAPP WITH 131056\nRECEIVE WHATSAPP IMAGE\n";
  const damaged = "FAIL NEXT MEDIA DAMAGED\nRECEIVE WHATSAPP IMAGE\n";
  const bodies = [
    `${refused}EXPECT SENT WHATSAPP`,
    `${damaged}EXPECT ERROR`,
    `${refused}ADVANCE 1 HOUR\nEXPECT SENT WHATSAPP TYPE "video"`,
    `RECEIVE WHATSAPP IMAGE\nEXPECT SENT MESSAGES = 2`,
  ];
  const tests = bodies.map((body, at) => `TEST "${String(at)}"\n${body}\nEND TEST\n`).join("");
  const { tests: results } = await runTests(script, tests);
  const found = results.map(({ failures }) => failures[0]?.found ?? "");
  expect(found[0]).toMatch(/once the test says ADVANCE:\n.*131056/);
  expect(found[1]).toMatch(/once the test says ADVANCE:\n.*GB4675/);
  expect(found[2]).not.toContain("ADVANCE");
  expect(found[3]).toContain("LEN(…), which is 1");
});

test("a delivery that came before is shown where something is missed, and nowhere else", async () => {
  const script = `ON WHATSAPP TEXT DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "x"
END ON
`;
  const tests = `TEST "a"
RECEIVE WHATSAPP TEXT "one" ID "wamid.1"
RECEIVE WHATSAPP TEXT "two" ID "wamid.1"
EXPECT LEN(SENT MESSAGES) = 2
END TEST
TEST "b"
RECEIVE WHATSAPP TEXT "one"
EXPECT LEN(SENT MESSAGES) = 2
END TEST
`;
  const { tests: results } = await runTests(script, tests);
  const found = results.map(({ failures }) => failures[0]?.found ?? "");
  expect(found[0]).toMatch(/came before, by its id, and ran nothing:\n.*bot\.test\.bas:3/);
  expect(found[1]).not.toContain("came before");
});
