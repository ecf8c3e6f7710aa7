import { expect, test, vi } from "vitest";
import { runMessages } from "../../src/diagnostics/codes/run.ts";
import { BasicError } from "../../src/runtime/error.ts";
import { compile, output, placeOf, testRun } from "./run-script.ts";

const ENDLESS = "WHILE TRUE\nWEND";

test.each([
  ["a loop at the top level", ENDLESS, "GB3101 1:7"],
  ["a loop in a SUB", `SUB s()\n${ENDLESS}\nEND SUB\ns()`, "GB3101 2:7"],
  ["a loop in a loop", `DO\n${ENDLESS}\nLOOP`, "GB3101 2:7"],
  ["FOR in a loop", "DO\nFOR i = 1 TO 1e9\nNEXT\nLOOP", "GB3101 2:5"],
  ["FOR", "FOR i = 1 TO 1e9\nNEXT", "GB3101 1:5"],
  ["DO", "DO\nLOOP", "GB3101 1:1"],
  ["FOR EACH", "FOR EACH x IN LATER [1, 2]\nFOR i = 1 TO 300\nNEXT\nNEXT", "GB3101 2:5"],
  ["calls", "SUB s()\nEND SUB\nDO\ns()\nLOOP", "GB3101 4:1"],
])("steps are limited in %s", async (_, source, expected) => {
  expect(await output(source, { steps: 500 })).toBe(expected);
});

test("the limit on steps is exact", async () => {
  const source = "FOR i = 1 TO 1000\nNEXT\nPRINT i";
  expect(await output(source, { steps: 1000 })).toBe("1001");
  expect(await output(source, { steps: 999 })).toBe("GB3101 1:5");
  expect(await output(source, { steps: Infinity })).toBe("1001");
});

test("the limit on calls inside calls is exact, and the same in both flavours", async () => {
  const source = `
FUNCTION f(n)
  IF n = 1 THEN RETURN 1
  RETURN 1 + f(n - 1)
END FUNCTION
PRINT f(50)`;
  expect(await output(source, { depth: 50 })).toBe("50");
  expect(await output(source, { depth: 49 })).toBe("GB3102 4:14");
});

test("calls that came back do not count as inside each other", async () => {
  const source =
    "FUNCTION f(n)\nRETURN n\nEND FUNCTION\nFOR i = 1 TO 99\nx = f(f(f(i)))\nNEXT\nPRINT x";
  expect(await output(source, { depth: 2 })).toBe("99");
});

test("a deep recursion through nested expressions never shows an error of JavaScript", async () => {
  const nested = `${"(1 + ".repeat(60)}f(n + 1)${")".repeat(60)}`;
  const source = `FUNCTION f(n)\nRETURN ${nested}\nEND FUNCTION\nPRINT f(1)`;
  const { context } = testRun({ depth: 100_000 });
  const error: unknown = await compile(source)
    .runMain(context)
    .catch((reason: unknown) => reason);
  expect(placeOf(error)).toMatch(/^GB3103 2:/);
});

test("lists are limited", async () => {
  expect(await output("DIM a(9, 9)", { listLength: 100 })).toBe("");
  expect(await output("DIM a(9, 10)", { listLength: 100 })).toBe("GB3091 1:7");
  expect(await output("a = [1]\na[1] = 2", { listLength: 1 })).toBe("GB3091 2:1");
  expect(await output("a = [1]\na.push(2)", { listLength: 1 })).toBe("GB3091 2:1");
});

test("an aborted run ends with the reason of its signal, at the place where it was", async () => {
  const controller = new AbortController();
  const { context, recorded } = testRun({ steps: Infinity }, controller.signal);
  const reason = new BasicError({ ...runMessages.cancelled(), code: "GB3999" });
  const running = compile(`PRINT 1\n${ENDLESS}`).runMain(context);
  controller.abort(reason);
  const error: unknown = await running.catch((caught: unknown) => caught);
  expect(placeOf(error)).toBe("GB3999 2:7");
  expect(error).toHaveProperty("cause", reason);
  expect(recorded.printed).toEqual([1]);
});

test("a reason that is no error of a script is wrapped", async () => {
  const { context, recorded } = testRun({}, AbortSignal.abort(new Error("shutdown")));
  const error: unknown = await compile("PRINT 1")
    .runMain(context)
    .catch((caught: unknown) => caught);
  expect(placeOf(error)).toBe("GB3121 1:1");
  expect(recorded.printed).toEqual([]);
});

