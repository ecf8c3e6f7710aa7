import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { unmet } from "../expectation.ts";
import { describeAnswer, lastAnswer } from "../last-answer.ts";

/** `EXPECT STATUS 200`: of the last answer. */
export const expectStatus = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT STATUS <status:number>",
    summary: "Expects the status of the last answer.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT STATUS 200`,
    raises: ["GB3501", "GB3502"],
    run: ({ status }) => {
      const answer = lastAnswer(bed.get(), "EXPECT STATUS");
      if (answer.status === status) return;
      unmet(`the status is not ${String(status)}`, describeAnswer(answer));
    },
  });
