import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../diagnostics/render.ts";
import { BasicError } from "../runtime/error.ts";
import { renderError } from "../runtime/render-error.ts";
import { UnmetExpectation } from "./expectation.ts";
import type { TestFailure } from "./test-result.ts";

/** Describes the error that ended a test. @throws whatever is no error of a script, as it is a bug */
export function failureOf(error: unknown): TestFailure {
  if (!(error instanceof BasicError)) throw error;
  const { detail, file, span } = error;
  return {
    summary: `${detail.code}: ${detail.message}`,
    rendered: error instanceof UnmetExpectation ? renderUnmet(error) : renderError(error),
    code: detail.code,
    place:
      file === undefined || span === undefined
        ? undefined
        : { file: file.path, line: file.position(span.start).line },
  };
}

/** What there is instead stands under the line. The last call is the test's own, which its name says. */
function renderUnmet(error: UnmetExpectation): string {
  const { detail, file, span, frames, found } = error;
  return `${renderError({ detail, file, span, frames: frames.slice(0, -1) })}\n\n${found}`;
}

/** Describes a finding that keeps a file from being run. */
export function failureOfFinding(found: Diagnostic): TestFailure {
  const { code, message, file, span } = found;
  return {
    summary: `${code}: ${message}`,
    rendered: renderDiagnostic(found),
    code,
    place: { file: file.path, line: file.position(span.start).line },
  };
}
