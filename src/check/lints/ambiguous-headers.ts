import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Edit, Fix, Report } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Parameter, Procedure } from "../../syntax/ast.ts";
import { sigilOf } from "../../syntax/sigil.ts";
import type { LintedScript } from "./linted-script.ts";
import { walkBlock } from "../walk.ts";

/**
 * Warns of headers without brackets in which a reader cannot tell where the name ends. The fix puts
 * in the brackets as gbasic reads the header.
 */
export function findAmbiguousHeaders({ script }: LintedScript, report: Report): void {
  for (const { procedure } of script.procedures.values()) {
    if (!isAmbiguous(script.file, procedure)) continue;
    const { kind, displayName, parameters, nameSpan } = procedure;
    const header = { name: displayName, parameters: parameters.map(({ name }) => name.text) };
    const end = parameters.at(-1)?.end ?? nameSpan.end;
    const message = lintMessages.ambiguousHeader({ kind, read: header, meant: header });
    report(message, { start: nameSpan.start, end }, { fix: bracketsFor(script.file, procedure) });
  }
}

function isAmbiguous({ text }: SourceFile, procedure: Procedure): boolean {
  const { kind, nameSpan, parameters } = procedure;
  const [first] = parameters;
  if (first === undefined || text.slice(nameSpan.end, first.start).includes("(")) return false;
  if (sigilOf(first.name.text) === undefined) return true;
  if (
    parameters.some((parameter, at) => at > 0 && !isSeparated(text, parameters[at - 1], parameter))
  )
    return true;
  // The one word with a sigil may be the end of a FUNCTION's name as well.
  return kind === "function" && parameters.length === 1 && !isRead(procedure, first.name.key);
}

/** Between two parameters stands a comma, or a word that counts as one in calls. */
function isSeparated(text: string, before: Parameter | undefined, after: Parameter): boolean {
  return /,|\b(?:TO|IN|WITH|FROM)\b/iu.test(text.slice(before?.end ?? after.start, after.start));
}

function isRead({ body }: Procedure, key: string): boolean {
  let found = false;
  walkBlock(body, {
    expression(expression) {
      found ||= expression.kind === "name" && expression.name.key === key;
    },
  });
  return found;
}

function bracketsFor({ text }: SourceFile, { nameSpan, parameters }: Procedure): Fix {
  const edits: Edit[] = parameters.flatMap((parameter, at) => {
    const before = parameters[at - 1];
    if (before !== undefined && isSeparated(text, before, parameter)) return [];
    const span = { start: before?.end ?? nameSpan.end, end: parameter.start };
    return [{ span, text: before === undefined ? "(" : ", " }];
  });
  const last = parameters.at(-1)?.end ?? nameSpan.end;
  const type = /^\s+AS\s+\w+/iu.exec(text.slice(last))?.[0].length ?? 0;
  const end = last + type;
  edits.push({ span: { start: end, end }, text: ")" });
  return { title: "puts the parameters in brackets", edits };
}
