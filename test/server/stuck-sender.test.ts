import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { ManualTime } from "../manual-time.ts";
import { deliverTexts, passTime, startFarSide, untilIdle } from "./far-side.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const MINUTE = 60_000;
const ANA = "5511999990001";
const RUI = "5511999990002";

/** Asks the model for what begins with `ask`, and says the rest itself. */
const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET MESSAGE = GET JSON PATH PARSE JSON GET REQUEST BODY, "entry[0].changes[0].value.messages[0]"
  LET ANSWER$ = MESSAGE.text.body
  IF LEFT(ANSWER$, 3) = "ask" THEN ANSWER$ = GENERATE RESPONSE ANSWER$
  SEND WHATSAPP TO MESSAGE.from WITH ANSWER$
END ON
`;

// The longest pauses between attempts, so that none is the last one within the time of a test.
beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0.999));
afterEach(() => void vi.restoreAllMocks());

/** Serves the bot, with time that passes only where the test says so. */
async function serveBot(refused: RegExp, settings: Readonly<Record<string, string>> = {}) {
  let stuck = true;
  const farSide = await startFarSide((text) => (stuck && refused.test(text) ? "later" : "take"));
  const time = new ManualTime();
  const environment = { ...farSide.settings, ...settings };
  const { url, said } = await serveScript(await makeFolder(), BOT, environment, time);
  const arrived = (): readonly string[] =>
    farSide.sent.filter((text) => !stuck || !refused.test(text));
  const release = () => {
    stuck = false;
  };
  return { time, url, said, arrived, farSide, release };
}

const said = (from: string, ...texts: string[]) => texts.map((text) => ({ from, text }));

test("a message whose run fails again and again holds up its sender for 10 minutes, and nobody else", async () => {
  const { time, url, arrived, release } = await serveBot(/^ask stuck/);
  await deliverTexts(url, ...said(ANA, "ask stuck", "one", "two"), ...said(RUI, "one", "two"));
  await untilIdle(url);
  expect(arrived()).toEqual([`${RUI}: one`, `${RUI}: two`]);
  await passTime(time, url, 10 * MINUTE - 1);
  expect(arrived()).toHaveLength(2);
  await passTime(time, url, 1);
  expect(arrived().slice(2)).toEqual([`${ANA}: one`, `${ANA}: two`]);
  // What was stuck is not given up, and new messages do not wait for it.
  await deliverTexts(url, ...said(ANA, "three"));
  await untilIdle(url);
  release();
  await passTime(time, url, 5 * MINUTE);
  expect(arrived().slice(4)).toEqual([`${ANA}: three`, `${ANA}: answer to ask stuck`]);
}, 30_000);

test("a message that cannot leave holds up its recipient for 10 minutes, and nobody else", async () => {
  const { time, url, farSide, release } = await serveBot(/: stuck$/);
  const arrived = () => farSide.sent.filter((text) => !text.endsWith(": stuck"));
  await deliverTexts(url, ...said(ANA, "stuck", "one", "two"), ...said(RUI, "one"));
  await untilIdle(url);
  expect(arrived()).toEqual([`${RUI}: one`]);
  await passTime(time, url, 10 * MINUTE - 1);
  expect(arrived()).toHaveLength(1);
  await passTime(time, url, 1);
  expect(arrived().slice(1)).toEqual([`${ANA}: one`, `${ANA}: two`]);
  const before = farSide.sent.length;
  release();
  await passTime(time, url, 60 * MINUTE);
  expect(farSide.sent.slice(before)).toEqual([`${ANA}: stuck`]);
}, 30_000);

test("several that are stuck hold up no longer than one", async () => {
  const { time, url, arrived } = await serveBot(/^ask stuck/);
  await deliverTexts(url, ...said(ANA, "ask stuck 1", "ask stuck 2", "ask stuck 3", "one"));
  await passTime(time, url, 10 * MINUTE);
  expect(arrived()).toEqual([`${ANA}: one`]);
}, 30_000);

test("GBASIC_LANE_HOLD says for how long", async () => {
  const { time, url, arrived } = await serveBot(/^ask stuck/, { GBASIC_LANE_HOLD: "90" });
  await deliverTexts(url, ...said(ANA, "ask stuck", "one"));
  await passTime(time, url, 90_000 - 1);
  expect(arrived()).toEqual([]);
  await passTime(time, url, 1);
  expect(arrived()).toEqual([`${ANA}: one`]);
}, 30_000);

test("messages that fail for a moment leave in their order", async () => {
  const { time, url, farSide, release } = await serveBot(/: (one|two)$/);
  await deliverTexts(url, ...said(ANA, "one", "two", "three"));
  await passTime(time, url, 30_000);
  expect(new Set(farSide.sent)).toEqual(new Set([`${ANA}: one`]));
  release();
  const before = farSide.sent.length;
  await passTime(time, url, 10 * MINUTE);
  expect(farSide.sent.slice(before)).toEqual(
    ["one", "two", "three"].map((text) => `${ANA}: ${text}`),
  );
}, 30_000);
