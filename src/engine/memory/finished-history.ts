import type { FinishedRecord, FinishedState, ListQuery } from "../finished.ts";

const KEEPS_ITEM: ReadonlySet<FinishedState> = new Set(["dead", "unknown", "skipped"]);

/** Finished entries, the newest of each state; the oldest are forgotten when there are too many. */
export class FinishedHistory {
  readonly #maximum: number;
  readonly #byState = new Map<FinishedState, Map<string, FinishedRecord>>();

  /** @param maximum records of one state at most */
  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  has(id: string): boolean {
    for (const records of this.#byState.values()) if (records.has(id)) return true;
    return false;
  }

  add(record: FinishedRecord): void {
    for (const records of this.#byState.values()) records.delete(record.id);
    const records = this.#recordsOf(record.state);
    // Payloads can be megabytes; what went well is not looked at again.
    records.set(record.id, KEEPS_ITEM.has(record.state) ? record : { ...record, item: undefined });
    if (records.size <= this.#maximum) return;
    const [oldest] = records.keys();
    if (oldest !== undefined) records.delete(oldest);
  }

  list(query: ListQuery): FinishedRecord[] {
    return [...this.#recordsOf(query.state).values()].reverse().slice(0, query.limit);
  }

  #recordsOf(state: FinishedState): Map<string, FinishedRecord> {
    const known = this.#byState.get(state);
    if (known !== undefined) return known;
    const records = new Map<string, FinishedRecord>();
    this.#byState.set(state, records);
    return records;
  }
}
