import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { readStore } from "../../src/engine/sqlite/store-reader.ts";
import { ManualTime } from "../manual-time.ts";
import { deliverTexts, type Fate, passTime, startFarSide, untilIdle } from "./far-side.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ANA = "5511999990001";
const RUI = "5511999990002";

/** Answers by the model, and reminds after ten minutes. */
const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET MESSAGE = GET JSON PATH PARSE JSON GET REQUEST BODY, "entry[0].changes[0].value.messages[0]"
  SEND WHATSAPP TO MESSAGE.from WITH "got " + MESSAGE.text.body
  SPAWN REMIND MESSAGE.from, MESSAGE.text.body AFTER 10 MINUTES
  SEND WHATSAPP TO MESSAGE.from WITH GENERATE RESPONSE MESSAGE.text.body
END ON
SUB REMIND(TO$, TEXT$)
  SEND WHATSAPP TO TO$ WITH "remember " + TEXT$
END SUB
`;

// The longest pauses between attempts, so that no attempt comes before it is looked for.
beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0.999));
afterEach(() => void vi.restoreAllMocks());

/** Serves the bot, with time and a clock that the test moves, and far sides that it can hold up. */
async function serveBot() {
  const fates = new Map<string, Fate | Promise<Fate>>();
  const farSide = await startFarSide((text) => fates.get(text) ?? "take");
  const time = new ManualTime();
  const folder = await makeFolder();
  const start = () => serveScript(folder, BOT, farSide.settings, time);
  let served = await start();
  return {
    time,
    fates,
    asked: farSide.asked,
    /** What one person was sent. */
    sentTo: (person: string) =>
      farSide.sent.filter((line) => line.startsWith(person)).map((line) => line.split(": ")[1]),
    deliver: (from: string, ...texts: string[]) =>
      deliverTexts(served.url, ...texts.map((text) => ({ from, text }))),
    pass: (byMs: number) => passTime(time, served.url, byMs),
    idle: () => untilIdle(served.url),
    restart: async () => {
      await served.stop();
      served = await start();
    },
    /** Entries that did not end well. */
    left: () =>
      readStore(join(folder, ".gbasic"), (reader) =>
        reader
          .list({ state: undefined, limit: 1000 })
          .filter(({ state }) => state !== "done")
          .map(({ id, state, reason }) => ({ id, state, reason })),
      ),
  };
}

const told = (...texts: string[]) => texts.flatMap((text) => [`got ${text}`, `answer to ${text}`]);
const reminded = (...texts: string[]) => texts.map((text) => `remember ${text}`);

describe.each([
  ["forward and back", DAY],
  ["back and forward", -DAY],
])("while the clock of the machine jumps a day %s", { timeout: 60_000 }, (_, day) => {
  test("deliveries, jobs and retries lose nothing, do nothing twice, and wait no longer", async () => {
    const bot = await serveBot();
    bot.fates.set("two", "later");
    await bot.deliver(ANA, "one", "two", "three");
    await bot.deliver(RUI, "first");
    await bot.idle();
    bot.time.setClock(day);
    // Meta delivers again what it has been told is there, and something new.
    await bot.deliver(RUI, "first", "second");
    await bot.idle();
    expect(bot.sentTo(RUI)).toEqual(told("first", "second"));
    expect(bot.sentTo(ANA)).toEqual([...told("one"), "got two"]);
    await bot.pass(MINUTE);
    expect(bot.sentTo(ANA)).toHaveLength(3);
    bot.time.setClock(-day);
    bot.fates.delete("two");
    // The pauses double: the sixth attempt comes 63 seconds after the first.
    await bot.pass(5000);
    expect(bot.sentTo(ANA)).toEqual(told("one", "two", "three"));
    await bot.deliver(ANA, "one", "two", "three");
    bot.time.setClock(day);
    await bot.pass(10 * MINUTE - 70_000);
    expect(bot.sentTo(RUI)).toEqual(told("first", "second"));
    bot.time.setClock(-day);
    await bot.pass(5000);
    expect(bot.sentTo(RUI)).toEqual([...told("first", "second"), ...reminded("first", "second")]);
    await bot.pass(2 * MINUTE);
    expect(bot.sentTo(ANA)).toEqual([
      ...told("one", "two", "three"),
      ...reminded("one", "two", "three"),
    ]);
    expect(bot.left()).toEqual([]);
  });

  test("a run and a message that are under way end as if nothing had happened", async () => {
    const bot = await serveBot();
    const model = Promise.withResolvers<Fate>();
    const meta = Promise.withResolvers<Fate>();
    bot.fates.set("one", model.promise).set(`${RUI}: got one`, meta.promise);
    await bot.deliver(ANA, "one", "two");
    await bot.deliver(RUI, "one", "two");
    await expect.poll(() => [bot.asked.length, bot.sentTo(RUI)]).toEqual([2, ["got one"]]);
    bot.time.setClock(day);
    await bot.time.advance(1000);
    await bot.deliver(ANA, "one", "two");
    bot.time.setClock(-day);
    await bot.time.advance(1000);
    model.resolve("take");
    meta.resolve("take");
    await bot.idle();
    expect(bot.sentTo(ANA)).toEqual(told("one", "two"));
    expect(bot.sentTo(RUI)).toEqual(told("one", "two"));
    expect(bot.asked.toSorted()).toEqual(["one", "one", "two", "two"]);
    await bot.pass(10 * MINUTE);
    expect(bot.left()).toEqual([]);
  });

  test("a message that fails again and again is tried for a day, not given up", async () => {
    const bot = await serveBot();
    bot.fates.set(`${ANA}: got one`, "later");
    await bot.deliver(ANA, "one");
    await bot.idle();
    // A little less than the day for which WhatsApp takes answers.
    bot.time.setClock(0.9 * day);
    await bot.pass(10_000);
    bot.fates.delete(`${ANA}: got one`);
    await bot.pass(30_000);
    expect(new Set(bot.sentTo(ANA))).toEqual(new Set(told("one")));
    expect(bot.left().map(({ state }) => state)).toEqual(["waiting"]);
  });

  test("a restart in between changes nothing", async () => {
    const bot = await serveBot();
    bot.fates.set("two", "later");
    bot.time.setClock(Math.max(0, day));
    await bot.deliver(ANA, "one", "two", "three");
    await bot.pass(4000);
    bot.time.setClock(-DAY);
    bot.fates.delete("two");
    await bot.restart();
    await bot.deliver(ANA, "one", "two", "three");
    await bot.pass(5000);
    expect(bot.sentTo(ANA)).toEqual(told("one", "two", "three"));
    await bot.pass(10 * MINUTE);
    expect(bot.sentTo(ANA)).toEqual([
      ...told("one", "two", "three"),
      ...reminded("one", "two", "three"),
    ]);
    expect(bot.left()).toEqual([]);
  });
});
