import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import { systemTimers } from "../../src/host/timers.ts";
import { event, job, LEASE, NO_LEASE, send } from "../engine/conformance.ts";
import { ManualTime } from "../manual-time.ts";
import { requestOf } from "../requests.ts";
import { folderWith, gbasic, gbasicProcess } from "./command.ts";
import { startServedBot } from "./served-bot.ts";
import { fillStore, folderWithStore } from "./stored.ts";

const ANA = "5511999990001";
const RUI = "5511999990002";
const SECRET = "a very private matter";

/** Whether the files of a store hold a text anywhere, also where a row was deleted. */
function holds(data: string, text: string): boolean {
  const files = ["gbasic.db", "gbasic.db-wal"].map((name) => join(data, name));
  return files.some((file) => existsSync(file) && readFileSync(file).includes(text));
}

/**
 * Ana's delivery, done, which led to a job that is dead, a mail to the owner and a waiting message;
 * a waiting delivery of hers; a call of hers; and all of Rui's.
 */
async function twoPeople(engine: Engine): Promise<void> {
  for (const person of PEOPLE) await addFinished(engine, person);
  for (const { name, number, text } of PEOPLE) {
    const written = `+${number.slice(0, 2)} ${number.slice(2)}`;
    const sends = [send(`${name}1:3`, written, { runId: `${name}1` })];
    await engine.addEffects({ jobs: [], sends });
    const request = requestOf(`{"from":"${number}","text":"${text}"}`);
    await engine.accept([event(`${name}2`, `whatsapp 115 ${number}`, { request })], NO_LEASE);
    await call(engine, `${name}-call`, number, text);
  }
}

const PEOPLE = [
  { name: "ana", number: ANA, text: SECRET },
  { name: "rui", number: RUI, text: "hello" },
] as const;

async function addFinished(
  engine: Engine,
  { name, number, text }: (typeof PEOPLE)[number],
): Promise<void> {
  const id = `${name}1`;
  const request = requestOf(`{"from":"${number}","text":"${text}"}`);
  const lane = `whatsapp 115 ${number}`;
  await engine.accept([event(id, lane, { request, dedupeKey: `wamid ${number}` })], NO_LEASE);
  const [first] = await engine.leaseWork(LEASE);
  if (first === undefined) throw new Error("nothing to lease");
  const jobs = [job(`${id}:1`, lane, { parentId: id, args: `["${text}"]` })];
  const sends = [send(`${id}:2`, "owner", { runId: id, message: note(text) })];
  await engine.finishWork(first.lease, { state: "done" }, { jobs, sends });
  const [spawned] = await engine.leaseWork(LEASE);
  const [mail] = await engine.leaseSends(LEASE);
  if (spawned === undefined || mail === undefined) throw new Error("nothing to lease");
  const dead = { state: "dead", reason: `GB3001: "${text}" is no number` } as const;
  await engine.finishWork(spawned.lease, dead, NO_EFFECTS);
  await engine.finishSend(mail.lease, { state: "done", receipt: { id: "receipt" } });
}

const BODY: unknown = expect.stringContaining("hello");
const note = (text: string) => ({ channel: "whatsapp", to: "owner", text }) as const;

async function call(engine: Engine, id: string, number: string, text: string): Promise<void> {
  const request = requestOf(`From=%2B${number}&Body=${encodeURIComponent(text)}`);
  const { handler } = event(id);
  const synchronous = { id, handler, request, repeatable: true };
  const claim = await engine.claimResponse(synchronous, 1000, new AbortController().signal);
  if (claim.state !== "run") throw new Error("the request was answered");
  const response = { status: 200, headers: [], body: `you said ${text}` };
  await engine.finishResponse(claim.lease, synchronous, { state: "done", response }, NO_EFFECTS);
}

async function statesOf(data: string): Promise<Map<string, string>> {
  const { stdout } = await gbasic(["jobs", "list", "--json", "--data", data], data);
  const all = JSON.parse(stdout) as readonly { readonly id: string; readonly state: string }[];
  return new Map(all.map(({ id, state }) => [id, state]));
}

