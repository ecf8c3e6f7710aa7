import { beforeAll, expect, test } from "vitest";
import { runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SHARED = `SUB Hold
  PRINT "<Response><Hold/></Response>"
END SUB
`;

const SCRIPT = `INCLUDE "shared.bas"

ON CALL DO
  PRINT "<Response><Say>A & B</Say>"
END ON

ON SMS DO
  IF SMS.body = "two" THEN PRINT "<Response><Foo/>loose</Response>" : EXIT
  IF SMS.body = "shared" THEN Hold : EXIT
  IF SMS.body = "call" THEN PRINT "<Response><Say>x</Say></Response>" : EXIT
  IF SMS.body = "right" THEN PRINT "<Response><Message>x</Message></Response>" : EXIT
  PRINT "plain & simple"
END ON

ON WEBHOOK POST TO "/xml" OPEN DO
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "hello"
END ON
`;

const FOUND = [
  ["RECEIVE CALL", [["GB4690", "bot.bas", 4]]],
  [
    'RECEIVE SMS "two"',
    [
      ["GB4692", "bot.bas", 8],
      ["GB4694", "bot.bas", 8],
    ],
  ],
  ['RECEIVE SMS "shared"', [["GB4692", "shared.bas", 2]]],
  ['RECEIVE SMS "call"', [["GB4693", "bot.bas", 10]]],
  ['RECEIVE SMS "a" AT "/xml"', [["GB4690", "bot.bas", 17]]],
  ['RECEIVE SMS "right"', []],
  ['RECEIVE SMS "a"', []],
  ['RECEIVE POST "/xml" WITH BODY "a"', []],
] as const;

test("what Twilio does not take in an answer fails a test, unless the test expects it", async () => {
  const unexpected = FOUND.map(([step], at) => testOf(String(at), step));
  const expecting = FOUND.map(([step, found], at) =>
    testOf(`${String(at)} expected`, step, ...found.map(([code]) => `EXPECT ERROR "${code}"`)),
  );
  const tests = [...unexpected, ...expecting].join("");
  const report = await runTests(SCRIPT, tests, { "shared.bas": SHARED });
  expect(report.findings).toEqual([]);
  const failures = new Map(report.tests.map((one) => [one.name, one.failures]));
  for (const [at, [step, found]] of FOUND.entries()) {
    const told = failures.get(String(at))?.map(({ message, file, line }) => {
      return [/GB469\d/.exec(message)?.[0], file, line];
    });
    expect([step, told]).toEqual([step, found]);
    expect([step, failures.get(`${String(at)} expected`)]).toEqual([step, []]);
  }
  const [shown] = failures.get("0") ?? [];
  expect(shown?.found).toMatch(
    /^bot\.bas:4:3 error GB4690: .*\n.*PRINT "<Response>(.*\n)*.*hint: write SAY/,
  );
  expect(failures.get("2")?.[0]?.found).toMatch(/^shared\.bas:2 error GB4692(.*\n)*.*hint: /);
});

test("an answer that is right has no error to expect", async () => {
  const tests = testOf("right", 'RECEIVE SMS "right"', 'EXPECT ERROR "GB4692"');
  const report = await runTests(SCRIPT, tests, { "shared.bas": SHARED });
  expect(report.tests[0]?.failures.map(({ code }) => code)).toEqual(["GB3501"]);
});

function testOf(name: string, ...lines: readonly string[]): string {
  return [`TEST "${name}"`, ...lines, "EXPECT STATUS 200", "END TEST", ""].join("\n");
}
