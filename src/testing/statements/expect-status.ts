import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { describeAnswer, lastAnswer } from "../last-answer.ts";

/** `EXPECT STATUS 200`: of the last answer. */
export const expectStatus = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT [<not?:word(NOT|NO)>] STATUS <status:number!>",
      also: ["EXPECT STATUS <not?:word(NOT|NO)> <status:number!>"],
      summary:
        "Expects the status of the last answer. STATUS is a value too: EXPECT STATUS < 300, EXPECT STATUS IN [200, 201].",
      example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT STATUS 200\nEXPECT STATUS < 300`,
      raises: ["GB3501", "GB3502"],
      run: ({ not, status }) => {
        const answer = lastAnswer(bed.get(), "EXPECT STATUS");
        bed.get().noteStatus(answer);
        judge(not, {
          holds: answer.status === status,
          unmet: `the status is not ${String(status)}`,
          met: `the status is ${String(status)}`,
          found: [describeAnswer(answer)],
          values: { expected: String(status), actual: String(answer.status) },
        });
      },
    }),
  );
