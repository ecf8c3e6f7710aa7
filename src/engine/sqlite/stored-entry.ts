import { z } from "zod";
import { ENTRY_STATES, type EntryState } from "./entry-state.ts";
import type { EntryKind } from "./entry-table.ts";
import { type Item, readItem } from "./stored-item.ts";

/** An entry as it lies in the store, finished or not. Times are ms since 1970-01-01 UTC. */
export interface StoredEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly lane: string;
  readonly state: EntryState;
  readonly reason: string | undefined;
  readonly attempts: number;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly finishedAt: number | undefined;
  /** The run that made it. */
  readonly parentId: string | undefined;
  /** Undefined where it is not kept, or not in a form that is known. */
  readonly item: Item | undefined;
}

const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(["event", "job", "send", "request"]),
  lane: z.string(),
  state: z.enum(ENTRY_STATES),
  leased: z.number(),
  reason: z.string().nullable(),
  attempts: z.number(),
  created_at: z.number(),
  due_at: z.number(),
  finished_at: z.number().nullable(),
  parent_id: z.string().nullable(),
  item: z.string().nullable(),
});

/** The columns that `readEntry` needs. */
export const ENTRY_COLUMNS = Object.keys(rowSchema.shape).join(", ");

/** Reads a row of the table of entries. @throws Error for one that gbasic did not write */
export function readEntry(row: unknown): StoredEntry {
  const { id, kind, lane, state, attempts, ...rest } = rowSchema.parse(row);
  return {
    id,
    kind,
    lane,
    state: state === "waiting" && rest.leased === 1 ? "running" : state,
    reason: rest.reason ?? undefined,
    attempts,
    createdAt: rest.created_at,
    dueAt: rest.due_at,
    finishedAt: rest.finished_at ?? undefined,
    parentId: rest.parent_id ?? undefined,
    item: rest.item === null ? undefined : readKnownItem(kind, rest.item),
  };
}

/** One row that a person changed by hand must not keep the others from being seen. */
function readKnownItem(kind: EntryKind, text: string): Item | undefined {
  try {
    return readItem(kind, text);
  } catch {
    return undefined;
  }
}
