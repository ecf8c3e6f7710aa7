import type { FileResult, TestResult } from "../test-result.ts";

/** What a run of tests that ended early did not come to. */
export interface LeftOut {
  /** Tests of files that had begun. */
  readonly tests: number;
  /** Files of which nothing ran. */
  readonly files: number;
}

/** What a run of tests came to. */
export interface TestReport {
  readonly files: readonly FileResult[];
  /** Real milliseconds. */
  readonly durationMs: number;
  /** What did not begin, as a test failed before. */
  readonly leftOut?: LeftOut;
}

/** Writes a report in one form; a whole number of lines. */
export type Reporter = (report: TestReport) => string;

/** How many tests came out how; a file that could not be run counts as one that failed. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts the tests of a report. */
export function totalsOf({ files }: Pick<TestReport, "files">): Totals {
  const tests = files.flatMap((file) => file.tests);
  const count = (state: TestResult["state"]) => tests.filter((one) => one.state === state).length;
  const broken = files.filter(({ failures }) => failures.length > 0).length;
  return { passed: count("passed"), failed: count("failed") + broken, skipped: count("skipped") };
}
