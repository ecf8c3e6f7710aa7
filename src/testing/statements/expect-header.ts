import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { differing, listed, show, unmet } from "../expectation.ts";
import { headerOf, lastAnswer } from "../last-answer.ts";

/** `EXPECT HEADER "Content-Type" CONTAINS "xml"`: of the last answer. */
export const expectHeader = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT HEADER <name:text!> [(IS <value?:text> | CONTAINS <part?:text>)]",
    summary: "Expects a header in the last answer: with this value, with this in it, or with any.",
    example: `RECEIVE CALL\nEXPECT HEADER "Content-Type" CONTAINS "xml"`,
    raises: ["GB3501", "GB3502"],
    run: ({ name, value, part }) => {
      const answer = lastAnswer(bed.get(), "EXPECT HEADER");
      const found = headerOf(answer, name);
      if (found === undefined) {
        const lines = answer.headers.map(([known, one]) => `${known}: ${one}`);
        unmet(`the answer has no header ${name}`, listed("it has", lines));
      }
      if (value !== undefined && found !== value) {
        unmet(`the header ${name} is another`, differing(value, found));
      }
      if (part !== undefined && !found.includes(part)) {
        unmet(`the header ${name} does not contain ${show(part)}`, `it is ${show(found)}`);
      }
    },
  });
