import type { Server } from "node:http";

import type { Timers } from "../host/timers.ts";

/** What a shutdown ends. */
export interface ShutdownParts {
  readonly server: Server;
  /**
   * Ends what runs behind the server; called once no request is being answered.
   * @param limitMs milliseconds that are left for it
   */
  readonly drain: (limitMs: number) => Promise<void>;
  readonly timers: Timers;
  /** Monotonic milliseconds. */
  readonly stopwatch: () => number;
  /** Milliseconds for all of it; requests that still run then are cut off. */
  readonly limitMs: number;
}

/** Ends a server in good order. */
export class Shutdown {
  #draining = false;
  #done: Promise<void> | undefined;

  /** True once no new connections are taken. */
  get draining(): boolean {
    return this.#draining;
  }

  /**
   * Stops taking connections, lets the running requests end within the limit, then drains what
   * runs behind them. A second call waits for the first.
   */
  begin(parts: ShutdownParts): Promise<void> {
    this.#draining = true;
    this.#done ??= finish(parts);
    return this.#done;
  }
}

async function finish(parts: ShutdownParts): Promise<void> {
  const { server, drain, timers, stopwatch, limitMs } = parts;
  const startedAt = stopwatch();
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const cancel = timers.schedule(limitMs, () => {
    server.closeAllConnections();
  });
  await closed;
  cancel();
  await drain(Math.max(0, limitMs - (stopwatch() - startedAt)));
}
