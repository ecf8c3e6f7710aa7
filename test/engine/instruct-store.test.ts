import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import { instructStore } from "../../src/engine/sqlite/instruct-store.ts";
import { MIGRATIONS } from "../../src/engine/sqlite/migrations.ts";
import { openDatabase } from "../../src/engine/sqlite/open-database.ts";
import { StoreReader } from "../../src/engine/sqlite/store-reader.ts";
import { ManualTime } from "../manual-time.ts";
import { event, NO_LEASE } from "./conformance.ts";

const DISCARD = { action: "discard", ids: ["a"] } as const;

let folder: string;
let time: ManualTime;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gbasic-instruct-"));
  time = new ManualTime();
  const engine = createSqliteEngine({ folder, clock: time, timers: time });
  await engine.start();
  await engine.accept([event("a")], NO_LEASE);
  await engine.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const discard = () => instructStore(DISCARD, { folder, clock: time, timers: time });

/** How many instructions are in the store. */
function instructionsLeft(): unknown {
  const { database, close } = openDatabase(folder);
  const row = database.prepare("SELECT count(*) AS count FROM instruction").get();
  close();
  return row?.count;
}

describe("a command that wants something of a store", () => {
  it("is told where the server that uses it does not answer, and asks nothing any more", async () => {
    const silent = openDatabase(folder);
    const told = expect(discard()).rejects.toMatchObject({ detail: { code: "GB5325" } });
    await time.advance(31_000);
    await told;
    silent.close();
    expect(instructionsLeft()).toBe(0);
  });

  it("does it itself once the server that did not answer has ended", async () => {
    const silent = openDatabase(folder);
    const changing = discard();
    await time.advance(500);
    silent.close();
    await time.advance(1000);
    expect(await changing).toMatchObject({ changes: [{ id: "a", changed: true }] });
    expect(instructionsLeft()).toBe(0);
  });

  it("is told where the server is of an older gbasic", async () => {
    const older = mkdtempSync(join(tmpdir(), "gbasic-instruct-"));
    const server = openDatabase(older, MIGRATIONS.slice(0, 1));
    const asking = instructStore(DISCARD, { folder: older, clock: time, timers: time });
    await expect(asking).rejects.toMatchObject({ detail: { code: "GB5326" } });
    server.close();
    rmSync(older, { recursive: true, force: true });
  });

  it("is answered by a server in the order of asking", async () => {
    const server = createSqliteEngine({ folder, clock: time, timers: time });
    await server.start();
    const both = Promise.all([discard(), discard()]);
    await time.advance(100);
    await server.instructions.answerAll();
    await time.advance(100);
    expect(await both).toMatchObject([
      { changes: [{ changed: true }] },
      { changes: [{ changed: false, state: "discarded" }] },
    ]);
    await server.close();
    expect(instructionsLeft()).toBe(0);
  });
});

describe("what a run made", () => {
  it("is found without a look at every other entry", () => {
    const { database, close } = openDatabase(folder);
    database.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
      INSERT INTO entry (id, kind, lane, state, attempts, leased, created_at, due_at, parent_id,
        finished_at) SELECT 'run ' || (i / 4) || ':' || i, 'send', 'x', 'done', 1, 0, 1, 1,
        'run ' || (i / 4), 1 FROM n`);
    const reader = new StoreReader(database);
    const timeOf = (runs: number): number => {
      const startedAt = performance.now();
      for (let run = 1; run <= runs; run += 1) {
        expect(reader.children(`run ${String(run)}`)).toHaveLength(4);
        expect(reader.countMade(`run ${String(run)}`)).toEqual([
          { kind: "send", state: "done", count: 4 },
        ]);
      }
      return (performance.now() - startedAt) / runs;
    };
    timeOf(1);
    const found = timeOf(20);
    database.exec("DROP INDEX entry_parent");
    expect(timeOf(3)).toBeGreaterThan(found * 5);
    close();
  });
});
