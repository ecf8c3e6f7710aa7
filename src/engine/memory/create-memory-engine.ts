import { randomUUID } from "node:crypto";
import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import type { Engine } from "../engine.ts";
import { Pace } from "../queue/pace.ts";
import type { Pacing } from "../pacing.ts";
import { type Retention, STANDARD_RETENTION } from "../retention.ts";
import { MemoryEngine } from "./memory-engine.ts";
import { DEFAULT_LIMITS, type MemoryEngineLimits } from "./memory-engine-limits.ts";

/** What the engine in memory is made of. */
export interface MemoryEngineOptions {
  readonly clock: Pick<Clock, "now">;
  readonly timers: Timers;
  /** How fast messages may leave; nothing is held back unless given. */
  readonly pacing?: Pacing;
  readonly limits?: Partial<MemoryEngineLimits>;
  /** How long what people wrote and were sent is kept; 30 days unless given. */
  readonly retention?: Pick<Retention, "historyMs">;
  /** What the chance of runs comes from; unguessable unless given. */
  readonly runSeed?: string;
}

/** Makes an engine that keeps everything in memory: nothing of it outlives the process. */
export function createMemoryEngine(options: MemoryEngineOptions): Engine {
  const { clock, timers, limits, pacing = new Map() } = options;
  const { retention = STANDARD_RETENTION, runSeed = randomUUID() } = options;
  return new MemoryEngine({
    ...{ clock, timers, retention, runSeed },
    pace: new Pace(pacing),
    limits: { ...DEFAULT_LIMITS, ...limits },
  });
}
