import type { ScriptTree, Statement } from "../../syntax/ast.ts";
import type { CheckedBody, CheckedScript } from "../script.ts";

/** What a lint looks at: a script in which nothing is wrong as far as its parts go. */
export interface LintedScript {
  readonly tree: ScriptTree;
  readonly script: CheckedScript;
  /** The top level, SUBs, FUNCTIONs and handlers. */
  readonly bodies: readonly CheckedBody[];
}

const HARMLESS: ReadonlySet<Statement["kind"]> = new Set([
  "assignment",
  "dim",
  "const",
  "param",
  "description",
  "table",
]);

/** Tells whether a file does nothing by itself: its SUBs and FUNCTIONs are for other files. */
export function isLibrary({ tree, script }: LintedScript): boolean {
  if (script.handlers.length > 0 || script.procedures.size === 0) return false;
  return tree.body.every(({ kind }) => HARMLESS.has(kind));
}
