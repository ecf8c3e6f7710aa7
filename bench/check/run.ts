import { execFileSync } from "node:child_process";
import { median } from "../median.ts";
import { numberOptions } from "../options.ts";

const { rounds } = numberOptions({ rounds: 15 });
const SCRIPT = `${import.meta.dirname}/fifty-lines.bas`;
const CONTENDERS = [
  { name: "node -e 0", args: ["-e", "0"] },
  { name: "gbasic check", args: ["dist/cli.js", "check", SCRIPT] },
];

/** Returns the milliseconds from start to end of a process; throws where it fails. */
function run(args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  return performance.now() - start;
}

const times = CONTENDERS.map(() => [] as number[]);
for (let round = 0; round <= rounds; round++) {
  for (const [index, { args }] of CONTENDERS.entries()) {
    const ms = run(args);
    // The first round fills the file cache.
    if (round > 0) times[index]?.push(ms);
  }
}

console.log(
  `Node ${process.versions.node}; whole processes, medians of ${rounds} rounds in turn\n`,
);
const [bare = 0, check = 0] = times.map(median);
console.log(`node -e 0     ${bare.toFixed(0).padStart(4)} ms`);
console.log(
  `gbasic check  ${check.toFixed(0).padStart(4)} ms for 50 lines, ${(check - bare).toFixed(0)} ms more`,
);
