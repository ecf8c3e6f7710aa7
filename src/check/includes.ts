import { includeMessages } from "../diagnostics/codes/includes.ts";
import type { RelatedPlace, Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { IncludeStatement, Procedure } from "../syntax/ast.ts";
import type { Body } from "./script.ts";
import { includedIn, type ScriptSource } from "./script-source.ts";
import { walkBlock } from "./walk.ts";

/** Reports an INCLUDE anywhere but at the top level of a file, outside of its blocks. */
export function checkIncludePlaces({ kind, block, title }: Body, report: Report): void {
  const outside = new Set(kind === "main" ? block : []);
  walkBlock(block, {
    statement(statement) {
      if (statement.kind !== "include" || outside.has(statement)) return;
      report(includeMessages.inside(kind === "main" ? "a block" : title), statement);
    },
  });
}

/** A SUB or FUNCTION with where it comes from. */
interface Origin {
  readonly procedure: Procedure;
  readonly file: SourceFile;
  /** The INCLUDE that brings it in; undefined where it is in the file itself. */
  readonly by: IncludeStatement | undefined;
}

/** Reports SUBs and FUNCTIONs of one name in files that come together in this one. */
export function checkIncludedNames(source: ScriptSource, report: Report): void {
  const seen = new Map<string, Origin>();
  for (const procedure of source.tree.procedures) {
    if (seen.has(procedure.key)) continue;
    seen.set(procedure.key, { procedure, file: source.file, by: undefined });
  }
  for (const [by, brought] of source.included) {
    for (const { file, tree } of [...includedIn(brought), brought]) {
      for (const procedure of tree.procedures) {
        const first = seen.get(procedure.key);
        if (first === undefined) seen.set(procedure.key, { procedure, file, by });
        // What one INCLUDE brings in twice is reported in the file that it names.
        else if (first.procedure !== procedure && first.by !== by) {
          reportSame(first, { procedure, file, by }, by, report);
        }
      }
    }
  }
}

function reportSame(one: Origin, other: Origin, { path }: IncludeStatement, report: Report): void {
  const { displayName } = other.procedure;
  const related = [placeOf(one), placeOf(other)];
  const message = includeMessages.sameProcedure(displayName, one.file.path, other.file.path);
  report(message, path, { related });
}

function placeOf({ procedure, file }: Origin): RelatedPlace {
  const { displayName, nameSpan } = procedure;
  return { file, span: nameSpan, message: includeMessages.procedureIsHere(displayName) };
}
