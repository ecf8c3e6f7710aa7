/**
 * The responses of one turn of the event loop, which leave together at its end. The first write of a
 * turn wakes the process at the other end of the connection or the network's driver; those that
 * follow at once find it awake and cost a third.
 */
export class ResponseBatch {
  #ready: (() => void)[] = [];

  /** @param write hands one whole response to its connection; must not throw */
  add(write: () => void): void {
    this.#ready.push(write);
    if (this.#ready.length > 1) return;
    setImmediate(() => {
      const ready = this.#ready;
      this.#ready = [];
      for (const each of ready) each();
    });
  }
}
