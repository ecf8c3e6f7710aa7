/** Takes back a scheduled task; does nothing once the task has run. */
export type Cancel = () => void;

/** Runs tasks later. Nothing that waits for time calls `setTimeout` itself, so tests need not wait. */
export interface Timers {
  /**
   * Runs the task once the delay has passed.
   * @param delayMs milliseconds; 0 or less runs it as soon as possible, never before this returns
   */
  schedule(delayMs: number, task: () => void): Cancel;
}

/** Node fires timers above this delay at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** The process's own timers; a pending one does not keep the process alive. */
export const systemTimers: Timers = {
  schedule(delayMs, task) {
    if (delayMs <= LONGEST_DELAY_MS) {
      const short = setTimeout(task, delayMs).unref();
      return () => clearTimeout(short);
    }
    let handle: NodeJS.Timeout;
    const arm = (remainingMs: number) => {
      const step = Math.min(Math.max(0, remainingMs), LONGEST_DELAY_MS);
      handle = setTimeout(() => (remainingMs > step ? arm(remainingMs - step) : task()), step);
      handle.unref();
    };
    arm(delayMs);
    return () => clearTimeout(handle);
  },
};
