import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";

/** `EXPECT LOG "order 7"`: a line that LOG wrote in this test. */
export const expectLog = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT [<not?:word(NOT|NO)>] LOG [CONTAINING] <part:text>",
      summary: "Expects a line of LOG in this test with this in it.",
      example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT LOG "hello"\nEXPECT NO LOG "goodbye"`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, part }) => {
        const { written } = bed.get().log;
        judge(not, {
          holds: written.some((line) => line.includes(part)),
          unmet: `nothing with ${show(part)} was logged`,
          met: `something with ${show(part)} was logged`,
          found: [listed("logged", written)],
        });
      },
    }),
    { needles: ["part"] },
  );
