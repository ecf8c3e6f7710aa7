import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { action, turning, waiting } from "./code.ts";
import type { StatementCode, SyncRun, TurningRun } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** Joins statements into one that runs them in order until one of them leaves. */
export function inSequence(codes: readonly StatementCode[], context: BodyContext): StatementCode {
  const runs = codes.flatMap((code) => (code.colour === "sync" ? [code.run] : []));
  if (runs.length === codes.length && (context.maySync || codes.length === 0)) {
    return action(makeSequence(runs));
  }
  const goOn = makeGoOn(codes);
  if (context.maySync && codes.every(({ colour }) => colour !== "async")) {
    return turning(makeTurningSequence(codes, goOn));
  }
  return waiting((frame) => goOn(frame, 0));
}

/** Runs what stands from a place on, of which the one before that place may still be under way. */
type GoOn = (frame: Frame, from: number, before?: Promise<Signal>) => Promise<Signal>;

function makeGoOn(codes: readonly StatementCode[]): GoOn {
  return async function runBlockWaiting(frame, from, before): Promise<Signal> {
    const ended = before === undefined ? Signal.next : await before;
    if (ended !== Signal.next) return ended;
    for (let at = from; at < codes.length; at++) {
      const pending = codes[at]?.run(frame) ?? Signal.next;
      // What does not wait is not waited for: each await would cost a turn of the microtasks.
      const signal = typeof pending === "number" ? pending : await pending;
      if (signal !== Signal.next) return signal;
    }
    return Signal.next;
  };
}

function makeTurningSequence(codes: readonly StatementCode[], goOn: GoOn): TurningRun {
  return function runBlockTurning(frame: Frame): Signal | Promise<Signal> {
    for (let at = 0; at < codes.length; at++) {
      const signal = codes[at]?.run(frame) ?? Signal.next;
      if (signal === Signal.next) continue;
      return typeof signal === "number" ? signal : goOn(frame, at + 1, signal);
    }
    return Signal.next;
  };
}

/** Short blocks are by far the most frequent, and a loop over them costs more than their calls. */
function makeSequence(runs: readonly SyncRun<Signal>[]): SyncRun<Signal> {
  const [first, second, third] = runs;
  if (first === undefined) return runNothing;
  if (second === undefined) return first;
  if (third === undefined) {
    return function runTwo(frame: Frame): Signal {
      const signal = first(frame);
      return signal === Signal.next ? second(frame) : signal;
    };
  }
  if (runs.length === 3) {
    return function runThree(frame: Frame): Signal {
      let signal = first(frame);
      if (signal !== Signal.next) return signal;
      signal = second(frame);
      return signal === Signal.next ? third(frame) : signal;
    };
  }
  return function runBlock(frame: Frame): Signal {
    for (const run of runs) {
      const signal = run(frame);
      if (signal !== Signal.next) return signal;
    }
    return Signal.next;
  };
}

function runNothing(): Signal {
  return Signal.next;
}
