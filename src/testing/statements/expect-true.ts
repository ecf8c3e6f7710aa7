import { isComparison, operations } from "../../compile/operations.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import { defineStatement } from "../../statements/define.ts";
import { differing, show, unmet } from "../expectation.ts";

/**
 * What `EXPECT a = b` becomes before it is compiled, so that both sides are there to be shown. No
 * parser knows the phrase, so nobody writes it.
 */
export const expectComparison = defineStatement({
  pattern: "EXPECT COMPARISON <left:any>, <operator:word>, <right:any>",
  summary: "Expects that two values compare so.",
  example: `EXPECT 1 = 1`,
  raises: ["GB3501"],
  run: ({ left, operator, right }, { limits }) => {
    if (!isComparison(operator)) throw new Error(`${operator} compares nothing`);
    if (isTrue(operations[operator](left, right, limits))) return;
    if (operator === "=" && typeof left === "string" && typeof right === "string") {
      unmet("this is not true", differing(right, left));
    }
    unmet("this is not true", `left:  ${show(left)}`, `right: ${show(right)}`);
  },
});

/** `EXPECT condition`: anything that is true or not. */
export const expectTrue = defineStatement({
  pattern: "EXPECT <condition:any>",
  summary: "Expects that a condition is true. Of a comparison that is not, both sides are shown.",
  example: `EXPECT LEN("abc") = 3`,
  raises: ["GB3501"],
  comparison: expectComparison,
  run: ({ condition }) => {
    if (!isTrue(condition)) unmet("this is not true", `it is ${show(condition)}`);
  },
});
