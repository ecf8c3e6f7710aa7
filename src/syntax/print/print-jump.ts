import type { LabelStatement, OnErrorStatement, ResumeStatement } from "../ast.ts";
import { RESERVED_WORDS } from "../words.ts";

/** Tells whether a label is the number of its line, which stands before the statement. */
export function isLineNumber({ label }: LabelStatement): boolean {
  return /^\d/.test(label.key);
}

/** Writes a label; a word of the language is one for certain only after LABEL. */
export function printLabel(statement: LabelStatement): string {
  const { key, text } = statement.label;
  if (isLineNumber(statement)) return text;
  return RESERVED_WORDS.has(key) ? `LABEL ${text}` : `${text}:`;
}

/** Writes ON ERROR. */
export function printOnError({ action, label }: OnErrorStatement): string {
  if (action === "resume-next") return "ON ERROR RESUME NEXT";
  return `ON ERROR GOTO ${action === "off" ? "0" : (label?.text ?? "0")}`;
}

/** Writes RESUME. */
export function printResume({ where, label }: ResumeStatement): string {
  if (where === "next") return "RESUME NEXT";
  return label === undefined ? "RESUME" : `RESUME ${label.text}`;
}
