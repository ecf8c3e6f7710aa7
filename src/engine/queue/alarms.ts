import TinyQueue from "tinyqueue";

interface Alarm {
  readonly key: string;
  readonly at: number;
  /** Alarms of one time come in the order in which they were set. */
  readonly order: number;
}

/** Alarms that were taken back stay in the heap until their time, or until there are so many. */
const FEW_STALE = 1000;

/** What happens when time passes, by key; setting and taking back cost the same however many wait. */
export class Alarms {
  readonly #alarms = new Map<string, Alarm>();
  #order = 0;
  #heap = heapOf([]);

  /** Sets when something happens; another time of the same key is void. */
  set(key: string, at: number): void {
    const alarm = { key, at, order: ++this.#order };
    this.#alarms.set(key, alarm);
    this.#heap.push(alarm);
    if (this.#heap.length > 2 * this.#alarms.size + FEW_STALE) this.#compact();
  }

  delete(key: string): void {
    this.#alarms.delete(key);
  }

  /** The next time; Infinity where nothing is set. */
  get next(): number {
    for (let first = this.#heap.peek(); first !== undefined; first = this.#heap.peek()) {
      if (this.#isSet(first)) return first.at;
      this.#heap.pop();
    }
    return Infinity;
  }

  /** Takes out the keys whose time has come, the earliest first. */
  takeDue(now: number): readonly string[] {
    const due: string[] = [];
    while (this.next <= now) {
      const first = this.#heap.pop();
      if (first === undefined) break;
      this.#alarms.delete(first.key);
      due.push(first.key);
    }
    return due;
  }

  #isSet(alarm: Alarm): boolean {
    return this.#alarms.get(alarm.key) === alarm;
  }

  #compact(): void {
    this.#heap = heapOf([...this.#alarms.values()]);
  }
}

function heapOf(alarms: Alarm[]): TinyQueue<Alarm> {
  return new TinyQueue(alarms, (a, b) => a.at - b.at || a.order - b.order);
}
