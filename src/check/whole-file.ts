import { webhookMessages } from "../diagnostics/codes/webhooks.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Declaration, ScriptTree } from "../syntax/ast.ts";

/** Reports a handler that is the rest of its file, where another handler stands in that file. */
export function checkWholeFile(
  file: SourceFile,
  { declarations }: Pick<ScriptTree, "declarations">,
  report: Report,
): void {
  const whole = declarations.find(({ wholeFile }) => wholeFile);
  const other = declarations.find((one) => one !== whole);
  if (whole === undefined || other === undefined) return;
  const title = titleOf(file, other);
  const { start, end } = other.phrase;
  const message = webhookMessages.otherHandler(title);
  report(webhookMessages.wholeFile(titleOf(file, whole), title), whole.phrase, {
    related: [{ file, span: { start, end }, message }],
  });
}

function titleOf({ text }: SourceFile, { phrase }: Declaration): string {
  return text.slice(phrase.start, phrase.end).replace(/\s+/g, " ").replace(/ DO$/i, "");
}
