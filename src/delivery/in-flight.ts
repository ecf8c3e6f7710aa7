/** Counts what is under way and tells when nothing is. */
export class InFlight {
  #count = 0;
  readonly #listeners = new Set<() => void>();

  get isIdle(): boolean {
    return this.#count === 0;
  }

  begin(): void {
    this.#count += 1;
  }

  end(): void {
    this.#count -= 1;
    if (this.#count > 0) return;
    for (const resolve of this.#listeners) resolve();
    this.#listeners.clear();
  }

  /** Resolves when nothing is under way. */
  async whenIdle(): Promise<void> {
    while (this.#count > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#listeners.add(resolve);
      await promise;
    }
  }
}
