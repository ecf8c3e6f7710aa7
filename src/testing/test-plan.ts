import type { Span } from "../source/span.ts";

/** The rows of a TEST EACH. */
export interface RowsPlan {
  /** The key of the FUNCTION that gives them. */
  readonly key: string;
}

/** One TEST of a file; where it has rows it stands for as many tests. */
export interface TestPlan extends Span {
  readonly name: string;
  /** The key of the SUB that it was made. */
  readonly key: string;
  readonly mode: "run" | "skip" | "only";
  readonly rows: RowsPlan | undefined;
}
