import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { IncludedFiles } from "../compile/parse-files.ts";
import { mayInclude } from "../compile/parse-files.ts";
import { type FoundScript, readPlace } from "./find-scripts.ts";
import { isTestPath, locateScripts, type ScriptPlace } from "./locate-scripts.ts";

/** A file of tests that was read, with what it includes. */
export interface FoundTests extends FoundScript {
  readonly included: IncludedFiles;
  /** The absolute paths of what it includes, those that are missing too. */
  readonly includedPaths: readonly string[];
}

/**
 * Finds the files of tests among files and folders.
 * @param paths as the user wrote them; a script stands for the tests beside it, and a file without
 * such is one of tests whatever its name
 * @param folder the folder that relative paths start from; absolute
 * @throws UsageError as `locateScripts` does
 */
export async function locateTests(
  paths: readonly string[],
  folder: string,
): Promise<readonly ScriptPlace[]> {
  const meant = paths.map((path) => testsBeside(path, folder));
  const found = await locateScripts(meant, folder, { withTests: true });
  const named = new Set(meant.map((path) => resolve(folder, path)));
  return found.filter(({ shown, absolute }) => isTestPath(shown) || named.has(absolute));
}

/** Reads a file of tests and what it includes. @throws UsageError where it is no readable text */
export async function readTests(place: ScriptPlace): Promise<FoundTests> {
  const found = await readPlace(place);
  if (!mayInclude(found.file)) return { ...found, included: new Map(), includedPaths: [] };
  // It makes a parser of its own, which most tests do without.
  const { readIncluded } = await import("./read-included.ts");
  const { included, includedPaths } = await readIncluded([found]);
  return { ...found, included, includedPaths };
}

/** Gives the tests of a script, where they are there. */
function testsBeside(path: string, folder: string): string {
  if (isTestPath(path)) return path;
  const tests = path.replace(/\.bas$/i, ".test.bas");
  return tests !== path && existsSync(resolve(folder, tests)) ? tests : path;
}
