import { defineStatement } from "../define.ts";

/** `BEGIN SYSTEM PROMPT … END SYSTEM PROMPT`: what the model is told before each prompt of the run. */
export const systemPrompt = defineStatement({
  pattern: "BEGIN SYSTEM PROMPT <lines:lines>",
  summary:
    "Tells the language model how to answer: the text on the lines up to END SYSTEM PROMPT goes before each later prompt of the run. ${…} puts a value in; an empty text takes it back.",
  example: `LET SHOP$ = "Tea & Milk"
BEGIN SYSTEM PROMPT
You answer for \${SHOP$}, in two sentences at most.
# Rules
- never promise a date
END SYSTEM PROMPT
PRINT LLM "When does my order arrive?"`,
  output: "[simulated answer, set LLM_URL and LLM_MODEL for a real one] When does my order arrive?",
  needs: ["systemPrompt"],
  run: ({ lines }, { host }) => {
    host.systemPrompt.set(lines.join("\n").trim());
  },
});
