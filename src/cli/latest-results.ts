import type { FileResult } from "../testing/test-result.ts";
import type { ScriptPlace } from "./locate-scripts.ts";

/** What came of each file of tests when it was run last. */
export class LatestResults {
  readonly #byFile = new Map<string, FileResult>();

  get files(): readonly FileResult[] {
    return [...this.#byFile.values()];
  }

  /** Adds what came of some tests; what is known of the other tests of their files stays. */
  add(files: readonly FileResult[]): void {
    for (const result of files) {
      const before = this.#byFile.get(result.file)?.tests ?? [];
      const again = new Set(result.tests.map(({ name }) => name));
      const tests = [...before.filter(({ name }) => !again.has(name)), ...result.tests];
      this.#byFile.set(result.file, { ...result, tests });
    }
  }

  /** Forgets what is known of some files. */
  forget(places: readonly ScriptPlace[]): void {
    for (const { shown } of places) this.#byFile.delete(shown);
  }

  /** Forgets all files but these. */
  keep(places: readonly ScriptPlace[]): void {
    const kept = new Set(places.map(({ shown }) => shown));
    for (const file of this.#byFile.keys()) if (!kept.has(file)) this.#byFile.delete(file);
  }

  /** Tells whether a test failed, or anything of a file; one that could not be run failed as a whole. */
  hasFailed({ shown }: ScriptPlace, name?: string): boolean {
    const result = this.#byFile.get(shown);
    if (result === undefined) return false;
    if (result.failures.length > 0) return true;
    return result.tests.some(
      (one) => one.state === "failed" && (name === undefined || one.name === name),
    );
  }
}
