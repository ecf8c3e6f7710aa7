import { getHeapStatistics } from "node:v8";

/** What part of the memory that Node gives the process scripts may fill; the rest is for gbasic. */
const SHARE_OF_HEAP = 0.8;
/** A run that took no more than this part of the limit itself is not to blame. */
const SHARE_OF_RUN = 0.1;

/**
 * Notices that the process runs out of memory while a run fills it. Memory cannot be counted by run,
 * so what is told is whether the process is beyond the limit and has grown while the run was watched.
 */
export class MemoryWatch {
  /** Bytes. */
  readonly limit: number;
  #least = Infinity;

  /** @param limit bytes of the process; never more than what Node can have */
  constructor(limit: number) {
    this.limit = Math.min(limit, SHARE_OF_HEAP * getHeapStatistics().heap_size_limit);
  }

  /** Looks at the memory of the process. @returns true where the run has to be stopped */
  isBeyond(): boolean {
    const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
    const used = heap + outside;
    this.#least = Math.min(this.#least, used);
    return used > this.limit && used - this.#least > SHARE_OF_RUN * this.limit;
  }
}
