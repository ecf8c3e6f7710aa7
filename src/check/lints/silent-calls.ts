import { phoneCheckMessages } from "../../diagnostics/codes/phone-calls.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Phrase } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { constantValue } from "./constant-value.ts";
import type { LintedScript } from "./linted-script.ts";
import { Origins } from "./origins.ts";
import { expressionSlot } from "./outside.ts";

/** Warns of calls that are never made, as they have neither a text nor a block to go on in. */
export function findSilentCalls(linted: LintedScript, report: Report): void {
  if (!linted.script.needs.has("phone")) return;
  const origins = new Origins(linted);
  for (const body of linted.bodies) {
    walkBlock(body.block, {
      statement(statement) {
        if (statement.kind !== "phrase-statement") return;
        const { phrase } = statement;
        if (phrase.entry.title !== "SEND CALL" || phrase.slots.has("block")) return;
        if (isSilent(phrase, body, origins)) report(phoneCheckMessages.nothingToSay(), phrase);
      },
    });
  }
}

function isSilent(phrase: Phrase, body: CheckedBody, origins: Origins): boolean {
  const text = expressionSlot(phrase, "text");
  if (text === undefined) return true;
  const value = constantValue(text, body, origins);
  return value !== undefined && toText(value).trim() === "";
}
