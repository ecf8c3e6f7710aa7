import { beforeAll, expect, test } from "vitest";
import { runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

test("a status of a group is about one person of it, and each runs once", async () => {
  const script = `ON WHATSAPP STATUS "read" DO
  LET WHO = WHATSAPP.recipient
  LOG WHO.type + " " + WHO.address + ": " + WHO.participant
END ON
`;
  const read = (from: string) =>
    `RECEIVE WHATSAPP STATUS "read" FOR "wamid.1" GROUP ID "g1" FROM "${from}"\n`;
  const tests = `TEST "a"
${read("+5511988887777")}EXPECT LOG "group g1: 5511988887777"
RECEIVE AGAIN
${read("+5511988886666")}EXPECT LOG "group g1: 5511988886666"
END TEST
TEST "b"
RECEIVE WHATSAPP STATUS "read" FOR "wamid.1"
EXPECT LOG ": "
EXPECT NO LOG "group"
END TEST
`;
  const report = await runTests(script, tests);
  expect(report.tests.map(({ failures }) => failures)).toEqual([[], []]);
});
