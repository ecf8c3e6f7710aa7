import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { type LoadableScripts, loadScripts } from "./load-scripts.ts";
import { isTestPath } from "./locate-scripts.ts";

/** Finds what is wrong with scripts and files of tests, by file, then by place. */
export type Finder = (scripts: LoadableScripts) => readonly Diagnostic[];

/**
 * Makes a finder for these files; the language of tests is loaded only where one of them needs it.
 * @param folder the folder that the paths of the files start from; absolute
 */
export async function createFinder(files: readonly SourceFile[], folder: string): Promise<Finder> {
  const findInScripts: Finder = (scripts) => loadScripts(scripts).diagnostics;
  if (!files.some(isTest)) return findInScripts;
  const { TestLoader } = await import("../testing/test-loader.ts");
  const { CurrentBed } = await import("../testing/current-bed.ts");
  const { findMissing } = await import("./tested-programs.ts");
  const loader = new TestLoader(new CurrentBed());
  return ({ files: all, included }) => {
    const findInTests = (file: SourceFile): readonly Diagnostic[] => {
      const loaded = loader.load(file, included);
      return [...findMissing(loaded, resolve(folder, file.path), folder), ...loaded.diagnostics];
    };
    return [
      ...findInScripts({ files: all.filter((file) => !isTest(file)), included }),
      ...all.filter(isTest).flatMap(findInTests),
    ].sort((one, other) => all.indexOf(one.file) - all.indexOf(other.file));
  };
}

function isTest({ path }: SourceFile): boolean {
  return isTestPath(path);
}
