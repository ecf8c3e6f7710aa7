import type { ItemCounts } from "../item-counts.ts";

/** Reasons that are counted apart; names of fields come from outside, and could be without end. */
const MOST_REASONS = 50;
const OTHER_REASONS = "other reasons";

/**
 * Counts what becomes of the items of deliveries. Whoever puts an item into the queue or takes one
 * out tells the ledger in the same step; what waits is counted in the queue itself, so that a step
 * that was forgotten shows.
 */
export class ItemLedger {
  readonly #restored: number;
  #received = 0;
  #retried = 0;
  #discarded = 0;
  #handled = 0;
  #duplicate = 0;
  #dead = 0;
  readonly #unhandled = new Map<string, number>();

  /** @param restored items that waited when the engine was started */
  constructor(restored: number) {
    this.#restored = restored;
  }

  /** Counts an item that was received. @param unhandled why nothing runs for it, where nothing does */
  receive(outcome: "accepted" | "duplicate" | "unhandled", unhandled: string | undefined): void {
    this.#received += 1;
    if (outcome === "duplicate") this.#duplicate += 1;
    if (outcome === "unhandled") this.#countUnhandled(unhandled ?? OTHER_REASONS);
  }

  /** Counts an item that waits no longer. */
  finish(state: "done" | "dead"): void {
    if (state === "done") this.#handled += 1;
    else this.#dead += 1;
  }

  /** Counts an item that had ended and waits again. */
  retry(): void {
    this.#retried += 1;
  }

  /** Counts an item that waited and waits no longer. */
  discard(): void {
    this.#discarded += 1;
  }

  /** @param waiting items that the queue holds */
  counts(waiting: number): ItemCounts {
    return {
      received: this.#received,
      restored: this.#restored,
      retried: this.#retried,
      handled: this.#handled,
      duplicate: this.#duplicate,
      unhandled: new Map(this.#unhandled),
      dead: this.#dead,
      discarded: this.#discarded,
      waiting,
    };
  }

  #countUnhandled(reason: string): void {
    const isKnown = this.#unhandled.has(reason) || this.#unhandled.size < MOST_REASONS;
    const counted = isKnown ? reason : OTHER_REASONS;
    this.#unhandled.set(counted, (this.#unhandled.get(counted) ?? 0) + 1);
  }
}
