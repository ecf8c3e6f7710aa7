import { readFileSync } from "node:fs";
import { median } from "../median.ts";
import { numberOptions } from "../options.ts";
import { PLAIN_PROGRAMS } from "./plain.ts";
import { compileProgram, runProgram } from "./program.ts";
import { WARM_UP_SCRIPTS } from "./warm-up.ts";

const { rounds } = numberOptions({ rounds: 9 });

interface Timing {
  readonly basic: number[];
  readonly plain: number[];
}

/** Returns the milliseconds that the work took, and what it gave. */
async function timed(work: () => unknown): Promise<{ ms: number; result: unknown }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

async function measure(name: string, plain: () => number): Promise<Timing> {
  const path = `${import.meta.dirname}/programs/${name}.bas`;
  const script = compileProgram(path, readFileSync(path, "utf8"));
  const timing: Timing = { basic: [], plain: [] };
  for (let round = 0; round <= rounds; round++) {
    const a = await timed(() => runProgram(script));
    const b = await timed(plain);
    if (a.result !== b.result) {
      throw new Error(`${name}: BASIC gave ${String(a.result)}, JavaScript ${String(b.result)}`);
    }
    // The first round lets both be optimised.
    if (round > 0) {
      timing.basic.push(a.ms);
      timing.plain.push(b.ms);
    }
  }
  return timing;
}

console.log(
  `Node ${process.versions.node}; after ${WARM_UP_SCRIPTS.length} other scripts in the same process;`,
);
console.log(
  `medians of ${rounds} rounds, gbasic and plain JavaScript in turn, after one unmeasured\n`,
);
for (const [index, text] of WARM_UP_SCRIPTS.entries()) {
  await runProgram(compileProgram(`warm-up-${index + 1}.bas`, text));
}
console.log("program    gbasic ms  JavaScript ms  gbasic / JavaScript");
for (const [name, plain] of PLAIN_PROGRAMS) {
  const timing = await measure(name, plain);
  const basic = median(timing.basic);
  const script = median(timing.plain);
  const cells = [basic.toFixed(1).padStart(9), script.toFixed(1).padStart(13)];
  console.log(
    `${name.padEnd(9)}  ${cells.join("  ")}  ${(basic / script).toFixed(1).padStart(19)}`,
  );
}
