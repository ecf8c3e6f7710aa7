import { expect, test } from "vitest";
import { toText } from "../../src/runtime/value/text.ts";
import { compile, testRun } from "./run-script.ts";

const GREET = `SUB GREET(NAME$ = "you", TIMES = LEN(NAME$))
  PRINT NAME$ + " " + TIMES
END SUB`;

test.each([
  [[], "you 3"],
  [["Ana"], "Ana 3"],
  [["Ana", 5], "Ana 5"],
  [[null, null], " "],
])("a job with the arguments %j has the other values by default", async (args, printed) => {
  const { context, recorded } = testRun();
  await compile(GREET).procedures.get("GREET")?.run(context, args);
  expect(recorded.printed.map(toText)).toEqual([printed]);
});

test("a value by default may wait", async () => {
  const { context, recorded } = testRun();
  await compile(`SHOW\n${GREET}\nSUB SHOW(X = LATER 5)\n  PRINT X\nEND SUB`).runMain(context);
  expect(recorded.printed.map(toText)).toEqual(["5"]);
});
