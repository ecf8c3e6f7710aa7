import { testingMessages } from "../../diagnostics/codes/testing.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineStatement } from "../../statements/define.ts";
import { unitMs, unitOf } from "../../syntax/delay.ts";
import type { CurrentBed } from "../current-bed.ts";

/** Ten years; what a bot does after that needs no test. */
const LONGEST_MS = 3653 * unitMs("DAYS");

/** `ADVANCE 24 HOURS`: lets time pass, with all that becomes due. */
export const advance = (bed: CurrentBed) =>
  defineStatement({
    pattern:
      "ADVANCE <amount:number> <unit:word(SECOND|SECONDS|MINUTE|MINUTES|HOUR|HOURS|DAY|DAYS)>",
    summary:
      "Lets time pass: jobs and messages that become due on the way run and are sent, one after another at their times.",
    example: `FAIL NEXT WHATSAPP
RECEIVE WHATSAPP TEXT "hello"
EXPECT NOTHING SENT
ADVANCE 1 HOUR
EXPECT SENT WHATSAPP CONTAINING "hello"`,
    raises: ["GB3505"],
    runAsync: async ({ amount, unit }, { signal }) => {
      const known = unitOf(unit);
      if (known === undefined || !(amount >= 0 && amount * unitMs(known) <= LONGEST_MS)) {
        throw new BasicError(testingMessages.badSpan(`${String(amount)} ${unit}`));
      }
      await bed.get().advance(amount * unitMs(known), signal);
    },
  });
