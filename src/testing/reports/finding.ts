import type { TestFailure } from "../test-result.ts";

/** Why something failed, for programs. */
export interface ReportedFinding {
  readonly code: TestFailure["code"];
  readonly message: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly expected?: string;
  readonly actual?: string;
  /** What there is instead, lines for a person. */
  readonly found?: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** Says why something failed in the members that the reports for programs have. */
export function reported(failure: TestFailure): ReportedFinding {
  const { code, summary, place, values, found, hint } = failure;
  return {
    ...{ code, message: summary, ...place, ...values },
    ...(found === undefined ? {} : { found }),
    ...(hint === undefined ? {} : { hint }),
  };
}
