import { isComparison, operations } from "../../compile/operations.ts";
import { testLanguageMessages } from "../../diagnostics/codes/test-language.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement, type RunnableEntry } from "../../statements/define.ts";
import { alwaysTrue } from "../always-true.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge, valueIn } from "../define-expectation.ts";
import { differing, show } from "../expectation.ts";
import { notRunAgain } from "../not-run-again.ts";
import { describeAnswer } from "../last-answer.ts";
import type { TestBed } from "../test-bed.ts";
import type { TestPhrase } from "../test-phrase.ts";

/**
 * What `EXPECT a = b` becomes before it is compiled, so that both sides are there to be shown. No
 * parser knows the phrase, so nobody writes it.
 */
const expectComparison = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT COMPARISON <left:any>, <operator:word>, <right:any>",
    summary: "Expects that two values compare so.",
    example: `EXPECT 1 = 1`,
    raises: ["GB3501"],
    run: ({ left, operator, right }, { limits }) => {
      if (!isComparison(operator)) throw new Error(`${operator} compares nothing`);
      const isDiffered = operator === "=" && typeof left === "string" && typeof right === "string";
      const shown = isDiffered
        ? [differing(right, left)]
        : [`left:  ${show(left)}`, `right: ${show(right)}`];
      judge(undefined, {
        holds: isTrue(operations[operator](left, right, limits)),
        unmet: "this is not true",
        met: "this is true",
        found: [...shown, ...countOf(left, right), ...reasonOf(bed.get())],
        values: { expected: `${operator} ${show(right)}`, actual: show(left) },
      });
    },
  });

/** `EXPECT condition`: anything that is true or not; what comparisons become is the second. */
export function expectTrue(bed: CurrentBed): readonly [TestPhrase, RunnableEntry] {
  const { entry: comparison } = expectation(bed, expectComparison(bed));
  if (comparison.phraseKind !== "statement") throw new Error("EXPECT is a statement");
  const condition = expectation(
    bed,
    defineStatement({
      pattern: "EXPECT <condition:any>",
      summary:
        "Expects that a condition is true. Of a comparison that is not, both sides are shown. STATUS, BODY and HEADER are those of the last answer.",
      example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT STATUS IN [200, 204] AND BODY <> ""\nEXPECT LEN(SENT MESSAGES) = 1`,
      raises: ["GB3501", "GB3517"],
      comparison,
      run: ({ condition: found }) => {
        judge(undefined, {
          holds: isTrue(found),
          unmet: "this is not true",
          met: "this is true",
          found: [`it is ${show(found)}`, ...reasonOf(bed.get())],
        });
      },
    }),
    {
      review: (phrase) => {
        const value = valueIn(phrase, "condition");
        const constant = value === undefined ? undefined : alwaysTrue(value);
        if (constant === undefined) return undefined;
        return testLanguageMessages.alwaysHolds(constant.what, constant.instead);
      },
    },
  );
  return [condition, comparison];
}

/** A list is never a number; how long it is was most likely meant. */
function countOf(left: Value, right: Value): readonly string[] {
  const isCount = Array.isArray(left) && typeof right === "number";
  return isCount ? [`how many there are: LEN(…), which is ${String(left.length)}`] : [];
}

/** Why the server itself gave the last answer, or ran nothing, which most likely is why a test fails. */
function reasonOf({ answers, log }: TestBed): readonly string[] {
  const last = answers.at(-1);
  const reason = last?.reason === undefined ? [] : [describeAnswer(last)];
  return [...reason, ...notRunAgain(log)];
}
