import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** Compiles a call or phrase that stands alone on a line, whose value nobody asks for. */
export function compileDropped(code: ValueCode, context: BodyContext): StatementCode {
  if (code.colour === "sync" && context.maySync) {
    const { run } = code;
    return action(function runAlone(frame: Frame): Signal {
      run(frame);
      return Signal.next;
    });
  }
  return waiting(async function runAloneWaiting(frame: Frame): Promise<Signal> {
    await code.run(frame);
    return Signal.next;
  });
}
