import { testingMessages } from "../../diagnostics/codes/testing.ts";
import { BasicError } from "../../runtime/error.ts";
import { readDate } from "../../runtime/value/date-conversion.ts";
import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";

/** `SET CLOCK "2026-01-01 09:00"`: what time it is for the scripts. */
export const setClock = (bed: CurrentBed) =>
  defineStatement({
    pattern: "SET CLOCK [TO] <moment:any>",
    summary:
      "Puts the clock of the test somewhere. No time passes: what waits for a delay goes on waiting.",
    example: `SET CLOCK "2026-03-01 09:00"\nEXPECT HOUR(NOW()) = 9`,
    raises: ["GB3504"],
    run: ({ moment }) => {
      const { time } = bed.get();
      const date = readDate(moment, time.zone);
      if (date === undefined || date.precision === "time") {
        throw new BasicError(testingMessages.badClock(toText(moment), "SET CLOCK"));
      }
      time.setClock(date.epoch);
    },
  });
