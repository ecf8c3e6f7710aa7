import { maskPhones } from "../server/mask-phones.ts";
import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import { describeEntry } from "./describe-entry.ts";

/** An entry in the output of `--json`; names and meaning stay as they are. */
export interface EntryJson {
  readonly id: string;
  readonly kind: StoredEntry["kind"];
  readonly what: string;
  readonly state: StoredEntry["state"];
  readonly attempts: number;
  /** Times as ISO 8601 in UTC; null where there is none. */
  readonly createdAt: string;
  readonly dueAt: string | null;
  readonly finishedAt: string | null;
  readonly parentId: string | null;
  readonly reason: string | null;
}

/** Gives an entry for a program to read, phone numbers hidden but for four digits. */
export function entryJson(entry: StoredEntry): EntryJson {
  const { id, kind, state, attempts, createdAt, dueAt, finishedAt, parentId, reason } = entry;
  return {
    id,
    kind,
    what: describeEntry(entry),
    state,
    attempts,
    createdAt: isoTime(createdAt),
    dueAt: finishedAt === undefined ? isoTime(dueAt) : null,
    finishedAt: finishedAt === undefined ? null : isoTime(finishedAt),
    parentId: parentId ?? null,
    reason: reason === undefined ? null : maskPhones(reason),
  };
}

/** Writes a time in ms since 1970-01-01 UTC as ISO 8601. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}

/** Writes what `--json` asks for. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
