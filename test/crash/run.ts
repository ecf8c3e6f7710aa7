/** Kills servers and shows that the promise holds: `npm run crash -- --kills 1000`. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { crashAt, POINTS } from "./crash-at.ts";
import { killAtRandom } from "./random-kills.ts";

const COMMAND = resolve(import.meta.dirname, "../../dist/cli.js");
const { values } = parseArgs({
  options: { kills: { type: "string", default: "160" }, people: { type: "string", default: "8" } },
});
const kills = Number(values.kills);

/** Kills at every passing of one point; gives how often, and what of the promise was broken. */
async function killAtEach(point: string) {
  const violations: string[] = [];
  for (let passing = 1; ; passing += 1) {
    const crash = await crashAt(COMMAND, point, passing);
    violations.push(...crash.violations.map((line) => `${point} ${String(passing)}: ${line}`));
    if (!crash.wasKilled) return { point, kills: passing - 1, violations };
  }
}

// Side by side, since most of the time goes into the starts of processes.
const [byChance, ...byPoint] = await Promise.all([
  killAtRandom({ command: COMMAND, people: Number(values.people), random: Math.random, kills }),
  ...POINTS.map(killAtEach),
]);
for (const { point, kills: killed } of byPoint) {
  console.log(`${point}: killed at each of ${String(killed)} passings`);
}
console.log(
  `by chance: ${String(kills)} kills, ${String(byChance.messages)} messages acknowledged, ${String(byChance.sent)} sent`,
);
const found = [...byPoint.flatMap(({ violations }) => violations), ...byChance.violations];
for (const line of found) console.log(`VIOLATED ${line}`);
console.log(`${String(found.length)} violations`);
process.exitCode = found.length === 0 ? 0 : 1;
