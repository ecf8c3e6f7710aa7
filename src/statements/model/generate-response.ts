import { definePhraseFunction } from "../define.ts";

/** `GENERATE RESPONSE prompt`: the model's answer; "" for an empty prompt, without a call. */
export const generateResponse = definePhraseFunction({
  pattern: "GENERATE RESPONSE <prompt:text>",
  summary: "Asks the language model and gives its answer; an empty prompt gives empty text.",
  example: `LET ANSWER$ = GENERATE RESPONSE "Say hello in Portuguese"
PRINT ANSWER$`,
  output: "[simulated answer, set LLM_URL and LLM_MODEL for a real one] Say hello in Portuguese",
  returns: "text",
  needs: ["model"],
  runAsync: async ({ prompt }, { host, signal }) =>
    prompt.trim() === "" ? "" : host.model.complete(prompt, signal),
});
