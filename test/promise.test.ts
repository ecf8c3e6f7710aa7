/** The six sentences of the promise in README.md, each shown on servers in processes of their own. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { folderWith, gbasic } from "./cli/command.ts";
import { deliver, type Meta, type MetaAnswer, type SentText, startMeta } from "./crash/meta.ts";
import { patienceFor } from "./crash/patience.ts";
import { nothingLeft, type ServerProcess, startServer } from "./crash/server-process.ts";

const ANA = "5511999990001";
const RUI = "5511999990002";
const DAY_MS = 24 * 60 * 60_000;
/** Undeliverable; not tried again (Cloud API, error codes). */
const UNDELIVERABLE = 131026;

const ECHO = `ON WEBHOOK POST TO "/webhooks/whatsapp" DO
  DATA = PARSE JSON GET REQUEST BODY
  MESSAGE = DATA.entry[0].changes[0].value.messages[0]
  SPAWN ANSWER MESSAGE.from, MESSAGE.text.body
END ON

SUB ANSWER TO$, TEXT$
  SEND WHATSAPP TO TO$ WITH "you said " + TEXT$
END SUB
`;

const entries = z.array(z.looseObject({ id: z.string(), kind: z.string(), reason: z.unknown() }));

interface Bot {
  readonly data: string;
  readonly meta: Meta;
  /** Starts a server on the data folder. */
  start(killAt?: string): Promise<ServerProcess>;
  /** Ends a server once nothing is left to do. */
  finish(server: ServerProcess): Promise<void>;
  list(state: string): Promise<z.infer<typeof entries>>;
}

async function echoBot(
  delayMs: () => number = () => 0,
  answerTo?: (text: SentText) => MetaAnswer,
): Promise<Bot> {
  const folder = await folderWith({ "bot.bas": ECHO });
  const data = join(folder, "data");
  const meta = await startMeta(delayMs, answerTo);
  onTestFinished(() => meta.close());
  return {
    data,
    meta,
    start: async (killAt) => {
      const server = await startServer({
        command: resolve("src/cli/bin.ts"),
        data,
        metaUrl: meta.url,
        script: join(folder, "bot.bas"),
        ...(killAt === undefined ? {} : { killAt }),
      });
      if (server === undefined) throw new Error("the server was killed before it listened");
      onTestFinished(() => server.kill());
      return server;
    },
    finish: async (server) => {
      await nothingLeft(data, server.ended);
      await server.stop();
    },
    list: async (state) => {
      const args = ["jobs", "list", "--state", state, "--json", "--data", data];
      return entries.parse(JSON.parse((await gbasic(args, folder)).stdout));
    },
  };
}

const text = (id: string, body: string) => [{ id: `wamid.${id}`, body }];

// Each starts up to three servers.
const patience = await patienceFor(resolve("src/cli/bin.ts"));

describe("the promise", { timeout: patience }, () => {
  test("A delivery is on the disk before it is acknowledged.", async () => {
    const bot = await echoBot();
    const first = await bot.start("after-flush:1");
    expect(await deliver(first.address, ANA, text("1", "hello"))).toBe(false);
    expect(await first.ended).toBe("SIGKILL");
    expect(await bot.list("running")).toMatchObject([{ kind: "event" }]);
    const second = await bot.start();
    await bot.finish(second);
    expect(bot.meta.sent).toMatchObject([{ to: ANA, text: "you said hello" }]);
  });

  test("Each message runs to its end, and what it does to the outside happens once.", async () => {
    const bot = await echoBot();
    const first = await bot.start("before-send:1");
    await deliver(first.address, ANA, text("1", "hello"));
    await deliver(first.address, RUI, text("2", "good day"));
    expect(await first.ended).toBe("SIGKILL");
    const second = await bot.start();
    await deliver(second.address, RUI, text("2", "good day"));
    await bot.finish(second);
    const unknown = await bot.list("unknown");
    expect(bot.meta.sent.length + unknown.length).toBe(2);
    expect(new Set(bot.meta.sent.map(({ to }) => to)).size).toBe(bot.meta.sent.length);
  });

  test("A duplicate does not run for eight days.", async () => {
    const bot = await echoBot();
    const deliverToNew = async () => {
      const server = await bot.start();
      expect(await deliver(server.address, ANA, text("1", "hello"))).toBe(true);
      await bot.finish(server);
      return bot.meta.sent.length;
    };
    const ageKeys = (ms: number) => {
      const database = new DatabaseSync(join(bot.data, "gbasic.db"));
      database.prepare("UPDATE dedupe_key SET added_at = added_at - ?").run(ms);
      database.close();
    };
    expect(await deliverToNew()).toBe(1);
    ageKeys(7.9 * DAY_MS);
    expect(await deliverToNew()).toBe(1);
  });

  test("The messages of one person run in their order.", async () => {
    const bot = await echoBot(() => Math.random() * 5);
    const server = await bot.start();
    const words = Array.from({ length: 20 }, (_, index) => String(index));
    for (const word of words) {
      const deliveries = [ANA, RUI].map((from) =>
        deliver(server.address, from, text(`${from}.${word}`, word)),
      );
      expect(await Promise.all(deliveries)).toEqual([true, true]);
    }
    await bot.finish(server);
    for (const person of [ANA, RUI]) {
      const received = bot.meta.sent.filter(({ to }) => to === person);
      expect(received.map((sent) => sent.text)).toEqual(words.map((word) => `you said ${word}`));
    }
  });

  test("What fails for good is kept as a dead letter, never lost.", async () => {
    const bot = await echoBot(undefined, ({ to }) =>
      to === ANA ? { status: 400, code: UNDELIVERABLE } : { status: 200 },
    );
    const server = await bot.start();
    await deliver(server.address, ANA, text("1", "hello"));
    await deliver(server.address, RUI, text("2", "hello"));
    await bot.finish(server);
    const dead = await bot.list("dead");
    expect(dead).toMatchObject([{ kind: "send" }]);
    expect(dead[0]?.reason).toContain(String(UNDELIVERABLE));
  });

  test("A message that may have left is shown as unknown, and not sent again.", async () => {
    const bot = await echoBot();
    const first = await bot.start("after-send:1");
    await deliver(first.address, ANA, text("1", "hello"));
    expect(await first.ended).toBe("SIGKILL");
    const second = await bot.start();
    await bot.finish(second);
    expect(bot.meta.sent).toHaveLength(1);
    expect(await bot.list("unknown")).toMatchObject([{ kind: "send" }]);
  });
});

test("the README makes the promise in the words of its tests", async () => {
  const readme = await readFile("README.md", "utf8");
  const source = await readFile(import.meta.filename, "utf8");
  const promised = [...readme.matchAll(/^\d\. \[(.*?)\]\(test\/promise\.test\.ts\)/gm)];
  const tested = [...source.matchAll(/^ {2}test\("(.*?)"/gm)];
  expect(promised.map(([, sentence]) => sentence)).toEqual(tested.map(([, title]) => title));
  expect(promised).toHaveLength(6);
});
