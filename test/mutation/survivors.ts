import { cp, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { locateTests } from "../../src/cli/find-tests.ts";
import { readTestConfiguration } from "../../src/cli/test-configuration.ts";
import { TestSession } from "../../src/cli/test-session.ts";
import type { ScriptPlace } from "../../src/cli/locate-scripts.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";

/** What became of the mutants of a script. */
export interface MutationResult {
  readonly script: string;
  /** How many made a test fail. */
  readonly killed: number;
  /** How many were no scripts any more. */
  readonly broken: number;
  readonly survivors: readonly Mutant[];
  readonly durationMs: number;
}

/**
 * Runs the tests that are about a script on each of its mutants, one after another until one fails.
 * @param path of the script; its tests stand in the same folder
 * @param folder an empty one, which the mutants are written to
 */
export async function mutate(path: string, folder: string): Promise<MutationResult> {
  const startedAt = performance.now();
  const text = await readFile(path, "utf8");
  await cp(dirname(path), folder, { recursive: true });
  const script = join(folder, basename(path));
  const run = await testsOf(script, folder);
  const whole = await run(text);
  if (whole !== "survived") throw new Error(`the tests of ${path} do not pass: ${whole}`);
  const survivors: Mutant[] = [];
  const counts = { killed: 0, broken: 0, survived: 0 };
  for (const mutant of mutantsOf(path, text)) {
    const outcome = await run(mutant.text);
    counts[outcome] += 1;
    if (outcome === "survived") survivors.push(mutant);
  }
  const { killed, broken } = counts;
  const durationMs = performance.now() - startedAt;
  return { script: path, killed, broken, survivors, durationMs };
}

/** Gives what runs the tests of a script with another text in its place. */
async function testsOf(script: string, folder: string) {
  const session = new TestSession(
    { bail: true, timeout: 10 },
    readTestConfiguration({ environment: {} }),
    { folder, closed: [] },
  );
  const places: ScriptPlace[] = [];
  for (const place of await locateTests(["."], folder)) {
    const { madeOf } = await session.preparer.prepare(place);
    if (madeOf.includes(script)) places.push(place);
  }
  // Those of the same name see most.
  places.sort((one, other) => one.shown.length - other.shown.length);
  return async (text: string): Promise<"killed" | "broken" | "survived"> => {
    await writeFile(script, text);
    await session.preparer.forget(new Set([script]));
    const results = await session.run(places);
    if (results.some(({ failures }) => failures.length > 0)) return "broken";
    const tests = results.flatMap((result) => result.tests);
    return tests.some(({ state }) => state === "failed") ? "killed" : "survived";
  };
}
