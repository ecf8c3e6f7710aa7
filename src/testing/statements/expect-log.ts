import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { listed, show, unmet } from "../expectation.ts";

/** `EXPECT LOG "order 7"`: a line that LOG wrote in this test. */
export const expectLog = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT LOG [CONTAINING] <part:text>",
    summary: "Expects a line of LOG in this test with this in it.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT LOG "hello"`,
    raises: ["GB3501"],
    run: ({ part }) => {
      const { written } = bed.get().log;
      if (written.some((line) => line.includes(part))) return;
      unmet(`nothing with ${show(part)} was logged`, listed("logged", written));
    },
  });
