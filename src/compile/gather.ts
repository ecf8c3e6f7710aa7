import type { Frame } from "../runtime/frame.ts";
import type { Value } from "../runtime/value/value.ts";
import { areSync, computed, waiting } from "./code.ts";
import type { SyncRun, SyncValue, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** Makes the value of an expression from the values of its parts, in the order of the source. */
export type Finish = (values: Value[], frame: Frame) => Value;

/** Compiles an expression whose parts are all evaluated, one after the other, before it is. */
export function gather(
  codes: readonly ValueCode[],
  context: BodyContext,
  finish: Finish,
): ValueCode {
  if (areSync(codes) && context.maySync) return computed(gatherSync(codes, finish));
  return waiting(async function gatherWaiting(frame: Frame): Promise<Value> {
    return finish(await evaluateAll(codes, frame), frame);
  });
}

/** Evaluates one after the other, so that effects keep the order of the source. */
export async function evaluateAll(codes: readonly ValueCode[], frame: Frame): Promise<Value[]> {
  const values: Value[] = [];
  for (const code of codes) values.push(await code.run(frame));
  return values;
}

function gatherSync(codes: readonly SyncValue[], finish: Finish): SyncRun<Value> {
  const [first, second] = codes;
  if (first !== undefined && codes.length === 1) {
    const { run: read } = first;
    return function gatherOne(frame: Frame): Value {
      return finish([read(frame)], frame);
    };
  }
  if (first !== undefined && second !== undefined && codes.length === 2) {
    const { run: readFirst } = first;
    const { run: readSecond } = second;
    return function gatherTwo(frame: Frame): Value {
      return finish([readFirst(frame), readSecond(frame)], frame);
    };
  }
  const reads = codes.map(({ run }) => run);
  return function gatherAll(frame: Frame): Value {
    const values: Value[] = [];
    for (const read of reads) values.push(read(frame));
    return finish(values, frame);
  };
}
