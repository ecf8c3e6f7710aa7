/**
 * Tells those who listen that the pipeline stops. Everything under way listens for a moment, and a
 * set takes listeners in and out at a fraction of what an AbortSignal asks for it.
 */
export class ShutdownNotice {
  readonly #listeners = new Set<() => void>();
  #given = false;

  get given(): boolean {
    return this.#given;
  }

  give(): void {
    this.#given = true;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls the listener once the notice is given; not where it was given before. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  unlisten(listener: () => void): void {
    this.#listeners.delete(listener);
  }
}
