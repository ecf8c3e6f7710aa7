import type { EntryState } from "../engine/sqlite/entry-state.ts";
import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import { maskPhones } from "../server/mask-phones.ts";
import { describeEntry } from "./describe-entry.ts";
import { entryJson, toJson } from "./entry-json.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import { type DataOptions, lookIntoStore } from "./open-store.ts";
import { shortTime } from "./short-time.ts";
import { toColumns } from "./to-columns.ts";

/** What `gbasic jobs list` was asked for. */
export interface JobsListOptions extends DataOptions {
  /** Undefined for every state. */
  readonly state?: EntryState;
  /** Entries at most. */
  readonly limit: number;
  readonly json: boolean;
}

/**
 * Lists events, jobs, messages and answered requests, newest first.
 * @throws UsageError where the store cannot be read
 */
export async function jobsList(options: JobsListOptions, io: CommandIo): Promise<number> {
  const { state, limit, json } = options;
  const found = await lookIntoStore(options, io, (reader) =>
    reader.list({ state, limit: limit + 1 }),
  );
  const entries = found.slice(0, limit);
  if (json) {
    io.stdout(toJson(entries.map(entryJson)));
    return EXIT.ok;
  }
  if (entries.length === 0) io.stdout(state === undefined ? "nothing\n" : `nothing is ${state}\n`);
  else io.stdout(entryTable(entries));
  if (found.length > limit) io.stderr(`there are more; --limit N shows N of them\n`);
  return EXIT.ok;
}

/** Shows entries below each other, each with the time at which it ended or came. */
export function entryTable(entries: readonly StoredEntry[]): string {
  return toColumns([
    ["ID", "KIND", "STATE", "TRIES", "WHEN (UTC)", "WHAT", "REASON"],
    ...entries.map((entry) => [
      entry.id,
      entry.kind,
      entry.state,
      String(entry.attempts),
      shortTime(entry.finishedAt ?? entry.createdAt),
      describeEntry(entry),
      maskPhones(entry.reason ?? dueNote(entry)).replaceAll(/\s+/g, " "),
    ]),
  ]);
}

/** Says when an entry is due that waits for time to pass. */
function dueNote({ state, dueAt, createdAt }: StoredEntry): string {
  return state === "waiting" && dueAt > createdAt ? `due ${shortTime(dueAt)}` : "";
}