test("an endless loop of an entry point gives others a turn", async () => {
  const controller = new AbortController();
  const source = `ON WEBHOOK POST TO "/a" DO\n${ENDLESS}\nEND ON
ON WEBHOOK POST TO "/b" DO\nIF TRUE THEN near(1)\nEND ON
SUB near(x)\nfar()\nEND SUB
SUB far()\n${ENDLESS}\nEND SUB`;
  const script = compile(source);
  const { context } = testRun({ steps: Infinity }, controller.signal);
  const runs = [
    ...script.handlers.map((handler) => handler.run(context)),
    ...[...script.procedures.values()].map((procedure) => procedure.run(context, [])),
  ];
  // It is reached only if the runs stand back, since they never end by themselves.
  setImmediate(() => controller.abort());
  const outcomes = await Promise.allSettled(runs);
  expect(
    outcomes.map((outcome) => outcome.status === "rejected" && placeOf(outcome.reason)),
  ).toEqual(["GB3121 2:7", "GB3121 12:7", "GB3121 12:7", "GB3121 12:7"]);
});

test.each([
  ["WHILE in a loop", `FOR i = 1 TO 2\n${ENDLESS}\nNEXT`, "GB3121 3:7"],
  ["FOR in a loop", "DO\nFOR i = 1 TO 1e300\nNEXT\nLOOP", "GB3121 3:5"],
  ["DO in FOR EACH", "FOR EACH x IN [1, 2]\nDO\nLOOP\nNEXT", "GB3121 3:1"],
  ["FOR EACH in a loop", "DO\nFOR EACH x IN [1, 2]\ny = x\nNEXT\nLOOP", /^GB3121 [23]:/u],
  ["a loop behind other statements", `DO\nx = 1\ny = 2\n${ENDLESS}\nz = 1\nLOOP`, "GB3121 5:7"],
  ["IF in a loop", `DO\nIF x THEN\ny = 1\nELSE\n${ENDLESS}\nEND IF\nLOOP`, "GB3121 6:7"],
  ["SELECT in a loop", `DO\nSELECT CASE 1\nCASE 1\n${ENDLESS}\nEND SELECT\nLOOP`, "GB3121 5:7"],
  ["TRY in a loop", `DO\nTRY\n${ENDLESS}\nCATCH e\nEND TRY\nLOOP`, "GB3121 4:7"],
  ["WITH in a loop", `DO\nWITH o\n.a = 1\n${ENDLESS}\nEND WITH\nLOOP`, "GB3121 5:7"],
  ["a SUB that is called in a loop", "DO\nnear(1)\nLOOP", "GB3121 12:7"],
  ["GOTO", "again:\nFOR i = 1 TO 2\nGOTO again\nNEXT", /^GB3121 [1234]:/u],
])("an endless loop gives others a turn: %s", async (_, body, place) => {
  const controller = new AbortController();
  const source = `ON WEBHOOK POST TO "/a" DO\n${body}\nEND ON
SUB near(x)\nIF x THEN\nfar(x)\nEND IF\nEND SUB\nSUB far(x)\n${ENDLESS}\nEND SUB`;
  const [handler] = compile(source).handlers;
  const { context } = testRun({ steps: Infinity }, controller.signal);
  // It is reached only if the run stands back, since it never ends by itself.
  setImmediate(() => controller.abort());
  const error: unknown = await handler?.run(context).catch((reason: unknown) => reason);
  expect(placeOf(error)).toMatch(place);
});

test("giving others a turn changes neither the result nor the steps", async () => {
  const source = `
SUB count(n)
  FOR j = 1 TO n
    IF j MOD 2 = 0 THEN CONTINUE
    total = total + j
    IF j > 900 THEN EXIT FOR
  NEXT
END SUB
total = 0
FOR i = 1 TO 12
  FOR EACH x IN [1, 2, 3]
    SELECT CASE x
      CASE 2
        k = 0
        DO
          k = k + 1
          IF k = 50 THEN EXIT DO
        LOOP
      CASE ELSE
        count(i)
    END SELECT
  NEXT
NEXT
PRINT total, k`;
  const turns = vi.spyOn(performance, "now");
  const plain = await output(source, { steps: 1e6 });
  const needed = await fewestSteps(source, 4000);
  // Time flies: each look at the clock finds a turn to be due.
  let now = 1e9;
  turns.mockImplementation(() => (now += 20));
  expect(await output(source, { steps: 1e6 })).toBe(plain);
  expect(await output(source, { steps: needed })).toBe(plain);
  expect(await output(source, { steps: needed - 1 })).toMatch(/GB3101/u);
});

/** Finds how many steps a script takes. */
async function fewestSteps(source: string, most: number): Promise<number> {
  let low = 0;
  let high = most;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((await output(source, { steps: middle })).includes("GB3101")) low = middle;
    else high = middle;
  }
  return high;
}

test("runs side by side do not see each other", async () => {
  const script = compile("n = 0\nFOR i = 1 TO 3\nn = n + LATER 1\nNEXT\nPRINT n");
  const runs = [testRun(), testRun()];
  await Promise.all(runs.map(({ context }) => script.runMain(context)));
  expect(runs.map(({ recorded }) => recorded.printed)).toEqual([[3], [3]]);
});
