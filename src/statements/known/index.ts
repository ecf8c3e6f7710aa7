import { conversationPhrases } from "./conversation.ts";
import { dataPhrases } from "./data.ts";
import { knowledgePhrases } from "./knowledge.ts";
import { networkPhrases } from "./network.ts";
import { workPhrases } from "./work.ts";

/**
 * The phrases of General Bots that gbasic does not provide. One that is declared as a statement goes
 * away from here.
 */
export const knownPhrases = [
  ...conversationPhrases,
  ...dataPhrases,
  ...knowledgePhrases,
  ...networkPhrases,
  ...workPhrases,
];
