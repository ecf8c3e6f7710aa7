import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { type LoadableScripts, loadScripts } from "./load-scripts.ts";
import { isTestPath } from "./locate-scripts.ts";

/** Finds what is wrong with scripts and files of tests, by file, then by place. */
export type Finder = (scripts: LoadableScripts) => readonly Diagnostic[];

/** Makes a finder for these files; the language of tests is loaded only where one of them needs it. */
export async function createFinder(files: readonly SourceFile[]): Promise<Finder> {
  const findInScripts: Finder = (scripts) => loadScripts(scripts).diagnostics;
  if (!files.some(isTest)) return findInScripts;
  const { TestLoader } = await import("../testing/test-loader.ts");
  const { CurrentBed } = await import("../testing/current-bed.ts");
  const loader = new TestLoader(new CurrentBed());
  return ({ files: all, included }) =>
    [
      ...findInScripts({ files: all.filter((file) => !isTest(file)), included }),
      ...all.filter(isTest).flatMap((file) => loader.load(file, included).diagnostics),
    ].sort((one, other) => all.indexOf(one.file) - all.indexOf(other.file));
}

function isTest({ path }: SourceFile): boolean {
  return isTestPath(path);
}
