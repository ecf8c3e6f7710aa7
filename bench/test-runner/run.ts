import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../median.ts";
import { numberOptions } from "../options.ts";
import { writeEmptyTests, writeScripts } from "./project.ts";
import { timeReruns } from "./reruns.ts";

const { rounds, files, tests, reruns } = numberOptions({
  ...{ rounds: 5, files: 20, tests: 200, reruns: 20 },
});

/** Returns the milliseconds from start to end of a process; throws where it fails. */
function run(args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  return performance.now() - start;
}

const folder = await mkdtemp(join(tmpdir(), "gbasic-bench-"));
try {
  const [scripts, empty] = [join(folder, "scripts"), join(folder, "empty")];
  const size = { files, testsOfEach: Math.ceil(tests / files) };
  await writeScripts(scripts, size);
  await writeEmptyTests(empty, size);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--globals", "--root", empty];
  const contenders = [
    { name: "gbasic test", args: ["dist/cli.js", "test", scripts], times: [] as number[] },
    { name: "vitest, empty tests", args: vitest, times: [] as number[] },
  ];
  for (let round = 0; round <= rounds; round++) {
    for (const { args, times } of contenders) {
      const ms = run(args);
      // The first round fills the file cache.
      if (round > 0) times.push(ms);
    }
  }
  console.log(
    `Node ${process.versions.node}; ${tests} tests in ${files} files, whole processes, medians of ${rounds} rounds in turn\n`,
  );
  for (const { name, times } of contenders) {
    console.log(`${name.padEnd(34)}${median(times).toFixed(0).padStart(6)} ms`);
  }
  const script = median((await timeReruns(scripts, "bot0.bas", reruns + 1)).slice(1));
  const own = median((await timeReruns(scripts, "bot0.test.bas", reruns + 1)).slice(1));
  console.log(
    `${"rerun after a change of the script".padEnd(34)}${script.toFixed(0).padStart(6)} ms`,
  );
  console.log(`${"rerun after a change of the tests".padEnd(34)}${own.toFixed(0).padStart(6)} ms`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
