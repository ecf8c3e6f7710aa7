import { renderError } from "../runtime/render-error.ts";
import type { TestFailure } from "../testing/test-result.ts";
import type { UsageError } from "./usage-error.ts";

/** Describes what keeps a file of tests from being run or recorded, in its report. */
export function failureOfUsage({ detail }: UsageError): TestFailure {
  const { code, message } = detail;
  const rendered = renderError({ detail });
  return { summary: `${code}: ${message}`, rendered, code, place: undefined };
}
