import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";

/** `MOCK GENERATE RESPONSE WITH "…"`: what the language model answers. */
export const mockModel = (bed: CurrentBed) =>
  defineStatement({
    pattern: "MOCK GENERATE RESPONSE WITH <answer:text>",
    also: ["MOCK LLM WITH <answer:text>"],
    summary:
      "Makes the language model give this answer from now on. Without it, it repeats the prompt.",
    example: `MOCK GENERATE RESPONSE WITH "Good morning!"
RECEIVE WHATSAPP TEXT "hello"
EXPECT SENT WHATSAPP SAYING "Good morning!"`,
    run: ({ answer }) => {
      bed.get().channels.model.answerWith(answer);
    },
  });
