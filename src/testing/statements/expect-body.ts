import { testLanguageMessages } from "../../diagnostics/codes/test-language.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { createPatternReader } from "../../functions/regex/pattern.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { differing, show } from "../expectation.ts";
import { describeAnswer, lastAnswer } from "../last-answer.ts";

const CONDITION = 'BODY = "a" OR BODY = "b"';

/** `EXPECT BODY "OK"`: the whole body of the last answer. */
export const expectBody = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT [<not?:word(NOT|NO)>] BODY <body:text>",
      also: ["EXPECT BODY <not?:word(NOT|NO)> <body:text>"],
      summary:
        'Expects the body of the last answer. BODY is a value too: EXPECT BODY STARTS WITH "O", EXPECT BODY <> "".',
      example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT BODY "OK"\nEXPECT BODY STARTS WITH "O"`,
      raises: ["GB3501", "GB3502"],
      run: ({ not, body }) => {
        const answer = lastAnswer(bed.get(), "EXPECT BODY");
        const reason = answer.reason === undefined ? [] : [describeAnswer(answer)];
        judge(not, {
          holds: answer.body === body,
          unmet: "the body of the answer is another",
          met: `the body of the answer is ${show(body)}`,
          found: [...(not === undefined ? [differing(body, answer.body)] : []), ...reason],
          values: { expected: body, actual: answer.body },
        });
      },
    }),
    { condition: CONDITION },
  );

/** `EXPECT BODY CONTAINS "<Say>"`: a part of it. */
export const expectBodyContains = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT [<not?:word(NOT|NO)>] BODY CONTAINS <part:text>",
      also: ["EXPECT BODY <not?:word(NOT|NO)> CONTAINS <part:text>"],
      summary: "Expects something in the body of the last answer.",
      example: `RECEIVE CALL\nEXPECT BODY CONTAINS "<Say>"\nEXPECT BODY NOT CONTAINS "<Hangup"`,
      raises: ["GB3501", "GB3502", "GB3517"],
      run: ({ not, part }) => {
        const answer = lastAnswer(bed.get(), "EXPECT BODY");
        judge(not, {
          holds: answer.body.includes(part),
          unmet: `the body of the answer does not contain ${show(part)}`,
          met: `the body of the answer contains ${show(part)}`,
          found: [describeAnswer(answer)],
        });
      },
    }),
    { needles: ["part"], condition: 'BODY CONTAINS "a" OR BODY CONTAINS "b"' },
  );

/** `EXPECT BODY MATCHES "[0-9]+"`: a regular expression. */
export const expectBodyMatches = (bed: CurrentBed) => {
  const readPattern = createPatternReader();
  return expectation(
    bed,
    defineStatement({
      pattern: "EXPECT [<not?:word(NOT|NO)>] BODY MATCHES <pattern:text>",
      also: ["EXPECT BODY <not?:word(NOT|NO)> MATCHES <pattern:text>"],
      summary: "Expects a regular expression to match in the body of the last answer.",
      example: `RECEIVE CALL\nEXPECT BODY MATCHES "numDigits=.[0-9]"`,
      raises: ["GB3006", "GB3501", "GB3502", "GB3517"],
      run: ({ not, pattern }) => {
        const answer = lastAnswer(bed.get(), "EXPECT BODY");
        const read = readPattern(pattern, "");
        // What matches nothing and anything finds itself in every body.
        if (["", UNLIKELY].every((text) => read.first(text) !== undefined)) {
          throw new BasicError(matchesAll(pattern));
        }
        judge(not, {
          holds: read.first(answer.body) !== undefined,
          unmet: `the body of the answer does not match ${show(pattern)}`,
          met: `the body of the answer matches ${show(pattern)}`,
          found: [describeAnswer(answer)],
        });
      },
    }),
    { needles: ["pattern"], condition: CONDITION },
  );
};

/** A text that no script answers with. */
const UNLIKELY = "\uF8FF";

function matchesAll(pattern: string): Message {
  return testLanguageMessages.alwaysHolds(
    `EXPECT BODY MATCHES ${show(pattern)}`,
    "write a pattern that does not match everything",
  );
}
