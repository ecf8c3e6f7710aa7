import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode, SyncRun } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** Joins statements into one that runs them in order until one of them leaves. */
export function inSequence(codes: readonly StatementCode[], context: BodyContext): StatementCode {
  const runs = codes.flatMap((code) => (code.colour === "sync" ? [code.run] : []));
  if (runs.length === codes.length && (context.maySync || codes.length === 0)) {
    return action(makeSequence(runs));
  }
  return waiting(async function runBlockWaiting(frame: Frame): Promise<Signal> {
    for (const { run } of codes) {
      const pending = run(frame);
      // What does not wait is not waited for: each await would cost a turn of the microtasks.
      const signal = typeof pending === "number" ? pending : await pending;
      if (signal !== Signal.next) return signal;
    }
    return Signal.next;
  });
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
