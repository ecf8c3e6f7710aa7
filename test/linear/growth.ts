import { checkScript } from "../../src/check/check.ts";
import { sourceAlone } from "../../src/check/script-source.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse, registry } from "../compile/run-script.ts";

/** What is measured takes at least this many ms of the processor, or is this long. */
const LONG_ENOUGH = 6;
const LARGEST = 60_000;
/** Work that grows with the square of a text would be 16 times as much for one four times as long. */
const TOLERATED = 9;
const ATTEMPTS = 4;

/** Returns the ms that this thread itself worked on a script, whatever else the machine did. */
function workOn(text: string): number {
  const file = new SourceFile("test.bas", text);
  const before = process.threadCpuUsage();
  const tree = parse(file, () => undefined);
  checkScript(sourceAlone(file, tree), registry, () => undefined);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Tells whether reading and checking takes four times as long for a text four times as long.
 * @param make gives a text of a size
 * @returns "linear", or what was measured
 */
export function growthOf(make: (size: number) => string): string {
  let size = 400;
  while (size < LARGEST && workOn(make(size)) < LONG_ENOUGH) size *= 2;
  const [short, long] = [make(size), make(4 * size)];
  let measured = "";
  // A collection of garbage may fall into one of the measurements, not into each of them.
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [one, four] = [workOn(short), workOn(long)];
    if (four < TOLERATED * one || four < LONG_ENOUGH) return "linear";
    measured = `${size}: ${one.toFixed(0)} ms, ${4 * size}: ${four.toFixed(0)} ms`;
  }
  return measured;
}
