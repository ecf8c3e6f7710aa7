import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";
import { runTests } from "./run-tests.ts";

const CALL = (lines: string) => `ON CALL DO\n${lines}\nEND ON\n`;
const TESTS = 'TEST "a"\n  RECEIVE CALL\n  EXPECT STATUS 200\nEND TEST\n';

const REFUSED = [
  ["GB2664", 3, CALL("  PAUSE 1 SECOND\n  REJECT")],
  ["GB2666", 5, CALL('  SAY "a"') + 'ON SMS DO\n  SAY "b"\nEND ON\n'],
  ["GB4687", 2, CALL("  PAUSE 0 SECONDS")],
  ["GB2620", 2, CALL('  A = GET "example.com"\n  SAY A')],
] as const;

test.each(REFUSED)("no test runs of what serve refuses: %s", async (code, line, script) => {
  const { findings, tests } = await runTests(script, TESTS);
  expect(tests).toEqual([]);
  expect(findings.map(({ code: found, file, line: at }) => [found, file, at])).toEqual([
    [code, "bot.bas", line],
  ]);
  await expect(testBed({ text: script })).rejects.toThrow(code);
});

test("what is only warned of runs", async () => {
  const { findings, tests } = await runTests(CALL('  HANGUP\n  SAY "nobody hears"'), TESTS);
  expect(findings).toEqual([]);
  expect(tests.map(({ state }) => state)).toEqual(["passed"]);
});
