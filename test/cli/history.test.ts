import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import { messagesOf, textMessage } from "../delivery/whatsapp.ts";
import { event, LEASE, NO_LEASE, send } from "../engine/conformance.ts";
import { ManualTime } from "../manual-time.ts";
import { folderWith, gbasic } from "./command.ts";
import { startServedBot } from "./served-bot.ts";
import { folderWithStore } from "./stored.ts";

const ANA = "5511999990001";
const RUI = "5511999990002";
const DAY = 86_400_000;

/** A message of a person, to which the run answers the person and tells the owner. */
async function talk(engine: Engine, id: string, from: string, body: string): Promise<void> {
  const request = messagesOf(textMessage(`wamid.${id}`, from, body));
  await engine.accept([event(id, `whatsapp 115 ${from}`, { request, sender: from })], NO_LEASE);
  for (const { lease } of await engine.leaseWork(LEASE)) {
    const owner = { channel: "whatsapp", to: "the owner", text: `somebody says ${body}` } as const;
    const sends = [
      send(`${id}:1`, `+${from}`, { runId: id }),
      send(`${id}:2`, "the owner", { runId: id, message: owner }),
    ];
    await engine.finishWork(lease, { state: "done" }, { jobs: [], sends });
  }
  for (const { lease } of await engine.leaseSends(LEASE)) {
    await engine.finishSend(lease, { state: "done", receipt: { id: `wamid.to ${lease.id}` } });
  }
}

async function twoTalk(engine: Engine): Promise<void> {
  await talk(engine, "a", ANA, "good\nday");
  await talk(engine, "b", RUI, "hello");
  await talk(engine, "c", ANA, "bye");
}

/** A store whose entries are gone, so that only the histories are left. */
async function oldStore(): Promise<string> {
  const folder = await folderWith({});
  const time = new ManualTime();
  const data = join(folder, ".gbasic");
  const engine = createSqliteEngine({ folder: data, clock: time, timers: time });
  await engine.start();
  await twoTalk(engine);
  await time.advance(10 * DAY);
  await engine.close();
  return folder;
}

const textsOf = (json: string) =>
  (JSON.parse(json) as readonly { readonly text: string }[]).map(({ text }) => text);

