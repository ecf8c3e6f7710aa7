import { Counter, Gauge, type Registry } from "prom-client";

/** What became of the items of deliveries, as the metrics show it. */
export interface ItemSample {
  /** By where they came from: `delivery`, `store` for what waited at the start, `retry`. */
  readonly received: ReadonlyMap<string, number>;
  /** By how they ended: `handled`, `duplicate`, `dead`, `discarded`. */
  readonly ended: ReadonlyMap<string, number>;
  /** Those for which nothing runs, by the reason. */
  readonly unhandled: ReadonlyMap<string, number>;
  readonly waiting: number;
}

/** Shows the items of deliveries; one sample fills all of it, so that the figures add up. */
export class ItemMetrics {
  readonly #received: Counter<"source">;
  readonly #ended: Counter<"outcome" | "reason">;
  readonly #waiting: Gauge;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#received = new Counter({
      name: "gbasic_items_received_total",
      help: "Items of deliveries, and those that waited in the store at the start",
      labelNames: ["source"],
      registers,
    });
    this.#ended = new Counter({
      name: "gbasic_items_total",
      help: "Items of deliveries by how they ended",
      labelNames: ["outcome", "reason"],
      registers,
    });
    this.#waiting = new Gauge({
      name: "gbasic_items_waiting",
      help: "Items of deliveries that wait or run",
      registers,
    });
  }

  /** Puts a sample in the place of the one before, in one step. */
  show({ received, ended, unhandled, waiting }: ItemSample): void {
    this.#received.reset();
    this.#ended.reset();
    for (const [source, count] of received) this.#received.inc({ source }, count);
    for (const [outcome, count] of ended) this.#ended.inc({ outcome, reason: "" }, count);
    for (const [reason, count] of unhandled) {
      this.#ended.inc({ outcome: "unhandled", reason }, count);
    }
    this.#waiting.set(waiting);
  }
}
