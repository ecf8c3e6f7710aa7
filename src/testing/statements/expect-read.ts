import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";

/** `EXPECT WHATSAPP READ "wamid.1" WITH TYPING`: a message of somebody that was shown as read. */
export const expectRead = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern:
        "EXPECT [<not?:word(NOT|NO)>] WHATSAPP READ [<message?:text>] { <typing?:word(TYPING)> }",
      summary:
        "Expects that MARK WHATSAPP READ showed a message as read in this test: any, or that with this id; WITH TYPING also that it showed that an answer is being written. Such marks are no messages: EXPECT SENT WHATSAPP, EXPECT NOTHING SENT and SENT MESSAGES leave them out.",
      example: `RECEIVE WHATSAPP TEXT "hello" ID "wamid.1"\nEXPECT NO WHATSAPP READ "wamid.1" WITH TYPING`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, message, typing }) => {
        const { marks } = bed.get().channels;
        const holds = marks.some(
          (mark) =>
            (message === undefined || mark.messageId === message) &&
            (typing === undefined || mark.typing),
        );
        const one = message === undefined ? "message" : `message ${show(message)}`;
        const shown = typing === undefined ? "shown as read" : "shown as read with typing";
        judge(not, {
          holds,
          unmet: `no ${one} was ${shown}`,
          met: `a ${one} was ${shown}`,
          found: [
            listed(
              "shown as read",
              marks.map((mark) => `${mark.messageId}${mark.typing ? " with typing" : ""}`),
            ),
          ],
        });
      },
    }),
    { needles: ["message"] },
  );
