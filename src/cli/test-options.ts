import type { ReporterName } from "../testing/reports/index.ts";

/** How much of the scripts has to be tested, and where that is written. */
export interface CoverageOptions {
  /** Tell how much of the scripts ran. */
  readonly coverage: boolean;
  /** A part of a hundred that is wanted at least; undefined where any will do. */
  readonly coverageLines?: number;
  readonly coverageBranches?: number;
  /** The folder that the reports are written to. */
  readonly coverageFolder: string;
}

/** What `gbasic test` was asked for. */
export interface TestOptions extends CoverageOptions {
  /** Files and folders, at least one. */
  readonly paths: readonly string[];
  /** A part of the names of the tests that are meant; undefined for all. */
  readonly filter?: string;
  /** End with the first test that fails. */
  readonly bail: boolean;
  readonly reporter: ReporterName;
  /** Real seconds that one test may take. */
  readonly timeout: number;
  /** Call addresses that no mock answers, and keep what they answer. */
  readonly record: boolean;
  /** Stay, and run again what a change touches. */
  readonly watch: boolean;
}
