import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { MIGRATIONS } from "../../src/engine/sqlite/migrations.ts";
import { openDatabase } from "../../src/engine/sqlite/open-database.ts";
import { event, job, LEASE, NO_LEASE, send } from "../engine/conformance.ts";
import { folderWith, gbasic, gbasicProcess } from "./command.ts";
import { startServedBot } from "./served-bot.ts";
import { fillStore, folderWithStore, oneOfEach } from "./stored.ts";

const ANA = "5511999990001";
const jobs = (folder: string, ...args: string[]) => gbasic(["jobs", ...args], folder);

/** Two dead messages, one unknown one, and a dead request. */
async function failures(engine: Engine): Promise<void> {
  const sends = ["d1", "d2", "u1"].map((id) => send(id, ANA));
  await engine.addEffects({ jobs: [], sends });
  for (const state of ["dead", "dead", "unknown"] as const) {
    const [leased] = await engine.leaseSends(LEASE);
    if (leased === undefined) throw new Error("nothing to lease");
    await engine.finishSend(leased.lease, { state, reason: "no answer" });
  }
  const { handler, request } = event("r1");
  const synchronous = { id: "r1", handler, request, repeatable: false };
  const claim = await engine.claimResponse(synchronous, 1000, new AbortController().signal);
  if (claim.state !== "run") throw new Error("the request was answered");
  const failed = { state: "failed", reason: "GB3002" } as const;
  await engine.finishResponse(claim.lease, synchronous, failed, NO_EFFECTS);
}

async function stateOf(folder: string, id: string): Promise<unknown> {
  const { stdout } = await jobs(folder, "show", id, "--json");
  const { state } = JSON.parse(stdout) as { readonly state: string };
  return state;
}

describe("gbasic jobs retry without a server", () => {
  test("gives what failed a new start", async () => {
    const folder = await folderWithStore(failures);
    expect(await jobs(folder, "retry", "d1", "d2")).toEqual({
      code: 0,
      stdout: "d1 is retried\nd2 is retried\n",
      stderr: "",
    });
    expect(await stateOf(folder, "d1")).toBe("waiting");
    const { stdout } = await jobs(folder, "list", "--state", "dead");
    expect(stdout).not.toContain("d1");
  });

  test("takes a message whose fate is unknown only where that is said", async () => {
    const folder = await folderWithStore(failures);
    const { code, stdout, stderr } = await jobs(folder, "retry", "u1");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error GB5321: u1 was not sent again/);
    expect(await stateOf(folder, "u1")).toBe("unknown");
    expect((await jobs(folder, "retry", "u1", "--may-send-twice")).code).toBe(0);
    expect(await stateOf(folder, "u1")).toBe("waiting");
  });

  test("takes all in a state, once that is confirmed", async () => {
    const folder = await folderWithStore(failures);
    const counted = await jobs(folder, "retry", "--state", "dead");
    expect(counted.code).toBe(2);
    expect(counted.stderr).toContain("error GB5328: nothing was changed: 2 entries would be");
    expect(await stateOf(folder, "d1")).toBe("dead");
    const { code, stdout } = await jobs(folder, "retry", "--state", "dead", "--all", "--json");
    expect({ code, changed: JSON.parse(stdout) as unknown }).toEqual({
      code: 0,
      changed: ["d1", "d2"].map((id) => ({ id, changed: true, refusal: null, state: null })),
    });
    expect((await jobs(folder, "retry", "--state", "dead", "--all")).stdout).toBe(
      "there is nothing of this kind\n",
    );
    expect((await jobs(folder, "retry", "--state", "dead", "--all", "--json")).stdout).toBe("[]\n");
  });

  test("takes all that came of one route", async () => {
    const folder = await folderWithStore(async (engine) => {
      const handler = { script: "bot.bas", route: "POST /other" };
      await engine.accept([event("a"), event("b", "b", { handler })], NO_LEASE);
      for (const { lease, item } of await engine.leaseWork(LEASE)) {
        const made = [job(`${item.id}:1`, item.id, { parentId: item.id })];
        await engine.finishWork(lease, { state: "done" }, { jobs: made, sends: [] });
      }
      for (const { lease } of await engine.leaseWork(LEASE)) {
        await engine.finishWork(lease, { state: "dead", reason: "no" }, NO_EFFECTS);
      }
    });
    const { code, stdout } = await jobs(folder, "retry", "--route", "POST /other", "--all");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "b:1 is retried\n" });
    expect(await stateOf(folder, "a:1")).toBe("dead");
  });

  test("tells what is in no state for it, and does the others", async () => {
    const folder = await folderWithStore(failures);
    const { code, stdout, stderr } = await jobs(folder, "retry", "r1", "d1");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "d1 is retried\n" });
    expect(stderr).toMatch(/^error GB5322: r1 cannot be retried: /);
    const again = await jobs(folder, "retry", "d1", "--json");
    expect(JSON.parse(again.stdout)).toEqual([
      { id: "d1", changed: false, refusal: "wrong-state", state: "waiting" },
    ]);
    expect(again.stderr).toContain("error GB5320: d1 cannot be retried: it is waiting");
  });

  test("tells of what is not kept any more", async () => {
    const folder = await folderWithStore(failures);
    const database = new DatabaseSync(join(folder, ".gbasic", "gbasic.db"));
    database.exec("UPDATE entry SET item = NULL WHERE id = 'd1'");
    database.close();
    const { code, stderr } = await jobs(folder, "retry", "d1");
    expect({ code, told: stderr.slice(0, 12) }).toEqual({ code: 1, told: "error GB5323" });
  });

  test.each([
    ["an unknown id", ["nix"], "error GB5311"],
    ["nothing", [], "error GB5324"],
    ["ids and a choice", ["d1", "--state", "dead", "--all"], "error GB5327"],
    ["--all with nothing to choose by", ["--all"], "error GB5324"],
    ["a state in which nothing is retried", ["--state", "done", "--all"], "Allowed choices"],
    ["a folder without a store", ["d1", "--data", "nowhere"], "error GB5310"],
  ])("refuses %s and changes nothing", async (_, args, told) => {
    const folder = await folderWithStore(failures);
    const { code, stderr } = await jobs(folder, "retry", ...args);
    expect({ code, told: stderr.includes(told) }).toEqual({ code: 2, told: true });
    expect(await stateOf(folder, "d1")).toBe("dead");
  });

  test("leaves a store alone that a newer gbasic wrote", async () => {
    const folder = await folderWith({});
    openDatabase(join(folder, ".gbasic"), [...MIGRATIONS, "CREATE TABLE later (x)"]).close();
    const { code, stderr } = await jobs(folder, "discard", "d1");
    expect({ code, told: stderr.slice(0, 12) }).toEqual({ code: 2, told: "error GB5304" });
  });

  test("brings a store of an earlier version to the new form", async () => {
    const folder = await folderWith({});
    const data = join(folder, ".gbasic");
    await mkdir(data);
    const { database, close } = openDatabase(data, MIGRATIONS.slice(0, 1));
    database.exec(`INSERT INTO entry VALUES
      (1, 'old', 'send', 'whatsapp 1', 'dead', 'no', 1, 0, 1, 1, NULL, NULL, NULL, 1, '{}')`);
    close();
    const { code, stdout } = await jobs(folder, "discard", "old");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "old is discarded\n" });
  });

  test.skipIf(process.getuid?.() === 0)("says so where the folder is read-only", async () => {
    const folder = await folderWithStore(failures);
    const data = join(folder, ".gbasic");
    await chmod(join(data, "gbasic.db"), 0o400);
    await chmod(join(data, "lock.db"), 0o400);
    await chmod(data, 0o500);
    const { code, stderr } = await jobs(folder, "retry", "d1");
    await chmod(data, 0o700);
    expect({ code, told: stderr.slice(0, 12) }).toEqual({ code: 2, told: "error GB5301" });
  });
});

