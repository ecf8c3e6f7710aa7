import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import { MIGRATIONS } from "../../src/engine/sqlite/migrations.ts";
import { Person } from "../../src/engine/person.ts";
import { openDatabase } from "../../src/engine/sqlite/open-database.ts";
import { writeSend, writeSynchronous, writeWork } from "../../src/engine/sqlite/stored-item.ts";
import { eventWorkOf } from "../../src/engine/work.ts";
import { messagesOf, textMessage } from "../delivery/whatsapp.ts";
import { ManualTime } from "../manual-time.ts";
import { requestOf } from "../requests.ts";
import { event, HANDLER, LEASE, send } from "./conformance.ts";

const ANA = "5511999990001";
const VERSIONS = MIGRATIONS.map((_step, index) => index + 1);

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gbasic-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What the database of a folder is made of. */
function schemaOf(folder: string): unknown[] {
  const database = new DatabaseSync(join(folder, "gbasic.db"), { readOnly: true });
  const rows = database.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name").all();
  const version = database.prepare("PRAGMA user_version").get();
  database.close();
  return [version, ...rows];
}

/** Entries as the first version stored them, and all others could find them. */
function fill(database: DatabaseSync, now: number): void {
  const insert = database.prepare(`INSERT INTO entry (id, kind, lane, state, attempts, leased,
    created_at, due_at, finished_at, item) VALUES (?, ?, ?, ?, 1, 0, ?, ?, ?, ?)`);
  const lane = `meta 115 ${ANA}`;
  const hello = event("hello", lane, { request: messagesOf(textMessage("1", ANA)) });
  const status = event("status", lane, { event: "status" });
  const answer = send("answer", `+${ANA}`);
  const form = `From=%2B${ANA}&Body=sms&MessageSid=SM1`;
  const request = requestOf(form, "application/x-www-form-urlencoded");
  const call = { id: "call", handler: HANDLER, request, repeatable: true };
  const rows = [
    ["hello", "event", lane, "done", writeWork(eventWorkOf(hello))],
    ["status", "event", lane, "done", writeWork(eventWorkOf(status))],
    ["answer", "send", answer.lane, "waiting", writeSend(answer)],
    ["skipped", "send", answer.lane, "skipped", writeSend({ ...answer, id: "skipped" })],
    ["call", "request", "call", "done", writeSynchronous(call)],
    ["broken", "event", lane, "done", "{"],
  ] as const;
  for (const [id, kind, where, state, item] of rows) {
    insert.run(id, kind, where, state, now, now, state === "waiting" ? null : now, item);
  }
}

test.each(VERSIONS)("a store of version %i gets the form of a new one", (version) => {
  const [old, fresh] = [makeFolder(), makeFolder()];
  openDatabase(old, MIGRATIONS.slice(0, version)).close();
  for (const folder of [old, fresh]) openDatabase(folder).close();
  expect(schemaOf(old)).toEqual(schemaOf(fresh));
});

test.each(VERSIONS.slice(0, -1))(
  "a store of version %i keeps what waits, and has the messages of people",
  async (version) => {
    const folder = makeFolder();
    const time = new ManualTime();
    const { database, close } = openDatabase(folder, MIGRATIONS.slice(0, version));
    fill(database, time.now());
    // From the seventh version on the store knew the people, by the form of their number that came,
    // from the eighth on by one form alone.
    if (version >= 7) {
      const names = database.prepare("UPDATE entry SET person = ? WHERE id IN (?, ?, ?)");
      const name = version >= 8 ? Person.nameOf("551199990001") : "551199990001";
      names.run(name, "hello", "answer", "call");
    }
    close();
    const engine = createSqliteEngine({ folder, clock: time, timers: time });
    await engine.start();
    const found = await engine.history({ person: ANA, limit: 10 });
    expect(found.map(({ entry, channel, text, status }) => [entry, channel, text, status])).toEqual(
      [
        ["hello", "whatsapp", "hello", "received"],
        ["answer", "whatsapp", "text of answer", "queued"],
        ["call", "sms", "sms", "received"],
      ],
    );
    const [leased] = await engine.leaseSends(LEASE);
    expect(leased?.item.id).toBe("answer");
    await engine.close();
  },
);
