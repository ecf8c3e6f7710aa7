import type {
  ClearErrorStatement,
  JumpStatement,
  LabelStatement,
  OnErrorStatement,
  ResumeStatement,
} from "../ast.ts";
import { RESERVED_WORDS } from "../words.ts";

/** Tells whether a label is the number of its line, which stands before the statement. */
export function isLineNumber({ label }: LabelStatement): boolean {
  return /^\d/.test(label.key);
}

/** Writes a label, or a statement that jumps or sees to errors. */
export function printJump(
  statement:
    LabelStatement | JumpStatement | OnErrorStatement | ResumeStatement | ClearErrorStatement,
): string {
  switch (statement.kind) {
    case "label":
      return printLabel(statement);
    case "goto":
    case "gosub":
      return `${statement.kind.toUpperCase()} ${statement.label.text}`;
    case "on-error":
      return printOnError(statement);
    case "resume":
      return printResume(statement);
    case "clear-error":
      return "CLEAR ERROR";
  }
}

/** A word of the language is a label for certain only after LABEL. */
function printLabel(statement: LabelStatement): string {
  const { key, text } = statement.label;
  if (isLineNumber(statement)) return text;
  return RESERVED_WORDS.has(key) ? `LABEL ${text}` : `${text}:`;
}

function printOnError({ action, label }: OnErrorStatement): string {
  if (action === "resume-next") return "ON ERROR RESUME NEXT";
  return `ON ERROR GOTO ${action === "off" ? "0" : (label?.text ?? "0")}`;
}

function printResume({ where, label }: ResumeStatement): string {
  if (where === "next") return "RESUME NEXT";
  return label === undefined ? "RESUME" : `RESUME ${label.text}`;
}
