import { definePhraseFunction } from "../define.ts";

/** `LLM prompt`: the model's answer; "" for an empty prompt, without a call. */
export const llm = definePhraseFunction({
  pattern:
    "LLM <prompt:text> { OPTIMIZE FOR <goal?:text> | MAX_COST <cost?:any> | MAX_LATENCY <latency?:any> }",
  summary: "Asks the language model and gives its answer; the short form of GENERATE RESPONSE.",
  example: `LET SUMMARY$ = LLM "Summarise in one line: " + "The parcel left on Monday."
PRINT SUMMARY$`,
  output:
    "[simulated answer, set LLM_URL and LLM_MODEL for a real one] Summarise in one line: The parcel left on Monday.",
  returns: "text",
  needs: ["model"],
  runAsync: async ({ prompt }, { host, signal }) =>
    prompt.trim() === "" ? "" : host.model.complete(prompt, signal),
});
