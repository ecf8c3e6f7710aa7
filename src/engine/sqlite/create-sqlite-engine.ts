import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import { LANE_HOLD_MS } from "../engine.ts";
import type { Pacing } from "../pacing.ts";
import { Pace } from "../queue/pace.ts";
import type { Retention } from "../retention.ts";
import { openDatabase } from "./open-database.ts";
import { SqliteEngine } from "./sqlite-engine.ts";
import type { SqliteEngineLimits } from "./sqlite-engine-limits.ts";

/** What the engine on a SQLite file is made of. */
export interface SqliteEngineOptions {
  /** The data folder, absolute; made where there is none. */
  readonly folder: string;
  readonly clock: Pick<Clock, "now">;
  readonly timers: Timers;
  /** How fast messages may leave; nothing is held back unless given. */
  readonly pacing?: Pacing;
  readonly limits?: Partial<SqliteEngineLimits>;
  readonly retention?: Retention;
}

const DEFAULT_LIMITS: SqliteEngineLimits = { waiting: 1_000_000, laneHoldMs: LANE_HOLD_MS };

/**
 * Opens the engine of a data folder, which keeps everything on disk.
 * @throws StoreError GB5301 to GB5304 where the folder cannot be used; nothing was changed then
 */
export function createSqliteEngine(options: SqliteEngineOptions): SqliteEngine {
  const { folder, clock, timers, limits, retention, pacing = new Map() } = options;
  const opened = openDatabase(folder);
  const pace = new Pace(pacing);
  return new SqliteEngine(opened, clock, timers, { ...DEFAULT_LIMITS, ...limits }, pace, retention);
}
