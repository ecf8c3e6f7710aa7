import { testLanguageMessages } from "../../diagnostics/codes/test-language.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { findExplanation } from "../../diagnostics/explanations/index.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge, textIn } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";
import type { LogRecord } from "../recorded-log.ts";
import { triedAgain } from "../tried-again.ts";

/** `EXPECT ERROR "division"`: an error of the script in this test, which then does not fail the test. */
export const expectError = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT ERROR [<text?:text>]",
      summary:
        "Expects that the script ended with an error in this test: with this code, with this in its message, or with any. It stands for one error; any other that is not expected fails the test.",
      example: `RECEIVE POST "/orders" WITH JSON { "id": 0 }\nEXPECT ERROR "division by zero"`,
      raises: ["GB3501", "GB3517", "GB3519"],
      run: ({ text }) => {
        const { log } = bed.get();
        const wrong = text === undefined ? undefined : wrongCode(text);
        if (wrong !== undefined) throw new BasicError(wrong);
        judge(undefined, {
          holds: log.takeError((record) => text === undefined || isMeant(record, text)),
          unmet:
            text === undefined ? "the script ended with no error" : `no error with ${show(text)}`,
          met: "there is an error",
          found: [listed("errors", messagesOf(log.errors)), ...triedAgain(log)],
        });
      },
    }),
    {
      needles: ["text"],
      review: (phrase) => {
        const text = textIn(phrase, "text");
        return text === undefined ? undefined : wrongCode(text);
      },
    },
  );

/** `EXPECT NO ERROR`: none that is not expected. */
export const expectNoError = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT NO ERROR",
      summary:
        "Expects that the script ended with no error so far, beside those that an EXPECT ERROR took.",
      example: `RECEIVE POST "/orders" WITH JSON { "id": 7 }\nEXPECT NO ERROR`,
      raises: ["GB3501"],
      run: () => {
        const { errors } = bed.get().log;
        judge(undefined, {
          holds: errors.length === 0,
          unmet: "the script ended with an error",
          met: "there is no error",
          found: [listed("errors", messagesOf(errors))],
        });
      },
    }),
  );

/** What looks like a code is compared whole. */
const LIKE_CODE = /^gb\d*$/i;

function isMeant({ fields, message }: LogRecord, text: string): boolean {
  if (!LIKE_CODE.test(text.trim())) return message.includes(text);
  const code = text.trim().toUpperCase();
  // What a channel said has a code too, which the message tells.
  return fields["code"] === code || message.includes(`${code}:`);
}

function wrongCode(text: string): Message | undefined {
  const code = text.trim().toUpperCase();
  if (!LIKE_CODE.test(code) || findExplanation(code) !== undefined) return undefined;
  return testLanguageMessages.noSuchCode(text);
}

function messagesOf(records: readonly LogRecord[]): readonly string[] {
  return records.map(({ message }) => message);
}