describe("gbasic forget", () => {
  test("erases all that is kept of a person and what came of it, and nothing of others", async () => {
    const folder = await folderWithStore(twoPeople);
    const data = join(folder, ".gbasic");
    expect([holds(data, SECRET), holds(data, ANA)]).toEqual([true, true]);
    expect(await gbasic(["forget", "+55 11 99999-0001"], folder)).toEqual({
      code: 0,
      stdout: "erased: 2 events, 1 job, 2 messages, 1 request, 1 response; given up: 3 of them\n",
      stderr: "",
    });
    expect([holds(data, SECRET), holds(data, ANA), holds(data, ANA.slice(2))]).toEqual([
      false,
      false,
      false,
    ]);
    const states = await statesOf(data);
    expect(states.get("ana1")).toBe("done");
    expect(["ana1:1", "ana1:3", "ana2"].map((id) => states.get(id))).toEqual(
      Array.from({ length: 3 }, () => "discarded"),
    );
    expect(states.get("rui2")).toBe("waiting");
    const { stdout } = await gbasic(["jobs", "show", "rui1", "--json"], folder);
    expect(JSON.parse(stdout)).toMatchObject({ item: { request: { body: BODY } } });
    expect((await gbasic(["forget", ANA], folder)).stdout).toBe("nothing is kept of this person\n");
  });

  test("keeps what a repeated delivery is known by, and runs nothing that it erased", async () => {
    const folder = await folderWithStore(twoPeople);
    const data = join(folder, ".gbasic");
    await gbasic(["forget", ANA], folder);
    const clock = { now: () => Date.now() };
    const engine = createSqliteEngine({ folder: data, clock, timers: systemTimers });
    await engine.start();
    const again = event("ana1", `whatsapp 115 ${ANA}`, { dedupeKey: `wamid ${ANA}` });
    expect(await engine.accept([again], NO_LEASE)).toEqual([{ outcome: "duplicate" }]);
    const due = [...(await engine.leaseWork(LEASE)), ...(await engine.leaseSends(LEASE))];
    expect(due.map(({ item }) => item.id)).toEqual(["rui2", "rui1:3"]);
    const { handler } = event("x");
    const repeat = { id: "ana-call", handler, request: requestOf(""), repeatable: true };
    expect(await engine.claimResponse(repeat, 1000, new AbortController().signal)).toEqual({
      state: "recorded",
      response: { status: 200, headers: [], body: "" },
    });
    await engine.close();
  });

  test("gives programs the counts", async () => {
    const folder = await folderWithStore(twoPeople);
    const { stdout } = await gbasic(["forget", `whatsapp:+${ANA}`, "--json"], folder);
    expect(JSON.parse(stdout)).toEqual({
      ...{ events: 2, jobs: 1, messages: 2, requests: 1, responses: 1 },
      ...{ history: 0, discarded: 3, running: 0, files: 0, filesLeft: 0 },
    });
  });

  test("knows a mail address, and no longer one that it is a part of", async () => {
    const folder = await folderWithStore(async (engine) => {
      const texts = ["to ana@example.com", "to\nAna@Example.com.", "to joana@example.com"];
      const events = texts.map((text, at) =>
        event(String(at), String(at), { request: requestOf(JSON.stringify({ text })) }),
      );
      await engine.accept(events, NO_LEASE);
    });
    const { stdout } = await gbasic(["forget", "ana@example.com"], folder);
    expect(stdout).toBe("erased: 2 events; given up: 2 of them\n");
  });

  test.each([
    ["a text that is too short", ["forget", "+5"], "error GB5330"],
    ["nobody", ["forget"], "missing required argument 'sender'"],
    ["a folder without a store", ["forget", ANA, "--data", "nowhere"], "error GB5310"],
  ])("refuses %s", async (_, args, told) => {
    const { code, stderr } = await gbasic(args, await folderWith({}));
    expect({ code, told: stderr.includes(told) }).toEqual({ code: 2, told: true });
  });

  test("waits, in a server, for a run of the person that is under way", async () => {
    const time = new ManualTime();
    const data = await folderWith({});
    const engine = createSqliteEngine({ folder: data, clock: time, timers: time });
    await engine.start();
    const request = requestOf(`{"text":"${SECRET}"}`);
    await engine.accept([event("a", `whatsapp 115 ${ANA}`, { request })], NO_LEASE);
    const [leased] = await engine.leaseWork(LEASE);
    if (leased === undefined) throw new Error("nothing to lease");
    const forgetting = engine.instructions.carryOut({ action: "forget", person: ANA });
    await time.advance(1000);
    const made = send("a:1", ANA, { runId: "a" });
    await engine.finishWork(leased.lease, { state: "done" }, { jobs: [], sends: [made] });
    await time.advance(1000);
    expect((await forgetting).erased).toMatchObject({ events: 1, messages: 1, running: 0 });
    expect(await engine.leaseSends(LEASE)).toEqual([]);
    await engine.close();
    expect(holds(data, SECRET)).toBe(false);
  });

  test("tells of a run that does not end", async () => {
    const time = new ManualTime();
    const data = await folderWith({});
    const engine = createSqliteEngine({ folder: data, clock: time, timers: time });
    await engine.start();
    await engine.accept([event("a", `whatsapp 115 ${ANA}`)], NO_LEASE);
    await engine.leaseWork({ limit: 1, leaseMs: 10 * 60_000 });
    const forgetting = engine.instructions.carryOut({ action: "forget", person: ANA });
    await time.advance(100_000);
    expect((await forgetting).erased).toMatchObject({ events: 0, running: 1 });
    await engine.close();
  });

  test("is done by the server that uses the folder", async () => {
    const data = await folderWith({});
    await fillStore(data, twoPeople);
    const bot = await startServedBot(data);
    onTestFinished(bot.stop);
    await bot.deliver(RUI, "wamid.1", "Olá");
    const { code, stderr } = await gbasicProcess(["forget", ANA, "--data", data], data);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect([holds(data, SECRET), holds(data, ANA)]).toEqual([false, false]);
    await bot.stop();
    expect(bot.sent.some(({ text }) => text === "first Olá")).toBe(true);
  }, 60_000);
});
