import type { Server } from "node:http";
import { Server as NetServer } from "node:net";

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

/**
 * Milliseconds for which idle connections stay open: a request that is on its way over one is then
 * answered, and told that the connection ends, instead of being cut off.
 */
const IDLE_MS = 500;

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
    server.once("close", resolve);
  });
  // The one of HTTP servers closes idle connections at once.
  NetServer.prototype.close.call(server);
  const cancelIdle = timers.schedule(Math.min(IDLE_MS, limitMs), () => {
    server.closeIdleConnections();
  });
  const cancel = timers.schedule(limitMs, () => {
    server.closeAllConnections();
  });
  await closed;
  cancelIdle();
  cancel();
  await drain(Math.max(0, limitMs - (stopwatch() - startedAt)));
}
