import { applyFixes } from "../diagnostics/apply-fixes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Finder } from "./create-finder.ts";
import type { LoadableScripts } from "./load-scripts.ts";

/** Scripts after their fixes. */
export interface FixedScripts {
  /** The scripts as they are now, in the order given. */
  readonly files: readonly SourceFile[];
  /** The findings that were mended, by file and round, each in the text of its round. */
  readonly fixed: readonly Diagnostic[];
  /** What is still to be said. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A fix may show what another one can mend; more rounds than this would be a circle. */
const MAXIMUM_ROUNDS = 10;

/** Makes all fixes of scripts in memory; fixes that touch each other are made in rounds. */
export function fixScripts(
  { files: original, included }: LoadableScripts,
  find: Finder,
): FixedScripts {
  let files = original;
  const fixed: Diagnostic[] = [];
  for (let round = 1; ; round++) {
    const diagnostics = find({
      files,
      included: withChanged(included, original, files),
    });
    const before = fixed.length;
    const next =
      round > MAXIMUM_ROUNDS ? files : files.map((file) => fixOne(file, diagnostics, fixed));
    if (fixed.length === before) return { files, fixed: fixed.toSorted(byFile), diagnostics };
    files = next;
  }
}

/** What is included may be one of the scripts that change. */
function withChanged(
  included: LoadableScripts["included"],
  original: readonly SourceFile[],
  files: readonly SourceFile[],
): LoadableScripts["included"] {
  const changed = new Map<unknown, SourceFile | undefined>(
    original.map((file, at) => [file, files[at]]),
  );
  return new Map([...included].map(([path, found]) => [path, changed.get(found) ?? found]));
}

function fixOne(
  file: SourceFile,
  diagnostics: readonly Diagnostic[],
  fixed: Diagnostic[],
): SourceFile {
  const own = diagnostics.filter((found) => found.file === file);
  const result = applyFixes(file.text, own);
  if (result.fixed.length === 0) return file;
  fixed.push(...result.fixed);
  return new SourceFile(file.path, result.text);
}

function byFile(
  { file: { path: one } }: Diagnostic,
  { file: { path: other } }: Diagnostic,
): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
