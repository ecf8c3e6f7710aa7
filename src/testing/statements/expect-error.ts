import { testLanguageMessages } from "../../diagnostics/codes/test-language.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { findExplanation } from "../../diagnostics/explanations/index.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge, textIn } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";
import { hasCode, type LogRecord, type RecordedLog } from "../recorded-log.ts";
import { triedAgain } from "../tried-again.ts";

/** `EXPECT ERROR "division"`: an error of the script in this test, which then does not fail the test. */
export const expectError = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT ERROR [<text?:text>] [TIMES <times?:number>]",
      summary:
        "Expects that the script ended with an error in this test: with this code, with this in its message, or with any. It stands for one error, or with TIMES for all of them, which have to be as many; any other that is not expected fails the test.",
      example: `RECEIVE POST "/orders" WITH JSON { "id": 0 }\nEXPECT ERROR "division by zero"`,
      raises: ["GB3501", "GB3517", "GB3519"],
      run: ({ text, times }) => {
        const { log } = bed.get();
        const wrong = text === undefined ? undefined : wrongCode(text);
        if (wrong !== undefined) throw new BasicError(wrong);
        judge(undefined, {
          ...take(log, text, times),
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

/** Takes the oldest error that is meant, or all of them where it says how many there are. */
function take(log: RecordedLog, text: string | undefined, times: number | undefined) {
  const isTaken = (record: LogRecord) => text === undefined || isMeant(record, text);
  if (times === undefined) {
    const unmet =
      text === undefined ? "the script ended with no error" : `no error with ${show(text)}`;
    return { holds: log.takeError(isTaken), unmet };
  }
  const count = log.takeErrors(isTaken, times);
  const what = text === undefined ? "" : ` with ${show(text)}`;
  const errors = count === 1 ? "1 error" : `${String(count)} errors`;
  return { holds: count === times, unmet: `${errors}${what}, not ${String(times)}` };
}

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

function isMeant(record: LogRecord, text: string): boolean {
  if (!LIKE_CODE.test(text.trim())) return record.message.includes(text);
  return hasCode(record, text.trim().toUpperCase());
}

function wrongCode(text: string): Message | undefined {
  const code = text.trim().toUpperCase();
  if (!LIKE_CODE.test(code) || findExplanation(code) !== undefined) return undefined;
  return testLanguageMessages.noSuchCode(text);
}

function messagesOf(records: readonly LogRecord[]): readonly string[] {
  return records.map(({ message }) => message);
}
