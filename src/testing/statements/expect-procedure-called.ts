import { doubleMessages } from "../../diagnostics/codes/doubles.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { describeCallee, hasArguments } from "../doubles/callee.ts";
import { listed } from "../expectation.ts";
import { replaceableIn } from "./mock-procedure.ts";

/** `EXPECT CALLED FUNCTION PRICE("tea")`: a call of what MOCK replaces in this test. */
export const expectProcedureCalled = (bed: CurrentBed) => {
  const entry = defineStatement({
    title: "EXPECT CALLED FUNCTION",
    pattern:
      "EXPECT [<not?:word(NOT|NO)>] CALLED <kind:word(FUNCTION|SUB)> <callee:callee> [TIMES <times?:number>]",
    summary:
      "Expects that the script called a FUNCTION or SUB in this test that MOCK replaces: with these arguments, or with any, so many times.",
    example: `MOCK SUB ANSWER
RECEIVE WHATSAPP TEXT "hello"
EXPECT CALLED SUB ANSWER("5511999999999", "hello") TIMES 1`,
    raises: ["GB3501", "GB5520", "GB5521", "GB5522", "GB5523", "GB5524", "GB5525"],
    run: ({ not, kind, callee: written, times }) => {
      const statement = `EXPECT CALLED ${kind}`;
      const which = kind === "SUB" ? "sub" : "function";
      const { callee, target } = replaceableIn(bed, statement, which, written);
      const { doubles } = bed.get();
      const shown = describeCallee(callee);
      if (!doubles.isReplaced(target)) {
        const mock = `MOCK ${kind} ${target.displayName}${which === "sub" ? "" : " WITH a value"}`;
        throw new BasicError(doubleMessages.notReplaced(statement, shown, mock));
      }
      const own = doubles.made.filter(({ key }) => key === target.key);
      const count = own.filter(({ args }) => hasArguments(callee, args)).length;
      const often = count === 1 ? "once" : `${String(count)} times`;
      const lines = own.map(({ args }) => describeCallee({ name: target.displayName, args }));
      judge(not, {
        holds: times === undefined ? count > 0 : count === times,
        unmet:
          times === undefined
            ? `${shown} was not called`
            : `${shown} was called ${often}, not ${String(times)} times`,
        met: `${shown} was called${times === undefined ? "" : ` ${often}`}`,
        found: [listed("called", lines)],
      });
    },
  });
  return expectation(bed, entry);
};
