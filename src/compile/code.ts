import type { Frame } from "../runtime/frame.ts";
import type { Signal } from "../runtime/signal.ts";
import type { Value } from "../runtime/value/value.ts";

/** Runs compiled code in the frame of a body; what it gives is there at once. */
export type SyncRun<T> = (frame: Frame) => T;
/** Runs compiled code that may wait in the frame of a body. */
export type AsyncRun<T> = (frame: Frame) => Promise<T>;

/** Runs a statement, which is through at once unless it gave others a turn. */
export type TurningRun = (frame: Frame) => Signal | Promise<Signal>;

/** Compiled code that never waits. */
export interface SyncCode<T> {
  readonly colour: "sync";
  readonly run: SyncRun<T>;
}
/** Compiled code that may wait for the outside. */
export interface AsyncCode<T> {
  readonly colour: "async";
  readonly run: AsyncRun<T>;
}

/** A compiled statement that waits for nothing, but gives others a turn where it takes long. */
export interface TurningCode {
  readonly colour: "turning";
  readonly run: TurningRun;
}

/** An expression that never waits, with what its user needs to read it in place. */
export interface SyncValue extends SyncCode<Value> {
  /** The slot of the body that it reads, or -1 where it is no local variable. */
  readonly slot: number;
  /** What it always gives; undefined where that is not known. */
  readonly constant: Value | undefined;
}
/** A compiled expression. */
export type ValueCode = SyncValue | AsyncCode<Value>;
/** A compiled statement or block. */
export type StatementCode = SyncCode<Signal> | AsyncCode<Signal> | TurningCode;

/** Makes code that always gives the same value. */
export function constant(value: Value): SyncValue {
  const run = function readConstant(): Value {
    return value;
  };
  return { colour: "sync", run, slot: -1, constant: value };
}

/** Makes an expression that never waits and has to be run for its value. */
export function computed(run: SyncRun<Value>): SyncValue {
  return { colour: "sync", run, slot: -1, constant: undefined };
}

/** Makes code that may wait: an expression or a statement. */
export function waiting<T>(run: AsyncRun<T>): AsyncCode<T> {
  return { colour: "async", run };
}

/** Makes a statement that never waits. */
export function action(run: SyncRun<Signal>): SyncCode<Signal> {
  return { colour: "sync", run };
}

/** Makes a statement that gives others a turn where it takes long. */
export function turning(run: TurningRun): TurningCode {
  return { colour: "turning", run };
}

/** Narrows a list of expressions to one that never waits. */
export function areSync(codes: readonly ValueCode[]): codes is readonly SyncValue[] {
  return codes.every(({ colour }) => colour === "sync");
}
