import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";

/** A comment that begins as text does: no blank between the mark and its first letter. */
const LIKE_TEXT = /^'[\p{L}\p{N}]/u;

/** Warns of `PRINT 'Hello`: without a second ' on the line it is a comment, and nothing is printed. */
export function findTextsAsComments({ tree, script, bodies }: LintedScript, report: Report): void {
  const { text } = script.file;
  const suspects = tree.comments.filter(({ text }) => LIKE_TEXT.test(text));
  if (suspects.length === 0) return;
  for (const { block } of bodies) {
    walkBlock(block, {
      statement(statement) {
        if (statement.kind !== "phrase-statement") return;
        const { phrase } = statement;
        if (phrase.entry.title !== "PRINT" || phrase.slots.size > 0) return;
        const comment = suspects.find(
          ({ start }) => start > phrase.end && /^ +$/.test(text.slice(phrase.end, start)),
        );
        if (comment !== undefined) report(lintMessages.textAsComment(), comment);
      },
    });
  }
}
