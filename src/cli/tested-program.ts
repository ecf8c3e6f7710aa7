import { stat } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import type { Program } from "../compile/script.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { LoadedTests } from "../testing/test-loader.ts";
import type { ScriptPlace } from "./locate-scripts.ts";
import type { LoadScripts } from "./load-scripts.ts";
import { readScripts } from "./read-scripts.ts";

/** The scripts that a file of tests is about, or why they cannot be run. */
export type TestedProgram =
  | { readonly program: Program; readonly folder: string }
  | { readonly findings: readonly Diagnostic[] };

/**
 * Loads what a file of tests is about: the scripts that USE names, else the one with the same name.
 * @param folder the working folder, which the paths of messages start from
 * @param load loads the scripts that are tested
 */
export async function loadTested(
  { file, outline }: LoadedTests,
  place: ScriptPlace,
  folder: string,
  load: LoadScripts,
): Promise<TestedProgram> {
  const own = dirname(place.absolute);
  const paths: string[] = [];
  for (const { path, start, end } of outline.uses) {
    const absolute = resolve(own, path);
    if (!(await exists(absolute))) {
      return { findings: [{ ...testingMessages.usePath(path), file, span: { start, end } }] };
    }
    paths.push(shownPath(absolute, folder));
  }
  if (outline.uses.length === 0) {
    const expected = place.absolute.replace(/\.test\.bas$/i, ".bas");
    if (expected === place.absolute || !(await exists(expected))) {
      const detail = testingMessages.noScript(shownPath(expected, folder));
      return { findings: [{ ...detail, file, span: { start: 0, end: 0 } }] };
    }
    paths.push(shownPath(expected, folder));
  }
  const { program, diagnostics } = load(await readScripts(paths, folder));
  const findings = diagnostics.filter(({ severity }) => severity === "error");
  return findings.length > 0 ? { findings } : { program, folder: own };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** As the other commands show it: from the working folder, with `/` between folders. */
function shownPath(absolute: string, folder: string): string {
  return relative(folder, absolute).replaceAll("\\", "/");
}
