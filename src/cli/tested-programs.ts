import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { LoadedProgram } from "../compile/program.ts";
import type { Program } from "../compile/script.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { LoadedTests } from "../testing/test-loader.ts";
import type { TestOutline } from "../testing/test-outline.ts";
import { isTouched } from "./is-touched.ts";
import type { ScriptPlace } from "./locate-scripts.ts";
import type { LoadScripts } from "./load-scripts.ts";
import { readScripts } from "./read-scripts.ts";

/** The scripts that a file of tests is about, or why they cannot be run. */
export type TestedProgram = (
  | { readonly program: Program; readonly folder: string }
  | { readonly findings: readonly Diagnostic[] }
) & {
  /** The absolute paths of what its scripts include, those that are missing too. */
  readonly madeOf: readonly string[];
};

interface MadeProgram {
  readonly loaded: LoadedProgram;
  readonly madeOf: readonly string[];
}

/** Loads what files of tests are about, each program once. */
export class TestedPrograms {
  readonly #folder: string;
  readonly #load: LoadScripts;
  readonly #made = new Map<string, Promise<MadeProgram>>();

  /** @param folder the working folder, which the paths of messages start from */
  constructor(folder: string, load: LoadScripts) {
    this.#folder = folder;
    this.#load = load;
  }

  /**
   * Gives what a file of tests is about: the scripts that USE names, else the one of the same name.
   * @throws UsageError for a script that is no readable text
   */
  async of(tests: LoadedTests, place: ScriptPlace): Promise<TestedProgram> {
    const missing = findMissing(tests, place.absolute, this.#folder);
    if (missing.length > 0) return { findings: missing, madeOf: [] };
    const paths = testedPaths(tests.outline, place);
    const { loaded, madeOf } = await this.#programOf(paths);
    const findings = loaded.diagnostics.filter(({ severity }) => severity === "error");
    const folder = dirname(place.absolute);
    return findings.length > 0 ? { findings, madeOf } : { program: loaded.program, folder, madeOf };
  }

  /** Makes anew, when next asked, what these files and folders are part of. */
  async forget(changed: ReadonlySet<string>): Promise<void> {
    for (const [key, made] of this.#made) {
      const { madeOf } = await made;
      if (isTouched([...key.split("\n"), ...madeOf], changed)) this.#made.delete(key);
    }
  }

  #programOf(absolute: readonly string[]): Promise<MadeProgram> {
    const key = absolute.join("\n");
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = this.#make(absolute);
    this.#made.set(key, made);
    // What could not be read may be readable when it is asked for again.
    made.catch(() => this.#made.delete(key));
    return made;
  }

  async #make(absolute: readonly string[]): Promise<MadeProgram> {
    const shown = absolute.map((path) => shownPath(path, this.#folder));
    const scripts = await readScripts(shown, this.#folder);
    return { loaded: this.#load(scripts), madeOf: scripts.includedPaths };
  }
}

/**
 * Gives the absolute paths of what a file of tests is about: the scripts and folders that USE names,
 * else the script of the same name. They need not be there.
 */
export function testedPaths(
  { uses }: TestOutline,
  { absolute }: Pick<ScriptPlace, "absolute">,
): readonly string[] {
  if (uses.length > 0) return uses.map(({ path }) => resolve(dirname(absolute), path));
  return [absolute.replace(/\.test\.bas$/i, ".bas")];
}

/**
 * Finds what a file of tests is about and is not there.
 * @param absolute where the file of tests is
 * @param folder the working folder, which the paths of messages start from
 */
export function findMissing(
  { file, outline }: LoadedTests,
  absolute: string,
  folder: string,
): readonly Diagnostic[] {
  const paths = testedPaths(outline, { absolute });
  if (outline.uses.length > 0) {
    return outline.uses.flatMap(({ path, start, end }, at) => {
      if (existsSync(paths[at] ?? "")) return [];
      return [{ ...testingMessages.usePath(path), file, span: { start, end } }];
    });
  }
  const [expected = absolute] = paths;
  if (expected !== absolute && existsSync(expected)) return [];
  const detail = testingMessages.noScript(shownPath(expected, folder));
  return [{ ...detail, file, span: { start: 0, end: 0 } }];
}

/** As the other commands show it: from the working folder, with `/` between folders. */
function shownPath(absolute: string, folder: string): string {
  return relative(folder, absolute).replaceAll("\\", "/");
}
