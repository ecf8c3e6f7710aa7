import { mayInclude, type IncludedFiles } from "../compile/parse-files.ts";
import type { SourceFile } from "../source/source-file.ts";
import { findScripts } from "./find-scripts.ts";
import type { FindOptions, ScriptPlace } from "./locate-scripts.ts";

/** Scripts with the files that they include. */
export interface ReadScripts {
  /** What the user named, sorted by path. */
  readonly files: readonly SourceFile[];
  /** Where they are, in the same order. */
  readonly places: readonly ScriptPlace[];
  /** What INCLUDE names beside them. */
  readonly included: IncludedFiles;
  /** The absolute paths of what INCLUDE names beside them, those that are missing too. */
  readonly includedPaths: readonly string[];
}

/**
 * Reads the scripts of files and folders, and the files that they include.
 * @param paths as the user wrote them
 * @param folder the folder that relative paths start from; absolute
 * @throws UsageError as `findScripts` does; what is wrong with an INCLUDE is a finding in its file
 */
export async function readScripts(
  paths: readonly string[],
  folder: string,
  options?: FindOptions,
): Promise<ReadScripts> {
  const found = await findScripts(paths, folder, options);
  const files = found.map(({ file }) => file);
  if (!files.some(mayInclude))
    return { files, included: new Map(), includedPaths: [], places: found };
  // It makes a parser of its own, which commands whose scripts include nothing do without.
  const { readIncluded } = await import("./read-included.ts");
  return { files, places: found, ...(await readIncluded(found)) };
}
