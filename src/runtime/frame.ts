import type { RunState } from "./run-state.ts";
import type { Value } from "./value/value.ts";

/** The variables of one body while it runs. */
export class Frame {
  readonly run: RunState;
  /** Slots of the file's top level; in the frame of the top level itself the same as `locals`. */
  readonly globals: Value[];
  readonly locals: Value[];
  /** How many arguments its SUB or FUNCTION was given. */
  readonly given: number;
  /** What RETURN gave. */
  result: Value = null;

  constructor(run: RunState, globals: Value[], locals: Value[], given = 0) {
    this.run = run;
    this.globals = globals;
    this.locals = locals;
    this.given = given;
  }
}

/** Makes the slots of a body, all null. */
export function emptySlots(size: number): Value[] {
  return new Array<Value>(size).fill(null);
}
