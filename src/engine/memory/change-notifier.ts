import type { Cancel, Timers } from "../../host/timers.ts";

/** Tells listeners that something changed, at once or when a moment has come. */
export class ChangeNotifier {
  readonly #timers: Timers;
  readonly #listeners = new Set<() => void>();
  #alarm: { readonly at: number; readonly cancel: Cancel } | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Notifies at a moment, instead of the one set before; Infinity for none. */
  notifyAt(at: number, now: number): void {
    if (this.#alarm?.at === at) return;
    this.cancel();
    if (at === Infinity) return;
    const cancel = this.#timers.schedule(at - now, () => {
      this.#alarm = undefined;
      this.notify();
    });
    this.#alarm = { at, cancel };
  }

  cancel(): void {
    this.#alarm?.cancel();
    this.#alarm = undefined;
  }
}
