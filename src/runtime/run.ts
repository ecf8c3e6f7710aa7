import type { Host } from "../host/host.ts";
import type { Site } from "./error.ts";
import type { Value } from "./value/value.ts";

/** What a run may use up before it is stopped; each has an error of its own that names the setting. */
export interface Limits {
  /** Loop turns and calls of SUBs and FUNCTIONs together; Infinity for none. */
  readonly steps: number;
  /** Calls inside calls. */
  readonly depth: number;
  /** UTF-16 units of one text. */
  readonly textLength: number;
  /** Items of one list. */
  readonly listLength: number;
  /** UTF-16 units that PRINT may write in one run. */
  readonly outputLength: number;
  /** Bytes of memory that the process may use while a run fills it; Infinity for all that it has. */
  readonly memory: number;
}

/** A SUB that a script asked to be run later, with its arguments as they were then. */
export interface SpawnRequest {
  /** `Procedure.key` in the file of the run. */
  readonly procedure: string;
  readonly args: readonly Value[];
  /** Milliseconds that it waits at least; 0 for none. */
  readonly delayMs: number;
}

/** Stands in for SUBs and FUNCTIONs in tests. */
export interface Doubles {
  /**
   * Asked before each call.
   * @param key `Procedure.key`, or the name of a library function that depends on the outside
   * @returns undefined where the call is made
   * @throws BasicError where the call is to fail
   */
  call(key: string, args: readonly Value[]): { readonly value: Value } | undefined;
}

/** What one execution of a script is given from outside. */
export interface RunContext {
  readonly id: string;
  readonly host: Host;
  readonly limits: Limits;
  /** Ends the run: deadline, shutdown, a caller that hung up. The reason is the error to raise. */
  readonly signal: AbortSignal;
  /** Aborts the signal if the run's time is over; for code that keeps timers from telling it. */
  readonly checkDeadline?: () => void;
  /** Takes the call as a job, with its arguments as they are now. */
  spawn(request: SpawnRequest): void;
  /** Told that the top level is through and the handler or the SUB of a job comes next. */
  readonly beforeBody?: () => void;
  /** Told where RETURN gives the response of a handler. */
  readonly returned?: (site: Site) => void;
  /** Told where a variable is set that is the status of the response of a `WEBHOOK "name"`. */
  readonly statusSet?: (site: Site) => void;
  /** What stands in for SUBs and FUNCTIONs of scripts that are compiled for that; nothing unless given. */
  readonly doubles?: Doubles;
}
