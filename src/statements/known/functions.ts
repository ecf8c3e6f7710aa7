import { defineKnownPhrases } from "../define.ts";

/** Functions that single scripts of General Bots use. */
export const knownFunctions = defineKnownPhrases([
  {
    kind: "function",
    does: "makes the signature or the digest of a text",
    phrases: ["HASH"],
    instead: "HMAC(text, key), or SHA256(text) where there is no key",
  },
  {
    kind: "function",
    does: "makes a spreadsheet of rows",
    phrases: ["EXCEL", "TOEXCEL", "TO_EXCEL"],
    instead: "CSV(rows), which spreadsheet programs open",
  },
  {
    kind: "function",
    does: "tells whether a mail address is that of a person rather than of a company",
    phrases: ["IS_PERSONAL_EMAIL"],
    instead: 'REGEX_TEST(email, "@(gmail|hotmail|outlook|yahoo)\\\\.")',
  },
  {
    kind: "function",
    does: "tells whether a mail was written by a machine",
    phrases: ["IS_AUTOREPLY"],
    instead: 'REGEX_TEST(subject, "out of office|auto.?reply", "i")',
  },
  {
    kind: "function",
    does: "tells how urgent a text is",
    phrases: ["DETECT_URGENCY"],
    instead: 'LLM "How urgent is this: low, medium or high? " + text',
  },
  {
    kind: "function",
    does: "tells what a text is about",
    phrases: ["CLASSIFY_INTENT"],
    instead: 'LLM "Which of order, complaint or question is this? " + text',
  },
  {
    kind: "function",
    does: "makes a number for a case",
    phrases: ["GENERATE_CASE_NUMBER"],
    instead: 'FORMAT(NOW(), "yyyyMMddHHmmss"), or UUID()',
  },
  {
    kind: "function",
    does: "names a person of the staff who is free",
    phrases: ["GET_NEXT_AVAILABLE_AGENT"],
  },
]);
