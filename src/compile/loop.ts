import { Signal } from "../runtime/signal.ts";
import type { BodyContext } from "./context.ts";

/** Tells whether a loop whose parts never wait may itself be made so. */
export function maySyncLoop(context: BodyContext): boolean {
  return context.maySync && !context.givesTurns;
}

/** What a loop that was left by a signal tells the block around it. */
export function afterLoop(signal: Signal, ownExit: Signal): Signal {
  return signal === ownExit || signal === Signal.break ? Signal.next : signal;
}
