import type { FileCoverage, Totals } from "istanbul-lib-coverage";
import type { FileCoverage as FileCounts } from "../../compile/coverage/coverage.ts";

/** A file and its counts, under the name that messages have for it. */
export interface ShownCoverage {
  readonly shown: string;
  readonly counts: FileCounts;
  readonly coverage: FileCoverage;
}

/** How much of all files is covered. */
export interface CoverageTotals {
  readonly lines: Totals;
  readonly branches: Totals;
}

/**
 * Writes how much of each file is covered, and what is not, as rows of cells.
 * @param all the sum of the files
 */
export function coverageRows(
  files: readonly ShownCoverage[],
  all: CoverageTotals,
): readonly (readonly string[])[] {
  return [
    ["script", "lines", "branches", "not covered"],
    ...files.map((file) => {
      const { lines, branches } = file.coverage.toSummary();
      return [file.shown, cellOf(lines), cellOf(branches), uncovered(file)];
    }),
    ["all", cellOf(all.lines), cellOf(all.branches)],
  ];
}

function cellOf({ pct, covered, total }: Totals): string {
  if (total === 0) return "-";
  return `${percent(pct)} (${String(covered)}/${String(total)})`;
}

/** Writes a part of a hundred with one digit at most, and never more than there is: `99.9 %`. */
export function percent(part: number): string {
  return `${String(Math.floor(part * 10) / 10)} %`;
}

function uncovered({ counts, coverage }: ShownCoverage): string {
  const lines = new Set(coverage.getUncoveredLines().map(Number));
  const missed = counts.branches
    .flatMap(({ paths }) => paths)
    .filter(({ counter }) => counter.hits === 0)
    .map(({ span }) => counts.file.position(span.start).line);
  const partly = new Set(missed.filter((line) => !lines.has(line)));
  const parts = [
    ...(lines.size > 0 ? [rangesOf([...lines])] : []),
    ...(partly.size > 0 ? [`a branch of ${rangesOf([...partly])}`] : []),
  ];
  return parts.join("; ");
}

/** Writes numbers, those that follow each other as one range: `3-5, 9`. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: (readonly [first: number, last: number])[] = [];
  for (const next of numbers.toSorted((one, other) => one - other)) {
    const [first = next, last = next] = ranges.at(-1) ?? [];
    if (ranges.length > 0 && next === last + 1) ranges[ranges.length - 1] = [first, next];
    else ranges.push([next, next]);
  }
  return ranges
    .map(([first, last]) => (first === last ? String(first) : `${String(first)}-${String(last)}`))
    .join(", ");
}
