import type { ReporterName } from "../testing/reports/index.ts";

/** What `gbasic test` was asked for. */
export interface TestOptions {
  /** Files and folders, at least one. */
  readonly paths: readonly string[];
  /** A part of the names of the tests that are meant; undefined for all. */
  readonly filter?: string;
  /** End with the first test that fails. */
  readonly bail: boolean;
  readonly reporter: ReporterName;
  /** Real seconds that one test may take. */
  readonly timeout: number;
  /** Stay, and run again what a change touches. */
  readonly watch: boolean;
}
