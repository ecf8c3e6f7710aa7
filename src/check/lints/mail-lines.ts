import { textBlockMessages } from "../../diagnostics/codes/text-blocks.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Expression, Phrase } from "../../syntax/ast.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";
import { literalText } from "./markup.ts";

/** Of the lines above a mail's text only the subject is one: values must not become addresses. */
const HEADER = /^\s*(cc|bcc|to|from|reply-to|attach(?:ment)?s?)\s*:/i;
const SUBJECT = /^\s*subject\s*:/i;

/** Warns of BEGIN MAIL without a subject, and of lines that look like headers and are read as text. */
export function findMailLines({ bodies, script }: LintedScript, report: Report): void {
  if (!script.needs.has("mail")) return;
  for (const body of bodies) {
    walkBlock(body.block, {
      statement(statement) {
        if (statement.kind !== "phrase-statement") return;
        if (statement.phrase.entry.title === "BEGIN MAIL") lookAt(statement.phrase, report);
      },
    });
  }
}

function lookAt(phrase: Phrase, report: Report): void {
  const lines = phrase.slots.get("lines");
  if (lines?.kind !== "rest") return;
  const written = lines.values.map((value) => ({ value, start: writtenStart(value) }));
  const from = written.findIndex(({ start }) => start?.trim() !== "");
  const top = from === -1 ? [] : written.slice(from);
  const [first] = top;
  // A line that begins with a value may be the subject.
  if (first?.start === undefined) return;
  if (!SUBJECT.test(first.start)) report(textBlockMessages.noSubject(), first.value);
  for (const { value, start = "" } of top) {
    const [, name] = HEADER.exec(start) ?? [];
    if (name !== undefined) report(textBlockMessages.mailHeader(name), value);
    else if (!SUBJECT.test(start)) return;
  }
}

/** Gives what a line begins with in the script; undefined where that is a value. */
function writtenStart(line: Expression): string | undefined {
  if (line.kind === "literal") return literalText(line);
  const [start] = line.kind === "template" ? line.parts : [];
  return typeof start === "string" && start.trim() !== "" ? start : undefined;
}
