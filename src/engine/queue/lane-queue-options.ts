import type { Timers } from "../../host/timers.ts";
import type { QueueEntry } from "./lane.ts";
import type { Pace } from "./pace.ts";

/** What a lane queue is made with. */
export interface LaneQueueOptions<T> {
  /** Milliseconds for which what fails holds its lane, unless something in it comes to its end. */
  readonly laneHoldMs: number;
  /** Called for an entry whose lease ended by itself; true where the entry is not to be tried again. */
  readonly onLeaseEnded: (entry: QueueEntry<T>) => boolean;
  /** Holds entries back that are due; absent where nothing does. */
  readonly pace?: Pace;
  /** Counts the time that passes. */
  readonly timers: Pick<Timers, "elapsed">;
}
