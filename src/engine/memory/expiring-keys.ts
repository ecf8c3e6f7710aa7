/** A set of texts that are forgotten after a time, the oldest first when there are too many. */
export class ExpiringKeys {
  readonly #lifetimeMs: number;
  readonly #maximum: number;
  /** Key to the moment it was added; in order of time, since keys are never renewed. */
  readonly #addedAt = new Map<string, number>();

  /**
   * @param lifetimeMs milliseconds for which a key is known
   * @param maximum keys at most
   */
  constructor(lifetimeMs: number, maximum: number) {
    this.#lifetimeMs = lifetimeMs;
    this.#maximum = maximum;
  }

  has(key: string, now: number): boolean {
    const addedAt = this.#addedAt.get(key);
    return addedAt !== undefined && now - addedAt < this.#lifetimeMs;
  }

  add(key: string, now: number): void {
    this.#addedAt.delete(key);
    this.#addedAt.set(key, now);
    for (const [oldest, addedAt] of this.#addedAt) {
      const expired = now - addedAt >= this.#lifetimeMs;
      if (!expired && this.#addedAt.size <= this.#maximum) break;
      this.#addedAt.delete(oldest);
    }
  }
}
