import { beforeAll, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

// The first test would wait for all that it loads.
beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const ORDERS = `ON WEBHOOK POST TO "/orders" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  IF ORDER.id = 0 THEN LET X = 1 / ORDER.id
  LOG "order " + ORDER.id
  SPAWN CONFIRM ORDER.id, ORDER.from
  PRINT "taken " + ORDER.id
END ON

SUB CONFIRM ID, TO_NUMBER
  SEND SMS TO TO_NUMBER WITH "Your order " + ID + " is on its way."
  SEND MAIL TO "shop@example.com" WITH SUBJECT "Order " + ID AND BODY "To pack."
END SUB
`;

/** Runs one test of the orders and returns the exit code and the report. */
async function runTest(body: string, ...options: readonly string[]) {
  const folder = await folderWith({
    "orders.bas": ORDERS,
    "orders.test.bas": `TEST "it works"\n${body}\nEND TEST\n`,
  });
  return gbasic(["test", ".", ...options], folder);
}

const TAKEN = 'RECEIVE POST "/orders" WITH JSON { "id": 7, "from": "+15550001111" }';
const HOLDING = [
  "EXPECT STATUS 200",
  'EXPECT BODY "taken 7"',
  'EXPECT BODY CONTAINS "taken"',
  'EXPECT BODY MATCHES "taken [0-9]+"',
  'EXPECT LOG "order 7"',
  'EXPECT SPAWNED "confirm"',
  'EXPECT SPAWNED "CONFIRM" WITH 7, "+15550001111"',
  'EXPECT SMS TO "+1 555 000 1111"',
  'EXPECT SMS CONTAINING "order 7"',
  'EXPECT SMS TO "+15550001111" SAYING "Your order 7 is on its way."',
  'EXPECT SENT SMS TO "+15550001111"',
  'EXPECT MAIL TO "SHOP@example.com"',
  'EXPECT MAIL TO "shop@example.com" WITH SUBJECT "Order 7" CONTAINING "pack"',
  "EXPECT RESPONSE STATUS < 300",
  "EXPECT LEN(SENT MESSAGES) = 2",
  'EXPECT SENT MESSAGES[0].channel IN ["sms", "mail"]',
  "EXPECT NOT ISNULL(RESPONSE BODY)",
];

test.each(HOLDING)("holds: %s", async (expectation) => {
  const { code, stdout } = await runTest(`${TAKEN}\n${expectation}`);
  expect(stdout).toContain("✓ it works");
  expect(code).toBe(0);
});

const FAILING: readonly (readonly [expectation: string, ...shown: string[]])[] = [
  ["EXPECT STATUS 404", "the status is not 404", "POST /orders was answered with 200: taken 7"],
  ['EXPECT BODY "taken 8"', 'expected "taken 8"', 'found    "taken 7"'],
  [
    'EXPECT BODY CONTAINS "lost"',
    'does not contain "lost"',
    "POST /orders was answered with 200: taken 7",
  ],
  ['EXPECT BODY MATCHES "^[0-9]+$"', "does not match", "taken 7"],
  ['EXPECT HEADER "X-Order"', "this is not true", "it is null"],
  ['EXPECT LOG "order 8"', 'nothing with "order 8" was logged', "order 7"],
  ['EXPECT SPAWNED "PACK"', "PACK was not spawned", 'CONFIRM 7, "+15550001111"'],
  ['EXPECT SPAWNED "CONFIRM" WITH 8', "CONFIRM was not spawned with 8"],
  ['EXPECT SMS TO "+15550002222"', "no SMS to +15550002222 was sent", "sms to +15550001111"],
  ['EXPECT SENT WHATSAPP TO "+15550001111"', "no WhatsApp message to +15550001111 was sent"],
  ['EXPECT MAIL TO "ana@example.com"', "no mail to ana@example.com was sent", '"Order 7"'],
  ["EXPECT NOTHING SENT", "something was sent", "sms to +15550001111"],
  ['EXPECT SPOKEN "Welcome"', "the answer is no TwiML"],
  ["EXPECT LEN(SENT MESSAGES) = 3", "this is not true", "left:  2", "right: 3"],
  ["EXPECT ISNULL(RESPONSE BODY)", "this is not true", "it is false"],
  ['EXPECT ERROR "GB3002"', 'no error with "GB3002"', "errors: nothing"],
  ["EXPECT SPEED 3", "GB2212"],
  ["EXPECT STATSU 200", "GB2240", "did you mean STATUS?"],
  ['EXPECT BDY "taken 7"', "GB2240", "did you mean BODY?"],
  ['MOCK GET "https://a.example" WITH { "a": 1 }', "GB2240", "expected STATUS, JSON, BODY"],
  ["EXPECT SENT WHATSAP", "GB2240", "did you mean WHATSAPP?"],
  ['SEND SMS TO "+15550001111" WITH "hello"', "a test does not send an SMS by itself"],
  ["FAIL NEXT FAX", "expected WHATSAPP, SMS, CALL, MAIL, MODEL, HTTP or MEDIA, found FAX"],
  ["FAIL NEXT MAL", "GB2240", "did you mean MAIL?"],
  ["FAIL NEXT MAIL", "nothing was sent there afterwards"],
  ['SET CLOCK "tomorrow"', '"tomorrow" is no date and time'],
  ["ADVANCE 3 WEEKS", "or DAYS, found WEEKS"],
  ["ADVANCE -1 HOURS", "time cannot go on by -1 HOURS"],
  ['PRESS "1"', "GB3502"],
];

test.each(FAILING)("fails: %s", async (expectation, ...shown) => {
  const { code, stdout } = await runTest(`${TAKEN}\n${expectation}`);
  for (const part of shown) expect(stdout).toContain(part);
  expect(stdout).toContain("1 failed");
  expect(code).toBe(1);
});

test("an error of the script fails a test that does not expect it", async () => {
  const crash = 'RECEIVE POST "/orders" WITH JSON { "id": 0 }';
  const unexpected = await runTest(crash);
  expect(unexpected.stdout).toContain("GB3002");
  expect(unexpected.stdout).toContain("GB3507");
  expect(unexpected.code).toBe(1);
  const expected = await runTest(`${crash}\nEXPECT STATUS 500\nEXPECT ERROR "GB3002"`);
  expect(expected.code).toBe(0);
});

test("a request without a signature, or with a wrong one, is refused as in production", async () => {
  const unsigned = await runTest(`${TAKEN}, UNSIGNED\nEXPECT STATUS 401\nEXPECT NOTHING SENT`);
  expect(unsigned.stdout).toContain("✓");
  const forged = await runTest(`${TAKEN}, FORGED\nEXPECT STATUS 403\nEXPECT NOTHING SENT`);
  expect(forged.stdout).toContain("✓");
});

test("time stands still, and what is to be tried again comes when it is moved", async () => {
  const { stdout } = await runTest(`SET CLOCK "2026-03-01 09:00"
FAIL NEXT SMS
${TAKEN}
EXPECT LEN(SENT MESSAGES) = 1
EXPECT HOUR(NOW()) = 9
ADVANCE 1 HOUR
EXPECT HOUR(NOW()) = 10
EXPECT SMS TO "+15550001111"
FAIL NEXT SMS UNANSWERED
${TAKEN}
ADVANCE 2 DAYS
EXPECT LEN(SENT MESSAGES) = 3
EXPECT ERROR "no answer came"`);
  expect(stdout).toContain("✓ it works");
});

const SUITE = {
  "orders.bas": ORDERS,
  "orders.test.bas": `BEFORE EACH
  LET PATH$ = "/orders"
END BEFORE

TEST EACH ID IN [1, 2] NAMED "an order is taken"
  RECEIVE POST PATH$ WITH JSON { "id": ID, "from": "+15550001111" }
  EXPECT BODY "taken " + ID
END TEST

SKIP TEST "later"
  EXPECT FALSE
END TEST

TEST "fails <here> & now"
  PRINT "some output"
  EXPECT 1 = 2
END TEST
`,
};

test("a test runs for each row, with what comes before each test; some are skipped", async () => {
  const { code, stdout } = await gbasic(["test"], await folderWith(SUITE));
  expect(stdout).toContain("✓ an order is taken [1: 1]");
  expect(stdout).toContain("✓ an order is taken [2: 2]");
  expect(stdout).toContain("- later");
  expect(stdout).toContain("some output");
  expect(stdout).toContain("2 passed, 1 failed, 1 skipped");
  expect(code).toBe(1);
});

test("a filter takes tests by their names; one that takes none is an error", async () => {
  const folder = await folderWith(SUITE);
  const some = await gbasic(["test", "--filter", "ORDER IS"], folder);
  expect(some.stdout).toContain("2 passed (");
  expect(some.code).toBe(0);
  const none = await gbasic(["test", "--filter", "ordr"], folder);
  expect(none).toMatchObject({ code: 1, stdout: "" });
  expect(none.stderr).toContain("GB5402");
  const report = async (form: string) => {
    const outcome = await gbasic(["test", "--filter", "ordr", "--reporter", form], folder);
    expect(outcome).toMatchObject({ code: 1, stderr: none.stderr });
    return outcome.stdout;
  };
  expect(JSON.parse(await report("json"))).toMatchObject({ passed: 0, tests: [] });
  expect(await report("junit")).toContain('<testsuites name="gbasic test" tests="0" failures="0"');
  expect(await report("tap")).toBe("TAP version 14\n1..0\n");
});

test("ONLY leaves the others of its file out", async () => {
  const tests = SUITE["orders.test.bas"]
    .replace("SKIP TEST", "ONLY TEST")
    .replace("FALSE", "2 = 2");
  const { stdout } = await gbasic(
    ["test"],
    await folderWith({ ...SUITE, "orders.test.bas": tests }),
  );
  expect(stdout).toContain("1 passed, 2 skipped");
});

test("--bail ends with the first test that fails", async () => {
  const tests = `TEST "one"\nEXPECT 1 = 2\nEND TEST\nTEST "two"\nEXPECT 1 = 1\nEND TEST\n`;
  const folder = await folderWith({ ...SUITE, "orders.test.bas": tests });
  const { stdout } = await gbasic(["test", "--bail"], folder);
  expect(stdout).toContain("✗ one");
  expect(stdout).not.toContain("two");
  expect(stdout).toContain("0 passed, 1 failed, 1 test left out");
});

test("reports for programs say the same", async () => {
  const folder = await folderWith(SUITE);
  const report = async (form: string) =>
    (await gbasic(["test", "--reporter", form], folder)).stdout;
  const json: unknown = JSON.parse(await report("json"));
  expect(json).toMatchObject({ passed: 2, failed: 1, skipped: 1, findings: [], warnings: [] });
  const passed = { state: "passed", failures: [] };
  const failed = {
    ...{ code: "GB3501", file: "orders.test.bas", line: 16 },
    ...{ expected: "= 2", actual: "1", found: "left:  1\nright: 2" },
  };
  expect(json).toMatchObject({
    tests: [passed, passed, { state: "skipped" }, { state: "failed", failures: [failed] }],
  });
  const junit = await report("junit");
  expect(junit).toContain('<testsuites name="gbasic test" tests="4" failures="1" skipped="1"');
  expect(junit).toContain('name="fails &lt;here&gt; &amp; now"');
  expect(junit).toContain('<failure type="GB3501" message="GB3501: this is not true">');
  const tap = await report("tap");
  expect(tap).toContain("TAP version 14\n1..4\nok 1 - orders.test.bas an order is taken [1: 1]\n");
  expect(tap).toContain("not ok 4 - orders.test.bas fails <here> & now");
  expect(tap).toContain("# SKIP");
  expect(tap).toContain('  expected: "= 2"\n  actual: "1"\n');
  const github = await report("github");
  const mark = "::error file=orders.test.bas,line=16,title=fails <here> & now::GB3501";
  expect(github).toContain(`${mark}: this is not true%0Aleft:  1%0Aright: 2`);
});

test("a file that cannot be run is one that failed, whatever the number of its errors", async () => {
  const tests = `TEST "a"\nEXPECT X = 1\nEXPECT Y = 1\nEND TEST\n`;
  const folder = await folderWith({ ...SUITE, "orders.test.bas": tests });
  const junit = (await gbasic(["test", "--reporter", "junit"], folder)).stdout;
  expect(junit).toContain('<testsuites name="gbasic test" tests="1" failures="1"');
  expect(junit.match(/<testcase /g)).toHaveLength(1);
  expect(junit.match(/<failure /g)).toHaveLength(1);
  expect(junit).toContain("X is never set");
  const tap = (await gbasic(["test", "--reporter", "tap"], folder)).stdout;
  expect(tap).toContain("1..1\nnot ok 1 - orders.test.bas\n");
});

test("a script or a test with an error is shown with its line", async () => {
  const broken = await folderWith({ ...SUITE, "orders.bas": "PRINT 1 +\n" });
  const script = await gbasic(["test"], broken);
  expect(script.stdout).toMatch(/orders\.bas:1:\d+ error GB1\d{3}/);
  expect(script.code).toBe(1);
  const twice = `TEST "a"\nEND TEST\nTEST "a"\nEND TEST\n`;
  const repeated = await gbasic(["test"], await folderWith({ ...SUITE, "orders.test.bas": twice }));
  expect(repeated.stdout).toContain("orders.test.bas:3:1 error GB2601");
  const alone = await gbasic(["test"], await folderWith({ "x.test.bas": `TEST "a"\nEND TEST\n` }));
  expect(alone.stdout).toContain("GB2603");
  const used = `USE "ordrs.bas"\nTEST "a"\nEND TEST\n`;
  const lost = await gbasic(["test"], await folderWith({ ...SUITE, "orders.test.bas": used }));
  expect(lost.stdout).toContain("GB2602");
});

test("without tests there is nothing to run", async () => {
  const { code, stderr } = await gbasic(["test"], await folderWith({ "orders.bas": ORDERS }));
  expect(code).toBe(1);
  expect(stderr).toContain("GB5401");
});

test("check and fmt know the language of tests", async () => {
  const folder = await folderWith({
    ...SUITE,
    "orders.test.bas": 'test "a"\nexpect 1=1\nrecieve again\nend test\n',
  });
  const checked = await gbasic(["check", "."], folder);
  expect(checked.stdout).toContain("orders.test.bas:3:1 error GB2202");
  expect(checked.stdout).toContain("RECEIVE AGAIN");
  const mended = await folderWith({ "orders.test.bas": 'test "a"\nexpect 1=1\nend test\n' });
  const formatted = await gbasic(["fmt", "--check", "."], mended);
  expect(formatted.stdout).toContain("1 would change");
});

const PITFALLS: readonly (readonly [lines: string, shown: string])[] = [
  [`ON ERROR RESUME NEXT\n${TAKEN}\nEXPECT STATUS 500`, "the status is not 500"],
  ["TRY\n  EXPECT 1 = 2\nCATCH\nEND TRY", "this is not true"],
  ["ADVANCE 1E308 DAYS", "GB3505"],
  ["HOLD EVENTS", "GB3516"],
  ["RELEASE EVENTS", "GB3514"],
  ['HOLD EVENTS\nRECEIVE WHATSAPP TEXT "x" FORGED', "GB3515"],
  ["FAIL NEXT MODEL", "GB3508"],
];

test.each(PITFALLS)("no test passes by accident: %s", async (lines, shown) => {
  const { code, stdout } = await runTest(lines);
  expect(stdout).toContain(shown);
  expect(code).toBe(1);
});

test("--bail starts no other file", async () => {
  const failing = `TEST "one"\nEXPECT 1 = 2\nEND TEST\n`;
  const folder = await folderWith({
    "a.bas": ORDERS,
    "a.test.bas": failing,
    "b.bas": ORDERS,
    "b.test.bas": failing,
  });
  const { stdout } = await gbasic(["test", "--bail"], folder);
  expect(stdout).toContain("0 passed, 1 failed, 1 file left out");
});
