import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../diagnostics/render.ts";
import { BasicError } from "../runtime/error.ts";
import { renderError, type ShownError } from "../runtime/render-error.ts";
import { isNowhere } from "./answer-functions.ts";
import { UnmetExpectation } from "./expectation.ts";
import type { TestFailure } from "./test-result.ts";

/** Describes the error that ended a test. @throws whatever is no error of a script, as it is a bug */
export function failureOf(thrown: unknown): TestFailure {
  if (!(thrown instanceof BasicError)) throw thrown;
  const error = written(thrown);
  const { detail, file, span } = error;
  const unmet = thrown instanceof UnmetExpectation ? thrown : undefined;
  return {
    summary: `${detail.code}: ${detail.message}`,
    rendered: unmet === undefined ? renderError(error) : renderUnmet(error, unmet.found),
    code: detail.code,
    place:
      file === undefined || span === undefined
        ? undefined
        : { file: file.path, line: file.position(span.start).line },
    ...(unmet === undefined ? {} : { found: unmet.found }),
    ...(unmet?.values === undefined ? {} : { values: unmet.values }),
  };
}

/** An error in what nobody wrote, such as the FUNCTION that STATUS is, stands where that is called. */
function written({ detail, file, span, frames }: BasicError): ShownError {
  const [first, ...others] = frames;
  if (first === undefined || span === undefined || !isNowhere(span)) {
    return { detail, file, span, frames };
  }
  return { detail, file: first.file, span: first.span, frames: others };
}

/** What there is instead stands under the line. The last call is the test's own, which its name says. */
function renderUnmet(error: ShownError, found: string): string {
  return `${renderError({ ...error, frames: (error.frames ?? []).slice(0, -1) })}\n\n${found}`;
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
