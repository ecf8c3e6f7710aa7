/** Calls up to this depth always wait, and what was learned below them is forgotten. */
const OUTERMOST = 3;
/** Deeper calls never wait: one that does takes several times the room on the stack. */
const DEEPEST = 100;
/** A call that takes less, in ms, gives nobody a turn. */
const QUICK = 2;

/**
 * Learns in a recursion from which depth on calls are so quick that none has to give others a turn:
 * the first way down waits in each call, and the ways back tell how long each depth takes.
 */
export class CallPace {
  #quickDepth = Infinity;

  /** Tells whether a call of a depth can be run at once. */
  isQuick(depth: number): boolean {
    if (depth <= OUTERMOST) this.#quickDepth = Infinity;
    return depth >= this.#quickDepth || depth > DEEPEST;
  }

  /** Notes a call that ended. @param took ms */
  note(depth: number, took: number): void {
    if (took < QUICK) this.#quickDepth = Math.min(this.#quickDepth, depth);
    else if (depth >= this.#quickDepth) this.#quickDepth = depth + 1;
  }
}
