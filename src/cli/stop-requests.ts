/** How the person or the supervisor that started the process asks it to end. */
export interface StopRequests {
  /** Resolves with the first signal's name. */
  readonly first: Promise<string>;
  /** Takes signals as the system does again. */
  release(): void;
}

/** 128 and the number of SIGINT: what shells report for a process that was stopped by hand. */
const STOPPED = 130;

/** Waits for SIGTERM and SIGINT; the second one ends the process at once. */
export function processStopRequests(): StopRequests {
  const { promise: first, resolve } = Promise.withResolvers<string>();
  let asked = false;
  const onSignal = (signal: string): void => {
    if (asked) process.exit(STOPPED);
    asked = true;
    resolve(signal);
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  return {
    first,
    release: () => {
      process.off("SIGTERM", onSignal);
      process.off("SIGINT", onSignal);
    },
  };
}
