import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { Comment } from "../syntax/ast.ts";

/** A code as a comment names it. */
export interface IgnoredCode extends Span {
  /** Upper case: `GB2501`. */
  readonly code: string;
}

/** A comment that silences findings: `' gbasic-ignore GB2501: reason`. */
export interface IgnoreComment {
  readonly comment: Comment;
  readonly codes: readonly IgnoredCode[];
  /** The 1-based line whose findings it silences; undefined for those of the whole file. */
  readonly line: number | undefined;
  /** True where nothing but the comment stands on its line. */
  readonly alone: boolean;
}

const IGNORE = /^(?:REM|'|\/\/|\/\*|#)\s*gbasic-ignore(-file)?(?![\w-])([^:]*)/iu;
const CODE = /\bGB\d{4}\b/giu;

/** Finds the comments of a script that silence findings. */
export function readIgnoreComments(
  file: SourceFile,
  comments: readonly Comment[],
): readonly IgnoreComment[] {
  if (!/gbasic-ignore/iu.test(file.text)) return [];
  const lonely = new Set(
    comments.filter((comment) => isAlone(file, comment)).map((comment) => lineOf(file, comment)),
  );
  return comments.flatMap((comment): IgnoreComment[] => {
    const match = IGNORE.exec(comment.text);
    if (match === null) return [];
    const [whole, ofFile, list = ""] = match;
    const codes = codesOf(list, comment.start + whole.length - list.length);
    const own = lineOf(file, comment);
    const alone = lonely.has(own);
    const line = alone ? nextStatementLine(file, own, lonely) : own;
    return [{ comment, codes, alone, line: ofFile === undefined ? line : undefined }];
  });
}

function codesOf(list: string, offset: number): IgnoredCode[] {
  return [...list.matchAll(CODE)].map(({ 0: code, index }) => {
    const start = offset + index;
    return { code: code.toUpperCase(), start, end: start + code.length };
  });
}

/** Comments may stand above each other, and then all of them are about the statement below. */
function nextStatementLine(file: SourceFile, own: number, lonely: ReadonlySet<number>): number {
  const last = file.position(file.text.length).line;
  let line = own + 1;
  while (line < last && (lonely.has(line) || file.line(line).trim() === "")) line++;
  return line;
}

function isAlone(file: SourceFile, { start }: Span): boolean {
  const { line, column } = file.position(start);
  return (
    file
      .line(line)
      .slice(0, column - 1)
      .trim() === ""
  );
}

function lineOf(file: SourceFile, { start }: Span): number {
  return file.position(start).line;
}
