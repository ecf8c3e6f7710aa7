import { randomUUID } from "node:crypto";
import { resolve } from "node:path";

import { collectDefaultMetrics } from "prom-client";

import type { Program } from "../compile/script.ts";
import type { MachineTime } from "../host/timers.ts";
import { createApp } from "../server/app.ts";
import { listen, type Listening, type ListenOptions } from "../server/listen.ts";
import { createMetrics } from "../server/metrics.ts";
import { createReadiness } from "../server/readiness.ts";
import { Shutdown } from "../server/shutdown.ts";
import { type Watching, watchScripts } from "../server/watch.ts";
import { InstructionWatch } from "./instruction-watch.ts";
import { reloadScripts } from "./reload-scripts.ts";
import { describeService } from "./serve-overview.ts";
import { createServiceDelivery, type ServiceDelivery } from "./service-delivery.ts";
import type { ServiceParts } from "./service-parts.ts";

/** Milliseconds that requests and jobs have to end in after the first signal. */
const STOP_LIMIT_MS = 10_000;

/** A program that is served: HTTP in front, the delivery pipeline behind it. */
export class Service {
  readonly #parts: ServiceParts;
  readonly #time: MachineTime;
  readonly #metrics = createMetrics();
  readonly #shutdown = new Shutdown();
  readonly #behind: ServiceDelivery;
  readonly #instructions: InstructionWatch;
  #program: Program;
  #listening: Listening | undefined;
  #watching: Watching | undefined;

  constructor(parts: ServiceParts, time: MachineTime) {
    this.#parts = parts;
    this.#time = time;
    this.#program = parts.program;
    const program = (): Program => this.#program;
    this.#behind = createServiceDelivery(parts, { program, metrics: this.#metrics, time });
    const { instructions } = this.#behind.engine;
    this.#instructions = new InstructionWatch(instructions, time, parts.log);
  }

  /** `http://127.0.0.1:3000`, once it listens. */
  get url(): string {
    return this.#listening?.url ?? "";
  }

  /**
   * Starts the work that waits, then listens, and tells on standard error what is served.
   * @throws StartupError where it cannot listen
   */
  async start(options: ListenOptions): Promise<void> {
    const { io, channels, http } = this.#parts;
    collectDefaultMetrics({ register: this.#metrics.registry });
    await this.#behind.delivery.start();
    this.#instructions.start();
    this.#listening = await listen(this.#createApp(), options);
    io.stderr(describeService(this.#program, channels.describe(), http));
  }

  /** Loads the scripts again whenever they change. */
  async watch(includedPaths: readonly string[]): Promise<void> {
    const { paths, folder } = this.#parts.places;
    this.#watching = await watchScripts({
      paths: [...paths.map((path) => resolve(folder, path)), ...includedPaths],
      timers: this.#time,
      changed: async () => {
        const reloaded = await reloadScripts(this.#parts);
        this.#program = reloaded.program ?? this.#program;
        return reloaded.includedPaths;
      },
    });
  }

  /** Takes no more connections, finishes what runs, within a limit, and closes everything. */
  async stop(): Promise<void> {
    if (this.#listening !== undefined) {
      await this.#shutdown.begin({
        server: this.#listening.server,
        drain: (limitMs) => this.#behind.delivery.drain(limitMs),
        timers: this.#time,
        stopwatch: () => this.#time.elapsed(),
        limitMs: STOP_LIMIT_MS,
      });
    }
    await this.close();
  }

  /** Closes what was opened, without waiting for what runs. */
  async close(): Promise<void> {
    this.#instructions.stop();
    await this.#watching?.stop();
    await this.#behind.engine.close();
    await this.#parts.channels.close();
    this.#parts.log.close();
  }

  #createApp() {
    const { http, log } = this.#parts;
    const { delivery } = this.#behind;
    const draining = (): boolean => this.#shutdown.draining;
    return createApp({
      program: () => this.#program,
      receiver: delivery.receiver,
      settings: http,
      log,
      metrics: this.#metrics,
      readiness: createReadiness({
        handlerCount: () => this.#program.handlers.length,
        checkStore: () => delivery.depth(),
        draining,
      }),
      draining,
      stopwatch: () => this.#time.elapsed(),
      now: () => this.#time.now(),
      newId: () => randomUUID(),
    });
  }
}
