import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { MADE_CALLS, SENT_MESSAGES } from "../../src/testing/sent-object.ts";
import { runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON SMS DO
  SEND SMS TO SMS.from WITH "hello"
  SEND MAIL TO "a@example.com" WITH SUBJECT "News" AND BODY "hello"
END ON
`;

const TESTS = `TEST "names"
  RECEIVE SMS "hi"
  EXPECT SENT MESSAGES[0].tpye = NULL
  EXPECT SENT MESSAGES[0].channel = "sms"
  EXPECT SENT MESSAGES[1].to[0] = "a@example.com"
  EXPECT SENT MESSAGES[0].template.nam = NULL
  FOR EACH MESSAGE IN SENT MESSAGES
    EXPECT MESSAGE.body = NULL
    EXPECT MESSAGE.header.text = NULL
  NEXT
  LET CALLS = MADE CALLS
  EXPECT CALLS[0].uri = NULL
  EXPECT LEN(CALLS) = 0
END TEST
`;

test("a name that no message and no call has is told of", async () => {
  const { passed, warnings } = await runTests(SCRIPT, TESTS);
  expect(passed).toBe(1);
  expect(warnings.map(({ code, line }) => [code, line])).toEqual([
    ["GB4701", 3],
    ["GB4701", 6],
    ["GB4701", 8],
    ["GB4701", 12],
  ]);
  expect(warnings[0]?.message).toContain("SENT MESSAGES[0] has no tpye");
  expect(warnings.map(({ hint }) => hint)).toEqual([
    expect.stringContaining("type"),
    expect.stringContaining("name"),
    expect.stringContaining("text"),
    expect.stringContaining("url"),
  ]);
});

test("the checker knows every member that the manual lists", () => {
  const page = readFileSync("docs/testing.md", "utf8");
  const [, table = ""] = page.split("## What was sent");
  const rows = (table.split("##", 1)[0] ?? "").split("\n").filter((line) => line.startsWith("| `"));
  const listed = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  const known = SENT_MESSAGES.members.map(({ name }) => name);
  expect(listed.length).toBeGreaterThan(30);
  expect(listed.filter((name) => name === undefined || !known.includes(name))).toEqual([]);
  expect(MADE_CALLS.members.map(({ name }) => name)).toEqual(["method", "url", "headers", "body"]);
});
