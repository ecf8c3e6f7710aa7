import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import { MIGRATIONS } from "../../src/engine/sqlite/migrations.ts";
import { openDatabase } from "../../src/engine/sqlite/open-database.ts";
import type { Retention } from "../../src/engine/retention.ts";
import type { SqliteEngine } from "../../src/engine/sqlite/sqlite-engine.ts";
import { ManualTime } from "../manual-time.ts";
import { event, LEASE, NO_LEASE } from "./conformance.ts";

const DAY = 86_400_000;

let folder: string;
let time: ManualTime;
let engine: SqliteEngine;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gbasic-retention-"));
  time = new ManualTime();
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(retention: Retention): Promise<void> {
  engine = createSqliteEngine({ folder, clock: time, timers: time, retention });
  await engine.start();
}

/** Stores an event and lets it end. */
async function end(id: string, state: "done" | "dead"): Promise<void> {
  await engine.accept([event(id)], NO_LEASE);
  const [leased] = await engine.leaseWork(LEASE);
  if (leased === undefined) throw new Error("nothing to lease");
  const result = state === "done" ? ({ state } as const) : ({ state, reason: "broken" } as const);
  await engine.finishWork(leased.lease, result, NO_EFFECTS);
}

/** Ids, each with whether its request is kept. */
function kept(): unknown[] {
  const database = new DatabaseSync(join(folder, "gbasic.db"), { readOnly: true });
  const rows = database.prepare("SELECT id, item IS NOT NULL AS body FROM entry ORDER BY seq");
  const found = rows.all().map(({ id, body }) => [id, body === 1]);
  database.close();
  return found;
}

describe("what is kept", () => {
  it("loses its bodies after their time, and goes after 8 days", async () => {
    await start({ bodiesMs: DAY, failedMs: Infinity, historyMs: 30 * DAY });
    await end("good", "done");
    await end("bad", "dead");
    await time.advance(DAY - 1000);
    expect(kept()).toEqual([
      ["good", true],
      ["bad", true],
    ]);
    await time.advance(2 * 60 * 60_000);
    expect(kept()).toEqual([
      ["good", false],
      ["bad", true],
    ]);
    expect(await engine.accept([event("good")], NO_LEASE)).toEqual([{ outcome: "duplicate" }]);
    await time.advance(8 * DAY);
    expect(kept()).toEqual([["bad", true]]);
  });

  it("stays as long as its bodies where these are kept for longer", async () => {
    await start({ bodiesMs: 20 * DAY, failedMs: Infinity, historyMs: 30 * DAY });
    await end("good", "done");
    await time.advance(19 * DAY);
    expect(kept()).toEqual([["good", true]]);
    await time.advance(2 * DAY);
    expect(kept()).toEqual([]);
  });

  it("is deleted although it failed, where that is wanted", async () => {
    await start({ bodiesMs: 8 * DAY, failedMs: 3 * DAY, historyMs: 30 * DAY });
    await end("bad", "dead");
    await time.advance(2 * DAY);
    expect(kept()).toEqual([["bad", true]]);
    await time.advance(2 * DAY);
    expect(kept()).toEqual([]);
  });

  it("is deleted in small steps however much there is", async () => {
    await start({ bodiesMs: DAY, failedMs: Infinity, historyMs: 30 * DAY });
    await end("good", "done");
    const database = new DatabaseSync(join(folder, "gbasic.db"));
    database.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      INSERT INTO entry (id, kind, lane, state, attempts, leased, created_at, due_at, finished_at)
      SELECT 'old ' || i, 'event', 'x', CASE WHEN i % 2 THEN 'dead' ELSE 'done' END, 1, 0, 1, 1, 1
      FROM n`);
    const count = () => database.prepare("SELECT count(*) AS count FROM entry").get()?.count;
    await time.advance(60 * 60_000 + 100);
    expect(count()).toBe(2001 - 250);
    await time.advance(60_000);
    expect(count()).toBe(2001 - 1000);
    database.close();
  });
});

describe("a store of the first version", () => {
  it("knows what it received before, by hashes from now on", async () => {
    const { database, close } = openDatabase(folder, MIGRATIONS.slice(0, 1));
    database.prepare("INSERT INTO dedupe_key (key, added_at) VALUES ('key-a', ?)").run(time.now());
    close();
    await start({ bodiesMs: DAY, failedMs: Infinity, historyMs: 30 * DAY });
    expect(await engine.accept([event("a")], NO_LEASE)).toEqual([{ outcome: "duplicate" }]);
    const after = new DatabaseSync(join(folder, "gbasic.db"), { readOnly: true });
    expect(after.prepare("SELECT key FROM dedupe_key").all()).not.toMatchObject([{ key: "key-a" }]);
    after.close();
  });

  it("loses files that runs fetched after their time, and notes of those that are gone", async () => {
    await start({ bodiesMs: DAY, failedMs: DAY, historyMs: DAY, filesMs: 3 * DAY });
    mkdirSync(join(folder, "media", "photos"), { recursive: true });
    const paths = ["media/photos/old.jpg", "media/gone.jpg", "media/new.jpg"];
    const keep = (path: string) => engine.keepFile({ path, runId: "x", sender: undefined });
    for (const path of paths.slice(0, 2)) await keep(path);
    writeFileSync(join(folder, "media/photos/old.jpg"), "picture");
    // A folder of its own, with a part that a crash left.
    await keep("media/own");
    mkdirSync(join(folder, "media/own/photos"), { recursive: true });
    writeFileSync(join(folder, "media/own/photos/old.jpg"), "picture");
    writeFileSync(join(folder, "media/own/photos/1.part"), "pict");
    await time.advance(2 * DAY);
    writeFileSync(join(folder, "media/new.jpg"), "picture");
    await keep("media/new.jpg");
    await time.advance(DAY + 2 * 60 * 60_000);
    expect(readdirSync(join(folder, "media"))).toEqual(["new.jpg"]);
    const database = new DatabaseSync(join(folder, "gbasic.db"), { readOnly: true });
    const noted = database.prepare("SELECT path FROM kept_file").all();
    database.close();
    expect(noted.map(({ path }) => path)).toEqual(["media/new.jpg"]);
  });
});
