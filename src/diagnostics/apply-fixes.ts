import type { Diagnostic, Edit } from "./diagnostic.ts";

/** A text after some fixes were made in it. */
export interface FixedText {
  readonly text: string;
  /** The findings whose fixes were made, in the order of the text. */
  readonly fixed: readonly Diagnostic[];
}

/**
 * Makes the fixes of findings in the text that they were found in. Where two fixes touch each
 * other the later one is left out: after the first, it may not be right any more. What no fix
 * changes stays as it is, character for character.
 * @param text the text of the file that all the findings are in
 */
export function applyFixes(text: string, findings: readonly Diagnostic[]): FixedText {
  const fixed: Diagnostic[] = [];
  const edits: Edit[] = [];
  for (const finding of findings) {
    const own = finding.fix?.edits ?? [];
    if (own.length === 0 || own.some((edit) => edits.some((other) => touch(edit, other)))) continue;
    edits.push(...own);
    fixed.push(finding);
  }
  return { text: applyEdits(text, edits), fixed };
}

function touch({ span }: Edit, { span: other }: Edit): boolean {
  return span.start <= other.end && other.start <= span.end;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { span, text: replacement } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(from, span.start), replacement);
    from = span.end;
  }
  return [...parts, text.slice(from)].join("");
}
