import { Signal } from "../runtime/signal.ts";

/** What a loop that was left by a signal tells the block around it. */
export function afterLoop(signal: Signal, ownExit: Signal): Signal {
  return signal === ownExit || signal === Signal.break ? Signal.next : signal;
}
