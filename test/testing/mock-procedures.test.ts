import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";
import { type Report, runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SHOP = `INCLUDE "prices.bas"

ON WEBHOOK POST TO "/orders" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  LET COST = PRICE(ORDER.item) + SHIPPING()
  TRY
    NOTIFY ORDER.item, COST
  CATCH PROBLEM
    PRINT "not told: " + PROBLEM.message
    EXIT
  END TRY
  SPAWN PACK ORDER ORDER.item
  PRINT LABEL$(ORDER.item) + " " + COST + " " + INT(RND * 10) + " " + UNIXTIME()
END ON

FUNCTION SHIPPING(OPTIONAL KIND)
  RETURN 5
END FUNCTION

FUNCTION LABEL$(ITEM)
  RETURN "<" + ITEM + ">"
END FUNCTION

FUNCTION SLOW(N)
  IF N < 2 THEN RETURN 1
  RETURN SLOW(N - 1) + SLOW(N - 2)
END FUNCTION

ON WEBHOOK POST TO "/slow" DO
  PRINT SLOW(10)
END ON

FUNCTION BASKET()
  RETURN ["a"]
END FUNCTION

ON WEBHOOK POST TO "/basket" DO
  LET A = BASKET()
  PUSH A, "b"
  LET B = BASKET()
  PRINT JOIN(A, "+") + " " + JOIN(B, "+")
END ON

SUB NOTIFY(ITEM, COST)
  SEND MAIL TO "shop@example.com" WITH SUBJECT ITEM AND BODY "costs " + COST
END SUB

SUB PACK ORDER(ITEM)
  SEND SMS TO "+15550001111" WITH ITEM
END SUB
`;

const PRICES = `FUNCTION PRICE(ITEM)
  IF ITEM = "tea" THEN RETURN 10
  RETURN 1
END FUNCTION
`;

const ORDER = 'RECEIVE POST "/orders" WITH JSON { "item": "tea" }';
const FIXED = "MOCK FUNCTION RND WITH 0.5\nMOCK FUNCTION UNIXTIME WITH 7";

/** Runs bodies as a test each, all in one file. */
async function failuresOf(bodies: readonly string[]): Promise<Report["tests"]> {
  const tests = bodies.map((body, at) => `TEST "${String(at)}"\n${body}\nEND TEST\n`);
  const { tests: results, findings } = await runTests(SHOP, tests.join(""), {
    "prices.bas": PRICES,
  });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return results;
}

const HOLDING: readonly (readonly string[])[] = [
  [FIXED, ORDER, 'EXPECT BODY "<tea> 15 5 7"', 'EXPECT MAIL TO "shop@example.com"'],
  [FIXED, "MOCK FUNCTION PRICE WITH 2", ORDER, 'EXPECT BODY "<tea> 7 5 7"'],
  [FIXED, 'MOCK FUNCTION PRICE("tea") WITH 2', ORDER, 'EXPECT BODY "<tea> 7 5 7"'],
  [FIXED, 'MOCK FUNCTION PRICE("milk") WITH 2', ORDER, 'EXPECT BODY "<tea> 15 5 7"'],
  [
    ...[FIXED, "MOCK FUNCTION PRICE WITH 2", 'MOCK FUNCTION PRICE("tea") WITH 3'],
    ...["MOCK FUNCTION PRICE WITH 4 ONCE", ORDER, 'EXPECT BODY "<tea> 9 5 7"'],
    ...[ORDER, 'EXPECT BODY "<tea> 8 5 7"'],
  ],
  // What a FUNCTION gives is converted as its name says.
  [FIXED, "MOCK FUNCTION label$ WITH 12", ORDER, 'EXPECT BODY "12 15 5 7"'],
  [FIXED, "MOCK FUNCTION LABEL WITH 12", ORDER, 'EXPECT BODY "12 15 5 7"'],
  ['MOCK FUNCTION PRICE ERROR "no price"', ORDER, 'EXPECT ERROR "no price"', "EXPECT STATUS 500"],
  [
    ...["MOCK SUB NOTIFY", ORDER, "EXPECT NO MAIL", 'EXPECT CALLED SUB NOTIFY("tea", 15) TIMES 1'],
    ...["EXPECT NOT CALLED SUB NOTIFY(1, 2)", "EXPECT CALLED SUB notify"],
  ],
  ['MOCK SUB NOTIFY ERROR "closed"', ORDER, 'EXPECT BODY "not told: closed"'],
  ["MOCK SUB pack order", ORDER, "EXPECT NO SMS", 'EXPECT SPAWNED "PACK ORDER"'],
  ['MOCK SUB PACK_ORDER("tea")', ORDER, "EXPECT NO SMS", 'EXPECT CALLED SUB PACK_ORDER("tea")'],
  ['MOCK SUB "PACK ORDER"("milk")', ORDER, 'EXPECT SMS SAYING "tea"'],
  [
    ...["MOCK FUNCTION SLOW(9) WITH 100", "MOCK FUNCTION SLOW(8) WITH 20"],
    ...['RECEIVE POST "/slow"', 'EXPECT BODY "120"', "EXPECT CALLED FUNCTION SLOW TIMES 3"],
  ],
  // A script may change what it is given.
  ['MOCK FUNCTION BASKET WITH ["x"]', 'RECEIVE POST "/basket"', 'EXPECT BODY "x+b x"'],
  ["MOCK FUNCTION SHIPPING() WITH 1", FIXED, ORDER, 'EXPECT BODY "<tea> 11 5 7"'],
  ["MOCK FUNCTION SHIPPING(2) WITH 1", FIXED, ORDER, 'EXPECT BODY "<tea> 15 5 7"'],
  ["MOCK FUNCTION PRICE WITH NULL", FIXED, ORDER, 'EXPECT BODY "<tea> 5 5 7"'],
];

test("mocks that fit", async () => {
  const results = await failuresOf(HOLDING.map((lines) => lines.join("\n")));
  expect(results.flatMap(({ failures }) => failures)).toEqual([]);
});

const FAILING: readonly (readonly [code: string, part: string, ...lines: string[]])[] = [
  ["GB5520", '"" is no name', 'MOCK FUNCTION "" WITH 1'],
  ["GB5521", "MOCK FUNCTION PRISE: there is no such FUNCTION", "MOCK FUNCTION PRISE WITH 1"],
  ["GB5521", "there is no such SUB", "MOCK SUB TELL"],
  ["GB5522", "NOTIFY is a SUB", "MOCK FUNCTION NOTIFY WITH 1"],
  ["GB5522", "PRICE is a FUNCTION", "MOCK SUB PRICE"],
  ["GB5523", "PRICE takes 1 argument, and here it has 2", 'MOCK FUNCTION PRICE("a", 2) WITH 1'],
  ["GB5523", "PRICE takes 1 argument, and here it has 0", "MOCK FUNCTION PRICE() WITH 1"],
  ["GB5523", "SHIPPING takes 0 to 1 argument", "MOCK FUNCTION SHIPPING(1, 2) WITH 1"],
  ["GB5524", "LEN gives the same", "MOCK FUNCTION LEN WITH 1"],
  ["GB5525", "its calls are not known", ORDER, "EXPECT CALLED FUNCTION PRICE"],
  ["GB5521", "EXPECT CALLED SUB TELL", ORDER, "EXPECT CALLED SUB TELL"],
  [
    ...(["GB5526", 'PRICE("milk") … ONCE: nothing called it'] as const),
    ...['MOCK FUNCTION PRICE("milk") WITH 1 ONCE', ORDER, "EXPECT STATUS 200"],
  ],
  [
    ...(["GB3501", "NOTIFY was called once, not 2 times"] as const),
    ...["MOCK SUB NOTIFY", ORDER, "EXPECT CALLED SUB NOTIFY TIMES 2"],
  ],
  [
    ...(["GB3501", 'NOTIFY("milk", 1) was not called'] as const),
    ...["MOCK SUB NOTIFY", ORDER, 'EXPECT CALLED SUB NOTIFY("milk", 1)'],
  ],
];

test("mocks that do not fit", async () => {
  const results = await failuresOf(FAILING.map(([, , ...lines]) => lines.join("\n")));
  const told = results.map(({ failures }) => failures.map(({ code }) => code));
  expect(told).toEqual(FAILING.map(([code]) => [code]));
  for (const [at, [, part]] of FAILING.entries()) {
    expect(results[at]?.failures[0]?.message).toContain(part);
  }
});

test.each([
  ["MOCK FUNCTION PRICE", "expected WITH or ERROR"],
  ["MOCK FUNCTION WITH 2", "GB"],
  ["MOCK FUNCTION 7 WITH 1", "expected a name"],
  ["MOCK SUBB NOTIFY", "GB"],
])("a mock that is written wrongly is told of before anything runs: %s", async (line, part) => {
  const { findings } = await runTests("PRINT 1\n", `TEST "a"\n${line}\nEND TEST\n`);
  expect(findings).toHaveLength(1);
  expect(`${findings[0]?.code ?? ""} ${findings[0]?.message ?? ""}`).toContain(part);
});

describe("a file of tests that includes the script", () => {
  test("calls its FUNCTIONs, with what is mocked in them", async () => {
    const folder = await folderWith({
      "prices.bas": `${PRICES}FUNCTION TOTAL(ITEM, AMOUNT)\n  RETURN PRICE(ITEM) * AMOUNT\nEND FUNCTION\n`,
      "prices.test.bas": `INCLUDE "prices.bas"
TEST "the total"
  EXPECT TOTAL("tea", 2) = 20
  MOCK FUNCTION PRICE("tea") WITH 7
  EXPECT TOTAL("tea", 2) = 14
  EXPECT CALLED FUNCTION PRICE("tea") TIMES 1
END TEST
`,
    });
    const { code, stdout } = await gbasic(["test"], folder);
    expect(stdout).toContain("1 passed");
    expect(code).toBe(0);
  });
});
