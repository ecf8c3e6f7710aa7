import type { BranchMapping, FileCoverageData, Range } from "istanbul-lib-coverage";
import type { BranchKind, CountedPlace, FileCoverage } from "../../compile/coverage/coverage.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";

/** As the reporters call them: each word decides how what is missing is shown. */
const TYPES: Readonly<Record<BranchKind, string>> = {
  if: "if",
  select: "switch",
  choice: "cond-expr",
  logic: "binary-expr",
  loop: "cond-expr",
  default: "default-arg",
};

/**
 * Writes the counts of a file as Istanbul's reporters read them.
 * @param path of the file, absolute
 */
export function coverageData(
  { file, statements, branches, bodies }: FileCoverage,
  path: string,
): FileCoverageData {
  return {
    path,
    statementMap: byIndex(statements, ({ span }) => rangeOf(file, span)),
    s: byIndex(statements, hitsOf),
    fnMap: byIndex(bodies, ({ name, head, span }) => {
      const decl = rangeOf(file, head);
      return { name, decl, loc: rangeOf(file, span), line: decl.start.line };
    }),
    f: byIndex(bodies, hitsOf),
    branchMap: byIndex(branches, ({ kind, span, paths }): BranchMapping => {
      const loc = rangeOf(file, span);
      // A chain of conditions is shown at each of its branches, a single one at its IF.
      const type = kind === "if" && paths.length > 2 ? "cond-expr" : TYPES[kind];
      const locations = paths.map((path, at) =>
        type === "if" && at === 0 ? loc : rangeOf(file, shortened(path.span, span)),
      );
      return { type, loc, locations, line: loc.start.line };
    }),
    b: byIndex(branches, ({ paths }) => paths.map(hitsOf)),
  };
}

function byIndex<T, R>(items: readonly T[], give: (item: T) => R): Record<string, R> {
  return Object.fromEntries(items.map((item, at) => [String(at), give(item)]));
}

function hitsOf({ counter }: CountedPlace): number {
  return counter.hits;
}

/** A way that has no lines of its own, such as that past an IF, is shown at the first word. */
function shortened(path: Span, whole: Span): Span {
  const isWhole = path.start === whole.start && path.end === whole.end;
  return isWhole ? { start: whole.start, end: whole.start + 2 } : path;
}

/** Lines from 1, columns from 0, the last one included. */
function rangeOf(file: SourceFile, { start, end }: Span): Range {
  const [first, last] = [file.position(start), file.position(Math.max(start, end - 1))];
  return {
    start: { line: first.line, column: first.column - 1 },
    end: { line: last.line, column: last.column - 1 },
  };
}
