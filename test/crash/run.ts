/** Kills servers and shows that the promise holds: `npm run crash -- --kills 1000`. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { crashAt, POINTS } from "./crash-at.ts";
import { killAtRandom } from "./random-kills.ts";

const COMMAND = resolve(import.meta.dirname, "../../dist/cli.js");
const { values } = parseArgs({
  options: { kills: { type: "string", default: "200" }, people: { type: "string", default: "8" } },
});
const kills = Number(values.kills);
const found: string[] = [];
let killed = 0;

for (const point of POINTS) {
  let passing = 1;
  for (;;) {
    const crash = await crashAt(COMMAND, point, passing);
    found.push(...crash.violations.map((line) => `${point} ${String(passing)}: ${line}`));
    if (!crash.wasKilled) break;
    passing += 1;
  }
  killed += passing - 1;
  console.log(`${point}: killed at ${String(passing - 1)} passings`);
}
const options = { command: COMMAND, people: Number(values.people), random: Math.random };
const result = await killAtRandom({ ...options, kills: Math.max(0, kills - killed) });
found.push(...result.violations);
console.log(
  `${String(Math.max(killed, kills))} kills; under load ${String(result.messages)} messages acknowledged, ${String(result.sent)} sent`,
);
for (const line of found) console.log(`VIOLATED ${line}`);
console.log(`${String(found.length)} violations`);
process.exitCode = found.length === 0 ? 0 : 1;
