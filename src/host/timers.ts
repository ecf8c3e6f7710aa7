/** Takes back a scheduled task; does nothing once the task has run. */
export type Cancel = () => void;

/**
 * Runs tasks later, by the time that passes: they do not care how the clock of the machine is set
 * meanwhile. Nothing that waits for time calls `setTimeout` itself, so tests need not wait.
 */
export interface Timers {
  /** Milliseconds that passed since some moment. */
  elapsed(): number;
  /**
   * Runs the task once the delay has passed.
   * @param delayMs milliseconds; 0 or less runs it as soon as possible, never before this returns
   */
  schedule(delayMs: number, task: () => void): Cancel;
}

/** The time of a machine: what its clock shows, and what passes. */
export interface MachineTime extends Timers {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}

/** Node fires timers above this delay at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** The process's own timers; a pending one does not keep the process alive. */
export const systemTimers: Timers = timersOf((handle) => handle.unref());

/** The time of the machine that gbasic runs on. */
export const systemTime: MachineTime = { ...systemTimers, now: () => Date.now() };

/** The process's own timers, for one who waits for nothing else: a pending one keeps it alive. */
export const patientTimers: Timers = timersOf((handle) => handle);

function timersOf(arrange: (handle: NodeJS.Timeout) => NodeJS.Timeout): Timers {
  return {
    elapsed: () => performance.now(),
    schedule(delayMs, task) {
      let handle: NodeJS.Timeout;
      const arm = (remainingMs: number) => {
        const step = Math.min(Math.max(0, remainingMs), LONGEST_DELAY_MS);
        const next = () => (remainingMs > step ? arm(remainingMs - step) : task());
        handle = arrange(setTimeout(next, step));
      };
      arm(delayMs);
      return () => clearTimeout(handle);
    },
  };
}
