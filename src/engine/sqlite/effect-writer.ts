import type { Effects } from "../effects.ts";
import { recipientOf } from "../history/content.ts";
import { inLaneOfNumber } from "../send-lane.ts";
import type { NewSend } from "../send.ts";
import type { NewJob } from "../work.ts";
import type { AliasTable } from "./alias-table.ts";
import type { EntryTable } from "./entry-table.ts";
import type { JournalTable } from "./journal-table.ts";
import type { Queues } from "./queues.ts";
import { writeSend, writeWork } from "./stored-item.ts";

/** Where the effects of runs go. */
export interface EffectTargets {
  readonly entries: EntryTable;
  readonly journal: JournalTable;
  readonly aliases: AliasTable;
  readonly queues: Pick<Queues, "work" | "outbox" | "heldJobs">;
}

/**
 * Writes the effects of a run, those with known ids left out; to be called in a transaction.
 * @returns puts them into the queues, once they are on disk
 */
export function writeEffects(effects: Effects, targets: EffectTargets, now: number): () => void {
  for (const entry of effects.journal ?? []) targets.journal.add(entry);
  const added = [
    ...effects.jobs.map((job) => writeJob(job, targets, now)),
    ...effects.sends.map((send) => writeOneSend(send, targets, now)),
  ];
  return () => {
    for (const add of added) add?.();
  };
}

function writeJob(
  { heldMs, delayMs, ...job }: NewJob,
  { entries, queues }: EffectTargets,
  now: number,
): (() => void) | undefined {
  const { id, kind, lane, parentId } = job;
  // Held in memory only: the response that it waits for ends with the process.
  const times = { createdAt: now, dueAt: now + delayMs };
  const row = { id, kind, lane, ...times, attempts: 0, finished: undefined, parentId } as const;
  const seq = entries.insert({ ...row, person: undefined, item: writeWork(job) }, false);
  if (seq === undefined) return undefined;
  return () => {
    queues.work.add(id, lane, { seq, kind, item: job }, now, { heldMs, delayMs });
    if (heldMs > 0) queues.heldJobs.add(parentId, id);
  };
}

function writeOneSend(
  { skipped, ...asked }: NewSend,
  { aliases, entries, queues }: EffectTargets,
  now: number,
): (() => void) | undefined {
  const send = inLaneOfNumber(asked, (name) => aliases.namesOf(name));
  const { id, lane, runId } = send;
  const times = { createdAt: now, dueAt: now };
  const finished =
    skipped === undefined ? undefined : ({ state: "skipped", reason: skipped } as const);
  const row = { id, kind: "send", lane, ...times, attempts: 0, finished, parentId: runId } as const;
  const person = skipped === undefined ? recipientOf(send.message) : undefined;
  const seq = entries.insert({ ...row, person, item: writeSend(send) }, false);
  if (seq === undefined || skipped !== undefined) return undefined;
  return () => queues.outbox.add(id, lane, { seq, kind: "send", item: send }, now);
}
