import { readOutcome } from "./outcome.ts";
import type { SentText } from "./meta.ts";
import type { Asked } from "./model.ts";
import { readText, type BotText } from "./bot-text.ts";

/** What people wrote and saw acknowledged, in the order of writing, by person. */
export type Acknowledged = ReadonlyMap<string, readonly string[]>;

/** What the bot did, as the far sides saw it. */
export interface Seen {
  readonly sent: readonly SentText[];
  readonly asked: readonly Asked[];
}

/** What `telling-bot.bas` says to each message, in this order; then `later`, beside what comes next. */
const ANSWERS = ["first", "second", "third"];
/** How long `later` waits; and how much of it the ways to here may hide. */
const LATER_MS = 500;
const WAYS_MS = 50;

/**
 * Finds what of the promise was broken, from the outside: what Meta and the model were sent, and what
 * the store lists once nothing is left to do.
 * @param data the data folder of a server that has ended
 * @returns one line for each violation
 */
export function violations(acknowledged: Acknowledged, seen: Seen, data: string): string[] {
  const { unknown, waiting, leased, dead } = readOutcome(data);
  const found = waiting.map((id) => `${id} was never finished`);
  found.push(...leased.map((id) => `${id} is leased after the end`));
  found.push(...dead.map((id) => `${id} failed`));
  const sent = seen.sent.map((one) => ({ ...readText(one.to, one.text), at: one.at }));
  const arrived = new Set(sent.map(({ key }) => key));
  found.push(...copiesOf(sent));
  const shown = new Set([...arrived, ...unknown.map(({ to, text }) => readText(to, text).key)]);
  for (const [to, texts] of acknowledged) {
    const inTurn = texts.flatMap((text) => ANSWERS.map((what) => `${to}: ${what} ${text}`));
    const later = texts.map((text) => `${to}: later ${text}`);
    for (const key of [...inTurn, ...later]) if (!shown.has(key)) found.push(`${key} is lost`);
    const got = sent.filter((one) => one.to === to && one.what !== "later").map(({ key }) => key);
    const inOrder = inTurn.filter((key) => arrived.has(key));
    if (got.join() !== inOrder.join()) found.push(`${to}: out of order: ${got.join(", ")}`);
  }
  const said = [...sent, ...unknown.map(({ to, text }) => readText(to, text))];
  return [
    ...found,
    ...toldDifferently(said, seen.asked),
    ...askedAgain(sent, seen.asked),
    ...early(sent, seen.asked),
  ];
}

function copiesOf(sent: readonly BotText[]): string[] {
  const counts = new Map<string, number>();
  for (const { key } of sent) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([key, count]) => `${key} left ${String(count)} times`);
}

/** A run that is repeated says the same of the model, the clock and chance, whenever it says it. */
function toldDifferently(said: readonly BotText[], asked: readonly Asked[]): string[] {
  const found: string[] = [];
  const told = new Map<string, string>();
  for (const { to, about, what, detail } of said) {
    if (detail === "") continue;
    const before = told.get(`${to}: ${about}`);
    if (before !== undefined && before !== detail) {
      found.push(`${to}: ${what} ${about} says ${detail}, after ${before}`);
    }
    told.set(`${to}: ${about}`, detail);
    const isTrue = asked.some(
      ({ prompt, answer }) => prompt === `${to} ${about}` && detail.startsWith(`${answer} at `),
    );
    if (!isTrue) found.push(`${to}: ${what} ${about} says what the model never did: ${detail}`);
  }
  return found;
}

/** What was acted on is in the journal. */
function askedAgain(
  sent: readonly (BotText & { at: number })[],
  asked: readonly Asked[],
): string[] {
  return sent.flatMap(({ to, about, what, at }) => {
    if (what !== "second" && what !== "third") return [];
    const prompts = [`${to} ${about}`, ...(what === "third" ? [`more on ${to} ${about}`] : [])];
    return asked
      .filter((one) => prompts.includes(one.prompt) && one.at > at)
      .map(({ prompt }) => `the model was asked ${prompt} after its answer had been sent`);
  });
}

function early(sent: readonly (BotText & { at: number })[], asked: readonly Asked[]): string[] {
  return sent.flatMap(({ to, about, what, at }) => {
    if (what !== "later") return [];
    const spawned = asked.find(({ prompt }) => prompt === `more on ${to} ${about}`)?.at ?? Infinity;
    return at - spawned < LATER_MS - WAYS_MS ? [`${to}: later ${about} came too early`] : [];
  });
}
