import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { listed, show, unmet } from "../expectation.ts";

/** `EXPECT ERROR "division"`: an error of the script in this test, which then does not fail the test. */
export const expectError = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT ERROR [<text?:text>]",
    summary:
      "Expects that the script ended with an error in this test: with this code, with this in its message, or with any. An error that is not expected fails the test.",
    example: `RECEIVE POST "/orders" WITH JSON { "id": 0 }\nEXPECT ERROR "division by zero"`,
    raises: ["GB3501"],
    run: ({ text }) => {
      const { log } = bed.get();
      const found = log.takeErrors(
        ({ fields, message }) =>
          text === undefined || fields["code"] === text || message.includes(text),
      );
      if (found) return;
      const lines = log.errors.map(({ message }) => message);
      const what =
        text === undefined ? "the script ended with no error" : `no error with ${show(text)}`;
      unmet(what, listed("errors", lines));
    },
  });
