import type { IncludedFiles } from "../compile/parse-files.ts";
import { mayInclude } from "../compile/parse-files.ts";
import { findScripts, type FoundScript } from "./find-scripts.ts";
import { isTestPath } from "./locate-scripts.ts";

/** A file of tests that was read, with what it includes. */
export interface FoundTests extends FoundScript {
  readonly included: IncludedFiles;
}

/**
 * Finds the files of tests among files and folders.
 * @param paths as the user wrote them; a file named outright is one whatever its name
 * @param folder the folder that relative paths start from; absolute
 * @throws UsageError as `findScripts` does
 */
export async function findTests(
  paths: readonly string[],
  folder: string,
): Promise<readonly FoundTests[]> {
  const found = await findScripts(paths, folder, { withTests: true });
  const tests = found.filter(({ shown }) => isTestPath(shown) || paths.includes(shown));
  return Promise.all(
    tests.map(async (one) => {
      if (!mayInclude(one.file)) return { ...one, included: new Map() };
      // It makes a parser of its own, which most tests do without.
      const { readIncluded } = await import("./read-included.ts");
      return { ...one, included: (await readIncluded([one])).included };
    }),
  );
}
