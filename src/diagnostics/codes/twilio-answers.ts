import { error } from "../message.ts";
import type { GivenAnswer } from "./phone-calls.ts";

/** GB4890, GB4891: what a script gives Twilio for an answer. */
export const twilioAnswerMessages = {
  foreignMarkup: ({ statement, line }: GivenAnswer) =>
    error(
      "GB4890",
      `what ${statement} gives${line === undefined ? "" : ` in line ${line}`} begins as markup that the script does not write, so it may be anybody's`,
      'where it is TwiML of yours, say so before: SET RESPONSE HEADER "Content-Type" TO "text/xml"',
    ),
  answerTooLong: (length: number, limit: number) =>
    error(
      "GB4891",
      `the answer to the message has ${String(length)} characters, Twilio sends at most ${String(limit)} in one`,
      "shorten it, or answer in parts: each TALK is a message of its own",
    ),
} as const;
