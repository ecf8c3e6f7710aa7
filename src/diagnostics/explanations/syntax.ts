import type { syntaxMessages } from "../codes/syntax.ts";
import type { ExplanationsOf } from "../explanation.ts";
import { blockExplanations } from "./syntax-blocks.ts";
import { textExplanations } from "./syntax-text.ts";
import { valueExplanations } from "./syntax-values.ts";

/** Explains the codes of `../codes/syntax.ts`. */
export const syntaxExplanations: ExplanationsOf<typeof syntaxMessages> = {
  ...textExplanations,
  ...blockExplanations,
  ...valueExplanations,
};
