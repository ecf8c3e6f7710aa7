import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";

/** `RECEIVE AGAIN`: what a provider does that got no answer. */
export const receiveAgain = (bed: CurrentBed) =>
  defineStatement({
    pattern: "RECEIVE AGAIN",
    summary:
      "Sends the last request once more, byte for byte, as a provider does that got no answer.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nRECEIVE AGAIN\nEXPECT STATUS 200\nEXPECT NOTHING SENT`,
    raises: ["GB3502"],
    runAsync: () => bed.get().events.repeat(),
  });
