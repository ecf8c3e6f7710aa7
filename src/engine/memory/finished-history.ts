import type { FinishedRecord, FinishedState, ListQuery } from "../finished.ts";

const KEEPS_ITEM: ReadonlySet<FinishedState> = new Set(["dead", "unknown", "skipped"]);

/** Finished entries, the newest of each state; the oldest are forgotten when there are too many. */
export class FinishedHistory {
  readonly #maximum: number;
  readonly #onEnd: (record: FinishedRecord) => void;
  readonly #records = new Map<string, FinishedRecord>();
  readonly #byState = new Map<FinishedState, Ring>();

  /**
   * @param maximum records of one state at most
   * @param onEnd is told of each entry that ends, or ends in another way than before
   */
  constructor(maximum: number, onEnd: (record: FinishedRecord) => void = () => {}) {
    this.#maximum = maximum;
    this.#onEnd = onEnd;
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  get(id: string): FinishedRecord | undefined {
    return this.#records.get(id);
  }

  /** Gives all of them, in the order in which they ended. */
  records(): readonly FinishedRecord[] {
    return [...this.#records.values()];
  }

  /** Forgets an entry that is finished no longer. */
  delete(id: string): void {
    this.#records.delete(id);
  }

  add(record: FinishedRecord): void {
    const { id, state } = record;
    this.#onEnd(record);
    // Payloads can be megabytes; what went well is not looked at again.
    const kept = KEEPS_ITEM.has(state) ? record : { ...record, item: undefined };
    this.#records.set(id, kept);
    const forgotten = this.#ringOf(state).add(kept);
    // An entry that came up again since is known by its newer record.
    if (forgotten !== undefined && this.#records.get(forgotten.id) === forgotten) {
      this.#records.delete(forgotten.id);
    }
  }

  /** Adds an entry of a queue that ended. @param finishedAt ms since 1970-01-01 UTC */
  record(
    {
      id,
      attempts,
      createdAt,
      item,
    }: Pick<FinishedRecord, "id" | "attempts" | "createdAt" | "item">,
    kind: FinishedRecord["kind"],
    state: FinishedState,
    reason: string | undefined,
    finishedAt: number,
  ): void {
    this.add({ id, kind, state, reason, attempts, createdAt, finishedAt, item });
  }

  list(query: ListQuery): FinishedRecord[] {
    const found: FinishedRecord[] = [];
    for (const record of this.#ringOf(query.state).newestFirst()) {
      if (found.length >= query.limit) break;
      if (this.#records.get(record.id) === record) found.push(record);
    }
    return found;
  }

  #ringOf(state: FinishedState): Ring {
    const known = this.#byState.get(state);
    if (known !== undefined) return known;
    const ring = new Ring(this.#maximum);
    this.#byState.set(state, ring);
    return ring;
  }
}

/** A fixed number of places, the oldest overwritten first: no cost grows with what it holds. */
class Ring {
  readonly #size: number;
  readonly #places: FinishedRecord[] = [];
  #next = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** @returns the record that had to make room */
  add(record: FinishedRecord): FinishedRecord | undefined {
    const forgotten = this.#places[this.#next];
    this.#places[this.#next] = record;
    this.#next = (this.#next + 1) % this.#size;
    return forgotten;
  }

  *newestFirst(): Generator<FinishedRecord> {
    const count = this.#places.length;
    for (let back = 1; back <= count; back++) {
      const record = this.#places[(this.#next - back + count) % count];
      if (record !== undefined) yield record;
    }
  }
}
