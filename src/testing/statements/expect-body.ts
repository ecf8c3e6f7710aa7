import { createPatternReader } from "../../functions/regex/pattern.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { differing, show, unmet } from "../expectation.ts";
import { describeAnswer, lastAnswer } from "../last-answer.ts";

/** `EXPECT BODY "OK"`: the whole body of the last answer. */
export const expectBody = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT BODY <body:text>",
    summary: "Expects the body of the last answer.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT BODY "OK"`,
    raises: ["GB3501", "GB3502"],
    run: ({ body }) => {
      const answer = lastAnswer(bed.get(), "EXPECT BODY");
      if (answer.body === body) return;
      const details = [differing(body, answer.body)];
      if (answer.reason !== undefined) details.push(describeAnswer(answer));
      unmet("the body of the answer is another", ...details);
    },
  });

/** `EXPECT BODY CONTAINS "<Say>"`: a part of it. */
export const expectBodyContains = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT BODY CONTAINS <part:text>",
    summary: "Expects something in the body of the last answer.",
    example: `RECEIVE CALL\nEXPECT BODY CONTAINS "<Say>"`,
    raises: ["GB3501", "GB3502"],
    run: ({ part }) => {
      const answer = lastAnswer(bed.get(), "EXPECT BODY");
      if (answer.body.includes(part)) return;
      unmet(`the body of the answer does not contain ${show(part)}`, describeAnswer(answer));
    },
  });

/** `EXPECT BODY MATCHES "[0-9]+"`: a regular expression. */
export const expectBodyMatches = (bed: CurrentBed) => {
  const readPattern = createPatternReader();
  return defineStatement({
    pattern: "EXPECT BODY MATCHES <pattern:text>",
    summary: "Expects a regular expression to match in the body of the last answer.",
    example: `RECEIVE CALL\nEXPECT BODY MATCHES "Code: [0-9]+"`,
    raises: ["GB3501", "GB3502"],
    run: ({ pattern }) => {
      const answer = lastAnswer(bed.get(), "EXPECT BODY");
      if (readPattern(pattern, "").first(answer.body) !== undefined) return;
      unmet(`the body of the answer does not match ${show(pattern)}`, describeAnswer(answer));
    },
  });
};