describe("gbasic history", () => {
  test("shows what a person wrote and was sent, however the number is written", async () => {
    const folder = await folderWithStore(twoTalk);
    const { code, stdout, stderr } = await gbasic(["history", "+55 (11) 99999-0001"], folder);
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, "(when)").split("\n");
    expect(lines).toEqual([
      "WHEN (UTC)           DIRECTION  CHANNEL   STATUS    TEXT",
      "(when)  inbound    whatsapp  received  good day",
      "(when)  outbound   whatsapp  sent      text of a:1",
      "(when)  inbound    whatsapp  received  bye",
      "(when)  outbound   whatsapp  sent      text of c:1",
      "",
    ]);
    for (const written of [ANA, `+${ANA}`, `whatsapp:+${ANA}`]) {
      expect((await gbasic(["history", written], folder)).stdout).toBe(stdout);
    }
  });

  test("gives programs a list, and the newest only", async () => {
    const folder = await folderWithStore(twoTalk);
    const { stdout } = await gbasic(["history", ANA, "--json", "--last", "1"], folder);
    const timestamp: unknown = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(JSON.parse(stdout)).toEqual([
      {
        ...{ id: "wamid.to c:1", direction: "outbound", channel: "whatsapp", type: "text" },
        ...{ subject: null, text: "text of c:1", timestamp, status: "sent", error: null },
        entry: "c:1",
      },
    ]);
    const { stderr } = await gbasic(["history", ANA, "--last", "2"], folder);
    expect(stderr).toBe("there are older ones; --last N shows N of them\n");
  });

  test("says why a message failed, and what kind another was", async () => {
    const folder = await folderWithStore(async (engine) => {
      const image = { ...textMessage("1", ANA), type: "image", image: { caption: "my cat" } };
      const request = messagesOf({ ...image, text: undefined });
      await engine.accept([event("a", `whatsapp 115 ${ANA}`, { request, sender: ANA })], NO_LEASE);
      await engine.addEffects({ jobs: [], sends: [send("b", ANA)] });
      const [leased] = await engine.leaseSends(LEASE);
      if (leased === undefined) throw new Error("nothing to lease");
      await engine.finishSend(leased.lease, { state: "dead", reason: "GB4106: refused" });
    });
    const { stdout } = await gbasic(["history", ANA], folder);
    expect(stdout).toContain("received  [image] my cat\n");
    expect(stdout).toContain("failed    text of b (GB4106: refused)\n");
  });

  test("works beside a running server", async () => {
    const bot = await startServedBot();
    onTestFinished(() => bot.stop());
    await bot.deliver(ANA, "wamid.1", "hello");
    await vi.waitFor(
      async () => {
        const { stdout } = await gbasic(["history", ANA, "--json", "--data", bot.data], bot.data);
        expect(textsOf(stdout)[0]).toBe("hello");
        expect(textsOf(stdout).length).toBeGreaterThan(1);
      },
      { timeout: 20_000, interval: 100 },
    );
  }, 40_000);

  test.each([
    [["5511999990009"], 2, "GB5350: nothing is kept of what 5511999990009 wrote or was sent"],
    [["5511999990009"], 2, "did you mean 551199999000"],
    [["nobody@example.com"], 2, "write the number with its country code"],
    [["55"], 2, "GB5330"],
    [[ANA, "--last", "0"], 2, "expected a whole number from 1 on"],
    [[ANA, "--last", "all"], 2, "expected a whole number from 1 on"],
    [[], 2, "missing required argument 'sender'"],
  ])("says what is wrong: %j", async (args, code, message) => {
    const folder = await folderWithStore(twoTalk);
    const outcome = await gbasic(["history", ...args], folder);
    expect([outcome.code, outcome.stdout]).toEqual([code, ""]);
    expect(outcome.stderr).toContain(message);
  });

  test("says so where there is no store", async () => {
    const outcome = await gbasic(["history", ANA], await folderWith({}));
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain("GB5310");
  });
});

describe("gbasic forget and histories", () => {
  test("erases the history of a person, and leaves that of others", async () => {
    const folder = await folderWithStore(twoTalk);
    await gbasic(["forget", `+${ANA}`], folder);
    expect((await gbasic(["history", ANA], folder)).stderr).toContain("GB5350");
    expect(textsOf((await gbasic(["history", RUI, "--json"], folder)).stdout)).toHaveLength(2);
    const { stdout } = await gbasic(["history", "the owner", "--json"], folder);
    expect(textsOf(stdout)).toEqual(["somebody says hello"]);
  });

  test("erases what is kept for the history alone, with what came of it", async () => {
    const folder = await oldStore();
    const { stdout } = await gbasic(["history", "the owner", "--json"], folder);
    expect(textsOf(stdout)).toHaveLength(3);
    const erased = await gbasic(["forget", ANA], folder);
    expect(erased.stdout).toBe("erased: 6 past messages\n");
    expect((await gbasic(["history", ANA], folder)).stderr).toContain("GB5350");
    const left = await gbasic(["history", "the owner", "--json"], folder);
    expect(textsOf(left.stdout)).toEqual(["somebody says hello"]);
  });

  test("erases a history that the run of somebody else was told", async () => {
    const folder = await folderWithStore(async (engine) => {
      await talk(engine, "b", RUI, "hello");
      const asked = JSON.stringify({ person: ANA, last: 10 });
      const told = { runId: "b", kind: "history", step: 9, asked, outcome: "secret" } as const;
      await engine.addEffects({ ...NO_EFFECTS, journal: [told] });
    });
    const data = join(folder, ".gbasic");
    const journal = async () => {
      const clock = { now: () => Date.now() };
      const engine = createSqliteEngine({ folder: data, clock, timers: new ManualTime() });
      const { journal: kept } = await engine.recall("b");
      await engine.close();
      return kept;
    };
    expect(await journal()).toHaveLength(1);
    await gbasic(["forget", ANA], folder);
    expect(await journal()).toEqual([]);
  });
});