describe("gbasic jobs discard without a server", () => {
  test("takes entries off the list, and keeps that it did", async () => {
    const folder = await folderWithStore(oneOfEach);
    const { code, stdout } = await jobs(folder, "discard", "aa:1", "aa:2", "aa:3");
    expect(code).toBe(0);
    expect(stdout).toBe("aa:1 is discarded\naa:2 is discarded\naa:3 is discarded\n");
    const listed = await jobs(folder, "list", "--state", "discarded");
    expect(listed.stdout).toContain("discarded by hand; before: GB2421: no such SUB");
    const again = await jobs(folder, "discard", "aa:1", "aa");
    expect(again.code).toBe(1);
    expect(again.stderr).toContain("GB5320: aa:1 cannot be discarded: it is discarded");
    expect(again.stderr).toContain("GB5320: aa cannot be discarded: it is done");
  });
});

describe("beside a server", () => {
  test("retry and discard are done by the server, at once", async () => {
    const data = await folderWith({});
    await fillStore(data, failures);
    const bot = await startServedBot(data);
    onTestFinished(bot.stop);
    const retry = ["jobs", "retry", "--data", data, "--json"];
    const [dead, unknown] = await Promise.all([
      gbasicProcess([...retry, "d1"], data),
      gbasicProcess([...retry, "u1", "--may-send-twice"], data),
    ]);
    expect(dead).toMatchObject({ code: 0, stderr: "" });
    expect(unknown).toMatchObject({ code: 0, stderr: "" });
    const discard = await gbasicProcess(["jobs", "discard", "d2", "--data", data], data);
    expect(discard).toEqual({ code: 0, stdout: "d2 is discarded\n", stderr: "" });
    const refused = await gbasicProcess([...retry, "d2"], data);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject([{ id: "d2", state: "discarded" }]);
    // The server still takes what people write while commands write to its store.
    await bot.deliver(ANA, "wamid.1", "Olá");
    await bot.stop();
    const texts = bot.sent.map(({ text }) => text);
    expect(texts.toSorted()).toEqual(["first Olá", "second Olá", "text of d1", "text of u1"]);
  }, 60_000);

  test("an instruction that was left by a command is done by the next server", async () => {
    const data = await folderWith({});
    await fillStore(data, failures);
    const { database, close } = openDatabase(data);
    database
      .prepare("INSERT INTO instruction (asked_at, instruction) VALUES (0, ?)")
      .run(JSON.stringify({ action: "retry", ids: ["d1"], maySendTwice: false }));
    close();
    const bot = await startServedBot(data);
    onTestFinished(bot.stop);
    const discard = await gbasicProcess(["jobs", "discard", "d2", "--data", data], data);
    expect(discard.code).toBe(0);
    await bot.stop();
    expect(bot.sent.map(({ text }) => text)).toEqual(["text of d1"]);
  }, 60_000);
});
