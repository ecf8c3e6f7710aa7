import type { CompiledScript, Program } from "../compile/script.ts";
import { failureOfFinding } from "../testing/describe-failure.ts";
import type { LoadedTests, TestLoader } from "../testing/test-loader.ts";
import type { TestFailure } from "../testing/test-result.ts";
import { readTests } from "./find-tests.ts";
import { isTouched } from "./is-touched.ts";
import type { ScriptPlace } from "./locate-scripts.ts";
import { type TestedPrograms, testedPaths } from "./tested-programs.ts";
import { UsageError } from "./usage-error.ts";
import { failureOfUsage } from "./usage-failure.ts";

/** A file of tests that can be run. */
export interface ReadyTests {
  readonly tests: LoadedTests;
  readonly script: CompiledScript;
  readonly program: Program;
  /** The folder that its scripts read files from; absolute. */
  readonly folder: string;
}

/** A file of tests as it was compiled, or why it cannot be run. */
export interface PreparedTests {
  readonly ready: ReadyTests | undefined;
  readonly failures: readonly TestFailure[];
  /** What is most likely not meant in it. */
  readonly warnings: readonly TestFailure[];
  /** The absolute paths of what it is made of, files that are missing too. */
  readonly madeOf: readonly string[];
}

/** Compiles files of tests and what they test, and keeps that until one of these files changes. */
export class TestPreparer {
  readonly #loader: TestLoader;
  readonly #programs: TestedPrograms;
  readonly #prepared = new Map<string, Promise<PreparedTests>>();

  constructor(loader: TestLoader, programs: TestedPrograms) {
    this.#loader = loader;
    this.#programs = programs;
  }

  /** Gives a file of tests as it was compiled last, else compiles it. */
  prepare(place: ScriptPlace): Promise<PreparedTests> {
    const known = this.#prepared.get(place.absolute);
    if (known !== undefined) return known;
    const prepared = this.#prepare(place);
    this.#prepared.set(place.absolute, prepared);
    return prepared;
  }

  /** Tells whether a file of tests is as it was compiled last. */
  isPrepared({ absolute }: ScriptPlace): boolean {
    return this.#prepared.has(absolute);
  }

  /** Compiles anew, when next asked, what these files and folders are part of. */
  async forget(changed: ReadonlySet<string>): Promise<void> {
    for (const [path, prepared] of this.#prepared) {
      if (isTouched((await prepared).madeOf, changed)) this.#prepared.delete(path);
    }
    await this.#programs.forget(changed);
  }

  /** The absolute paths of all that was compiled. */
  async madeOf(): Promise<readonly string[]> {
    const all = await Promise.all(this.#prepared.values());
    return [...new Set(all.flatMap(({ madeOf }) => madeOf))];
  }

  async #prepare(place: ScriptPlace): Promise<PreparedTests> {
    const madeOf = [place.absolute];
    try {
      const found = await readTests(place);
      madeOf.push(...found.includedPaths);
      const tests = this.#loader.load(found.file, found.included);
      madeOf.push(...testedPaths(tests.outline, place));
      const [errors = [], warnings = []] = [true, false].map((wanted) =>
        tests.diagnostics
          .filter(({ severity }) => (severity === "error") === wanted)
          .map(failureOfFinding),
      );
      if (errors.length > 0) return { ...notReady(errors, madeOf), warnings };
      const tested = await this.#programs.of(tests, place);
      madeOf.push(...tested.madeOf);
      if ("findings" in tested) return notReady(tested.findings.map(failureOfFinding), madeOf);
      const { script } = tests;
      if (script === undefined) throw new Error(`${place.shown} has no error and no script`);
      const { program, folder } = tested;
      return { ready: { tests, script, program, folder }, failures: [], warnings, madeOf };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return notReady([failureOfUsage(error)], madeOf);
    }
  }
}

function notReady(failures: readonly TestFailure[], madeOf: readonly string[]): PreparedTests {
  return { ready: undefined, failures, warnings: [], madeOf };
}
