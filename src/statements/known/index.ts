import type { defineKnownPhrases } from "../define.ts";
import { conversationPhrases } from "./conversation.ts";
import { dataPhrases } from "./data.ts";
import { knownFunctions } from "./functions.ts";
import { knowledgePhrases } from "./knowledge.ts";
import { networkPhrases } from "./network.ts";
import { workPhrases } from "./work.ts";

type KnownPhrases = ReturnType<typeof defineKnownPhrases>;

/** Known phrases that belong together. */
export interface KnownArea {
  /** As a heading: `Tables and files`. */
  readonly title: string;
  readonly phrases: KnownPhrases;
}

/**
 * The phrases of General Bots that gbasic does not provide, by what they are about. One that is
 * declared as a statement goes away from here.
 */
export const knownAreas: readonly KnownArea[] = [
  { title: "Conversations with people", phrases: conversationPhrases },
  { title: "Tables and files", phrases: dataPhrases },
  { title: "Knowledge, tools and memory of language models", phrases: knowledgePhrases },
  { title: "HTTP and events", phrases: networkPhrases },
  { title: "Functions", phrases: knownFunctions },
  { title: "Bots, customers, calendars, networks and devices", phrases: workPhrases },
];

/** All of them. */
export const knownPhrases: KnownPhrases = knownAreas.flatMap(({ phrases }) => phrases);
