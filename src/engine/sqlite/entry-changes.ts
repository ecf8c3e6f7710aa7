import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { Clock } from "../../host/host.ts";
import {
  type ChangeableEntry,
  discardedReason,
  type EntryChange,
  type Refusal,
  type RetryOptions,
  whyNotDiscarded,
  whyNotRetried,
} from "../entry-change.ts";
import { ENTRY_STATES } from "./entry-state.ts";
import type { Queues } from "./queues.ts";
import type { TurnTransaction } from "./turn-transaction.ts";

/** Entries that are changed in one turn of the event loop, so that nobody waits long for them. */
const MOST_AT_ONCE = 200;

const foundSchema = z
  .object({
    seq: z.number(),
    id: z.string(),
    kind: z.enum(["event", "job", "send", "request"]),
    lane: z.string(),
    state: z.enum(ENTRY_STATES),
    reason: z.string().nullable(),
    has_item: z.number(),
  })
  .transform(({ has_item, reason, ...rest }) => ({
    ...rest,
    reason: reason ?? undefined,
    hasItem: has_item === 1,
  }));
type FoundEntry = z.output<typeof foundSchema>;

interface EntryChangesParts {
  readonly turn: TurnTransaction;
  readonly queues: () => Queues;
  readonly clock: Pick<Clock, "now">;
  /** Called once changes are on disk. */
  readonly changed: () => void;
}

/** Changes that a person asks for, to what the store holds. */
export class EntryChanges {
  readonly #parts: EntryChangesParts;
  readonly #find: StatementSync;
  readonly #revive: StatementSync;
  readonly #discard: StatementSync;

  constructor(database: DatabaseSync, parts: EntryChangesParts) {
    this.#parts = parts;
    this.#find = database.prepare(`SELECT seq, id, kind, lane, state, reason,
      item IS NOT NULL AS has_item FROM entry WHERE id = ?`);
    this.#revive =
      database.prepare(`UPDATE entry SET state = 'waiting', reason = NULL, attempts = 0,
      leased = 0, due_at = ?1, retried_at = ?1, first_failed_at = NULL, delayed_at = NULL,
      report = NULL, message_id = NULL, finished_at = NULL WHERE seq = ?2`);
    this.#discard = database.prepare(
      "UPDATE entry SET state = 'discarded', reason = ?, finished_at = ? WHERE seq = ?",
    );
  }

  retry(ids: readonly string[], options: RetryOptions): Promise<readonly EntryChange[]> {
    return this.#changeAll(
      ids,
      (entry) => whyNotRetried(entry, options),
      (entry, now) => this.#readmit(entry, now),
    );
  }

  discard(ids: readonly string[]): Promise<readonly EntryChange[]> {
    return this.#changeAll(ids, whyNotDiscarded, (entry, now) => this.#giveUp(entry, now));
  }

  async #changeAll(
    ids: readonly string[],
    whyNot: (entry: ChangeableEntry) => Refusal | undefined,
    change: (entry: FoundEntry, now: number) => () => void,
  ): Promise<EntryChange[]> {
    const { turn, clock, changed } = this.#parts;
    const changes: EntryChange[] = [];
    for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
      const some = ids.slice(start, start + MOST_AT_ONCE);
      const made = await turn.run(() => {
        const now = clock.now();
        const all = some.map((id) => this.#changeOne(id, whyNot, (entry) => change(entry, now)));
        return () => {
          for (const { apply } of all) apply?.();
          changed();
          return all.map((one) => one.change);
        };
      });
      changes.push(...made);
    }
    return changes;
  }

  #changeOne(
    id: string,
    whyNot: (entry: ChangeableEntry) => Refusal | undefined,
    change: (entry: FoundEntry) => () => void,
  ): { readonly change: EntryChange; readonly apply?: () => void } {
    const row = this.#find.get(id);
    if (row === undefined) {
      return { change: { id, changed: false, refusal: "absent", state: undefined } };
    }
    const entry = this.#asQueued(foundSchema.parse(row));
    const refusal = whyNot(entry);
    const { state } = entry;
    if (refusal !== undefined) return { change: { id, changed: false, refusal, state } };
    return { change: { id, changed: true }, apply: change(entry) };
  }

  /** The queue alone knows who works on it now: a crash leaves leases in the table. */
  #asQueued(entry: FoundEntry): FoundEntry {
    if (entry.state !== "waiting") return entry;
    const { work, outbox } = this.#parts.queues();
    const lease = work.find(entry.id)?.lease ?? outbox.find(entry.id)?.lease;
    return lease === undefined ? entry : { ...entry, state: "running" };
  }

  #readmit({ id, seq, lane, kind }: FoundEntry, now: number): () => void {
    this.#revive.run(now, seq);
    return () => {
      const { work, outbox, items } = this.#parts.queues();
      if (kind === "send") outbox.readmit(id, lane, { seq, kind }, now);
      else work.readmit(id, lane, { seq, kind }, now);
      if (kind === "event") items.retry();
    };
  }

  #giveUp({ id, seq, reason }: FoundEntry, now: number): () => void {
    this.#discard.run(discardedReason(reason), now, seq);
    return () => {
      const { work, outbox, items } = this.#parts.queues();
      const inWork = work.find(id);
      const inOutbox = outbox.find(id);
      if (inWork !== undefined) {
        work.remove(inWork);
        if (inWork.item.kind === "event") items.discard();
      }
      if (inOutbox !== undefined) outbox.remove(inOutbox);
    };
  }
}
