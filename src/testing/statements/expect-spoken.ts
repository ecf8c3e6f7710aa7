import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";
import { heard } from "../heard.ts";

/** `EXPECT SPOKEN "Welcome"`: what the caller hears. */
export const expectSpoken = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT [<not?:word(NOT|NO)>] SPOKEN <part:text>",
      summary:
        "Expects that the caller heard a <Say> with this in it since the last RECEIVE CALL, PRESS or SPEAK began.",
      example: `RECEIVE CALL\nEXPECT SPOKEN "Welcome"`,
      raises: ["GB3501", "GB3502", "GB3517"],
      run: ({ not, part }) => {
        const spoken = heard(bed.get(), "EXPECT SPOKEN");
        judge(not, {
          holds: spoken.some((text) => text.includes(part)),
          unmet: `the caller does not hear ${show(part)}`,
          met: `the caller hears ${show(part)}`,
          found: [listed("spoken", spoken)],
        });
      },
    }),
    { needles: ["part"], condition: 'HEARD TEXT CONTAINS "a" OR HEARD TEXT CONTAINS "b"' },
  );
