import type { Cancel, Timers } from "../../host/timers.ts";
import type { MayLease } from "../engine.ts";

type Listener = (mayLease: MayLease) => void;

/** Time may have freed anything. */
const ANY: MayLease = { work: true, outbox: true };

/** Tells listeners that something changed, at once or when a moment has come. */
export class ChangeNotifier {
  readonly #timers: Timers;
  readonly #listeners = new Set<Listener>();
  #alarm: { readonly at: number; readonly cancel: Cancel } | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  notify(mayLease: MayLease): void {
    for (const listener of [...this.#listeners]) listener(mayLease);
  }

  /** Notifies at a moment that the timers count, instead of the one set before; Infinity for none. */
  notifyAt(at: number): void {
    if (this.#alarm?.at === at) return;
    this.cancel();
    if (at === Infinity) return;
    const cancel = this.#timers.schedule(at - this.#timers.elapsed(), () => {
      this.#alarm = undefined;
      this.notify(ANY);
    });
    this.#alarm = { at, cancel };
  }

  cancel(): void {
    this.#alarm?.cancel();
    this.#alarm = undefined;
  }
}
