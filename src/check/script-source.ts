import type { SourceFile } from "../source/source-file.ts";
import type { IncludeStatement, ScriptTree } from "../syntax/ast.ts";

/** A file with the files that it includes; no way leads from one back to itself. */
export interface ScriptSource {
  readonly file: SourceFile;
  readonly tree: ScriptTree;
  /** What each INCLUDE brings in; those that name no file that can be had are left out. */
  readonly included: ReadonlyMap<IncludeStatement, ScriptSource>;
}

/** Makes the source of a file that stands alone. */
export function sourceAlone(file: SourceFile, tree: ScriptTree): ScriptSource {
  return { file, tree, included: new Map() };
}

/** Anything that holds what its INCLUDEs bring in. */
interface Including<T> {
  readonly included: ReadonlyMap<IncludeStatement, T>;
}

/** Lists all that a file includes, directly or not, each once and after what it includes itself. */
export function includedIn<T extends Including<T>>(root: T): readonly T[] {
  const found = new Set<T>();
  const visit = (one: T): void => {
    for (const next of one.included.values()) {
      if (found.has(next)) continue;
      visit(next);
      found.add(next);
    }
  };
  visit(root);
  return [...found];
}
