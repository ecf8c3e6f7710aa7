import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Comment } from "./ast.ts";

/** `#include "x"` of C, and `'$INCLUDE: 'x'` of QuickBASIC. */
const INCLUDE = /^(?:#[ \t]*include|'[ \t]*\$include:?)[ \t]*["'<](.+?)["'>]/i;

/** Warns of comments that would include a file elsewhere, and do nothing here. */
export function reportIncludeComments(comments: readonly Comment[], report: Report): void {
  for (const { text, start } of comments) {
    const match = INCLUDE.exec(text);
    if (match === null) continue;
    const [whole, path = ""] = match;
    report(syntaxMessages.includeComment(path), { start, end: start + whole.length });
  }
}
