/**
 * Kills servers and shows that the promise holds: `npm run crash -- --kills 1000 --every`, where
 * `--every` kills at every passing of every point, and not only at the first and some later ones.
 */
import "../one-request-connections.ts";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BEFORE_REPEATED, crashAt, POINTS, REPEATED_POINTS } from "./crash-at.ts";
import { killAtRandom, type RandomKillResult } from "./random-kills.ts";

const COMMAND = resolve(import.meta.dirname, "../../dist/cli.js");
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    people: { type: "string", default: "4" },
    every: { type: "boolean", default: false },
  },
});
const kills = Number(values.kills);
/** Passings of a point that are all tried, and of how many behind these one is, unless all are. */
const FIRST_PASSINGS = 2;
const STRIDE = values.every ? 1 : 7;
/** Servers that die at points at the same time, and as many by chance, each with people of its own. */
const SIDE_BY_SIDE = 3;

/**
 * Kills at passings of one point; gives how often, and what of the promise was broken.
 * @param before where the server before is killed each time
 */
async function killAtEach(point: string, ...before: readonly string[]) {
  const name = [...before, point].join(", then ");
  const violations: string[] = [];
  let killed = 0;
  for (let passing = 1; ; passing += passing < FIRST_PASSINGS ? 1 : STRIDE) {
    const crash = await crashAt(COMMAND, ...before, `${point}:${String(passing)}`);
    violations.push(...crash.violations.map((line) => `${name} ${String(passing)}: ${line}`));
    if (!crash.wasKilled) return { name, kills: killed, violations };
    killed += 1;
  }
}

const left: (readonly [string, ...string[]])[] = [
  ...POINTS.map((point) => [point] as const),
  ...REPEATED_POINTS.map((point) => [point, BEFORE_REPEATED] as const),
];

let killedAtPoints = 0;

/** Takes one point after another, and tells of each. */
async function killAtPoints(): Promise<readonly string[]> {
  const found: string[] = [];
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const { name, kills: killed, violations } = await killAtEach(...next);
    console.log(`${name}: killed at ${String(killed)} passings`);
    killedAtPoints += killed;
    found.push(...violations);
  }
  return found;
}

let soFar = 0;
const onKilled = () => {
  soFar += 1;
  if (soFar % 100 === 0) console.log(`by chance: ${String(soFar)} ends so far`);
};
const chances = { command: COMMAND, people: Number(values.people), random: Math.random, onKilled };
const shares = Array.from({ length: SIDE_BY_SIDE }, (_, index) =>
  Math.floor((kills + index) / SIDE_BY_SIDE),
);
// Side by side, since most of the time goes into the starts of processes.
const [byPoint, byChance] = await Promise.all([
  Promise.all(Array.from({ length: SIDE_BY_SIDE }, killAtPoints)),
  Promise.all(shares.map((share) => killAtRandom({ ...chances, kills: share }))),
]);
const sum = (countOf: (result: RandomKillResult) => number) =>
  String(byChance.reduce((all, result) => all + countOf(result), 0));
console.log(`at points: ${String(killedAtPoints)} killed`);
console.log(
  `by chance: ${sum(({ ends }) => ends.killed)} killed, ${sum(({ ends }) => ends.asked)} asked to end, ` +
    `${sum(({ ends }) => ends["asked twice"])} asked twice; ` +
    `${sum(({ messages }) => messages)} messages acknowledged, ${sum(({ sent }) => sent)} sent, ` +
    `${sum(({ unknown }) => unknown)} unknown`,
);
const found = [...byPoint.flat(), ...byChance.flatMap(({ violations }) => violations)];
for (const line of found) console.log(`VIOLATED ${line}`);
console.log(`${String(found.length)} violations`);
process.exitCode = found.length === 0 ? 0 : 1;
