import type { Message } from "../diagnostics/diagnostic.ts";
import type { Values } from "./expectation.ts";

/** Why a test failed. */
export interface TestFailure {
  /** Code and text in one line. */
  readonly summary: string;
  /** As it is shown to a person: with its place, the line of the source and the calls. */
  readonly rendered: string;
  readonly code: Message["code"];
  /** Where it failed, 1-based; undefined where no line of a script is to blame. */
  readonly place: { readonly file: string; readonly line: number } | undefined;
  /** What there is instead of what was expected, for a person; undefined where that says nothing. */
  readonly found?: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Both sides, where two values were compared. */
  readonly values?: Values;
}

/** What came of one test. */
export interface TestResult {
  readonly name: string;
  readonly file: string;
  /** Of the TEST, 1-based. */
  readonly line: number;
  readonly state: "passed" | "failed" | "skipped";
  /** Real milliseconds. */
  readonly durationMs: number;
  readonly failures: readonly TestFailure[];
  /** What the test printed, and what its scripts printed in jobs, a line each. */
  readonly printed: readonly string[];
}

/** What came of one file. */
export interface FileResult {
  readonly file: string;
  readonly tests: readonly TestResult[];
  /** Why nothing of the file could be run: findings in it, or in the script that it tests. */
  readonly failures: readonly TestFailure[];
  /** What is most likely not meant in the file; it fails nothing. */
  readonly warnings: readonly TestFailure[];
}
