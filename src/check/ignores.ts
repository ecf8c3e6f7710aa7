import { ignoreMessages } from "../diagnostics/codes/ignores.ts";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Comment } from "../syntax/ast.ts";
import { type IgnoreComment, type IgnoredCode, readIgnoreComments } from "./ignore-comment.ts";

/** What was found in a script, with all that its comments have a say in. */
export interface Findings {
  readonly file: SourceFile;
  readonly comments: readonly Comment[];
  readonly found: readonly Diagnostic[];
  /** False where an error kept part of the checks from being made. */
  readonly complete: boolean;
}

/**
 * Leaves out the warnings that comments of the script silence, and reports comments that silence
 * nothing. Errors stay: a script that has one cannot run, whatever its comments say.
 */
export function applyIgnores({ file, comments, found, complete }: Findings): readonly Diagnostic[] {
  const ignores = readIgnoreComments(file, comments);
  if (ignores.length === 0) return found;
  const silenced = new Set<Diagnostic>();
  const reported = ignores.flatMap((ignore) => {
    const here = found.filter(
      ({ span }) => ignore.line === undefined || file.position(span.start).line === ignore.line,
    );
    return complaints(file, ignore, here, silenced, complete);
  });
  return [...found.filter((finding) => !silenced.has(finding)), ...reported];
}

/** Notes in `silenced` what a comment silences, and gives what is to be said about the comment. */
function complaints(
  file: SourceFile,
  ignore: IgnoreComment,
  here: readonly Diagnostic[],
  silenced: Set<Diagnostic>,
  complete: boolean,
): Diagnostic[] {
  if (ignore.codes.length === 0) {
    return [{ ...ignoreMessages.ignoreWithoutCode(), file, span: ignore.comment }];
  }
  return ignore.codes.flatMap((ignored): Diagnostic[] => {
    const meant = here.filter(({ code }) => code === ignored.code);
    const warnings = meant.filter(({ severity }) => severity !== "error");
    for (const finding of warnings) silenced.add(finding);
    if (meant.length > warnings.length) {
      return [{ ...ignoreMessages.ignoredError(ignored.code), file, span: ignored }];
    }
    if (meant.length > 0 || !complete) return [];
    const others = ignore.line === undefined ? [] : codesOf(here, ignore);
    const message = ignoreMessages.ignoresNothing(ignored.code, others);
    const fix = removal(file, ignore, ignored);
    return [{ ...message, file, span: ignored, ...(fix === undefined ? {} : { fix }) }];
  });
}

function codesOf(found: readonly Diagnostic[], { codes }: IgnoreComment): readonly string[] {
  const named = new Set(codes.map(({ code }) => code));
  const warnings = found.filter(({ severity, code }) => severity !== "error" && !named.has(code));
  return [...new Set(warnings.map(({ code }) => code))];
}

/** Takes one code out of a comment, or the comment away where it names no other. */
function removal(file: SourceFile, ignore: IgnoreComment, ignored: IgnoredCode): Fix | undefined {
  const { codes, comment, alone } = ignore;
  const [first, last] = [codes[0], codes.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (codes.length > 1) {
    const kept = codes.filter((code) => code !== ignored).map(({ code }) => code);
    const span = { start: first.start, end: last.end };
    return { title: `takes ${ignored.code} out`, edits: [{ span, text: kept.join(", ") }] };
  }
  // A REM behind other statements needs its `:`, which is not the comment's to remove.
  if (!alone && /^REM/iu.test(comment.text)) return undefined;
  let { start } = comment;
  while (/[ \t]/u.test(file.text.charAt(start - 1))) start--;
  const lineEnd = /^\r?\n/u.exec(file.text.slice(comment.end))?.[0].length ?? 0;
  const end = alone ? comment.end + lineEnd : comment.end;
  return { title: "removes the comment", edits: [{ span: { start, end }, text: "" }] };
}
