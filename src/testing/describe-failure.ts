import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Diagnostic, Message } from "../diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../diagnostics/render.ts";
import { visible } from "../diagnostics/visible.ts";
import type { Place } from "../host/host.ts";
import { BasicError, locate } from "../runtime/error.ts";
import { renderError, type ShownError } from "../runtime/render-error.ts";
import type { SourceFile } from "../source/source-file.ts";
import { isNowhere } from "./answer-functions.ts";
import { UnmetExpectation } from "./expectation.ts";
import type { LogRecord, RecordedLog } from "./recorded-log.ts";
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
    ...hintOf(detail),
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
  const { code, message, hint, file, span } = found;
  return {
    summary: `${code}: ${message}`,
    rendered: renderDiagnostic(found),
    code,
    place: { file: file.path, line: file.position(span.start).line },
    ...hintOf({ hint }),
  };
}

/** Describes what no line of a script raised, as it stands at a line of the test. */
export function failureAt(
  detail: Message,
  place: Place | undefined,
  file: SourceFile,
): TestFailure {
  const error = new BasicError(detail);
  if (place?.file === file.path) {
    locate(error, file, file.lineSpan(place.line));
    return failureOf(error);
  }
  const failure = failureOf(error);
  if (place === undefined) return failure;
  const at = `${visible(place.file)}:${String(place.line)}`;
  return { ...failure, place, rendered: `${at} ${failure.rendered}` };
}

/**
 * Describes the error that ended a test.
 * @param place of the statement that ran, for an error that no line raised
 * @throws whatever is no error of a script, as it is a bug
 */
export function failureIn(file: SourceFile, thrown: unknown, place: Place): TestFailure {
  const isNoLine = thrown instanceof BasicError && thrown.span === undefined;
  return isNoLine ? failureAt(thrown.detail, place, file) : failureOf(thrown);
}

/** Describes an error that a script ended with and that its test does not expect. */
export function failureOfRun(
  { fields, message, statement }: LogRecord,
  log: RecordedLog,
): TestFailure {
  const code = typeof fields["code"] === "string" ? fields["code"] : "an error";
  const detail = testingMessages.scriptFailed(code, log.countErrors(code));
  const summary = `${detail.code}: ${detail.message}`;
  const rendered = [message, `error ${summary}`, `  hint: ${detail.hint ?? ""}`].join("\n");
  const { file, line } = fields;
  const isKnown = typeof file === "string" && typeof line === "number";
  const place = isKnown ? { file, line } : statement;
  return { summary, rendered, code: detail.code, place, found: message, ...hintOf(detail) };
}

function hintOf({ hint }: { readonly hint?: string | undefined }): Pick<TestFailure, "hint"> {
  return hint === undefined ? {} : { hint };
}
