/**
 * Makes mistakes in scripts, one at a time, and tells which of them the tests beside the scripts do not
 * see: `npm run mutate`, or `npm run mutate -- path/to/script.bas`.
 */
import { globSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isEquivalent } from "./equivalent.ts";
import { mutate } from "./survivors.ts";

const named = process.argv.slice(2);
const scripts = named.length > 0 ? named : globSync("scripts/*.bas").sort();
let surviving = 0;
for (const script of scripts.filter((path) => !path.endsWith(".test.bas"))) {
  const folder = await mkdtemp(join(tmpdir(), "gbasic-mutants-"));
  try {
    const { killed, broken, survivors, durationMs } = await mutate(script, folder);
    console.log(
      `${script}: ${killed} killed, ${survivors.length} survived, ${broken} no scripts (${durationMs.toFixed(0)} ms)`,
    );
    for (const mutant of survivors) {
      const isSame = isEquivalent(script, mutant);
      const note = isSame ? " (no test can tell; see equivalent.ts)" : "";
      console.log(`  line ${mutant.line}: ${mutant.change}${note}`);
      if (!isSame) surviving += 1;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
process.exitCode = surviving > 0 ? 1 : 0;
