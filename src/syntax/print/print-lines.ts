import type { Expression } from "../ast-expression.ts";
import type { Pattern } from "../pattern.ts";
import { printInterpolation } from "./print-literal.ts";
import type { Print } from "./printed.ts";

/**
 * Writes the lines of a text block after the line of its BEGIN, and its END.
 * @returns lines, each after a line break, without the indentation of the place they go to
 */
export function printLines(lines: readonly Expression[], pattern: Pattern, print: Print): string {
  const title = titleOf(pattern);
  return [...lines.map((line) => printLine(line, print)), `END ${title}`]
    .map((line) => `\n${line}`)
    .join("");
}

function printLine(line: Expression, print: Print): string {
  if (line.kind === "literal") return String(line.value);
  if (line.kind !== "template") throw new Error("a line of a text block is a text");
  const parts = line.parts.map((part) =>
    typeof part === "string" ? part : printInterpolation(print(part)),
  );
  return parts.join("");
}

/** The words after BEGIN, which END repeats. */
function titleOf({ parts }: Pattern): string {
  const words: string[] = [];
  for (const part of parts.slice(1)) {
    if (part.kind !== "word") break;
    words.push(part.word);
  }
  return words.join(" ");
}
