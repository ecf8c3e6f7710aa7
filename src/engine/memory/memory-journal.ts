import type { Effects } from "../effects.ts";
import type { JournalEntry, Recollection } from "../journal.ts";
import type { Send } from "../send.ts";
import type { JobWork } from "../work.ts";

interface MemoryOfRun {
  readonly effects: Map<string, JobWork | Send>;
  readonly journal: Map<string, JournalEntry>;
}

/** What runs did and were told; the oldest are forgotten when there are too many. */
export class MemoryJournal {
  readonly #maximum: number;
  readonly #runs = new Map<string, MemoryOfRun>();

  /** @param maximum runs at most */
  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  add({ jobs, sends, journal = [] }: Effects): void {
    for (const job of jobs) this.#of(job.parentId).effects.set(job.id, job);
    for (const send of sends) this.#of(send.runId).effects.set(send.id, send);
    for (const entry of journal) {
      const known = this.#of(entry.runId).journal;
      const key = `${entry.kind} ${String(entry.step)}`;
      if (entry.isAnew === true || !known.has(key)) known.set(key, entry);
    }
  }

  recall(runId: string): Recollection {
    const found = this.#runs.get(runId);
    const journal = [...(found?.journal.values() ?? [])];
    journal.sort((a, b) => a.kind.localeCompare(b.kind) || a.step - b.step);
    return { effects: found?.effects ?? new Map(), journal };
  }

  /** Forgets what a run did and was told. */
  forget(runId: string): void {
    this.#runs.delete(runId);
  }

  /** Forgets what runs were told of something. @param isTold tells from what was asked and answered */
  forgetTold(isTold: (entry: JournalEntry) => boolean): void {
    for (const { journal } of this.#runs.values()) {
      for (const [key, entry] of journal) if (isTold(entry)) journal.delete(key);
    }
  }

  #of(runId: string): MemoryOfRun {
    const known = this.#runs.get(runId);
    if (known !== undefined) return known;
    const made: MemoryOfRun = { effects: new Map(), journal: new Map() };
    this.#runs.set(runId, made);
    for (const oldest of this.#runs.keys()) {
      if (this.#runs.size <= this.#maximum) break;
      this.#runs.delete(oldest);
    }
    return made;
  }
}
