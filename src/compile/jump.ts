import { jumpSlots } from "../check/jumps.ts";
import { runMessages } from "../diagnostics/codes/run.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import type { JumpStatement } from "../syntax/ast.ts";
import type { BodyJumps } from "./body-jumps.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** Compiles GOTO. */
export function compileGoto(
  { label, ...span }: JumpStatement,
  context: BodyContext,
): StatementCode {
  const jumps = jumpsOf(context);
  const section = jumps.sectionOf(label);
  const site = context.site(span);
  return action(function goTo(frame: Frame): Signal {
    return jumps.jump(frame, section, site);
  });
}

/**
 * Compiles GOSUB: runs the lines from the label on in place, up to their RETURN. It counts as a call
 * for the limits, so that one that never returns ends.
 */
export function compileGosub(
  { label, ...span }: JumpStatement,
  context: BodyContext,
): StatementCode {
  const jumps = jumpsOf(context);
  const section = jumps.sectionOf(label);
  const site = context.site(span);
  const slot = context.body.scope.find(jumpSlots.gosubs)?.index ?? -1;
  if (!jumps.waits) {
    return action(function goSub(frame: Frame): Signal {
      enter(frame, slot, site);
      try {
        return afterGosub(jumps.runFrom(frame, section));
      } finally {
        leave(frame, slot);
      }
    });
  }
  return waiting(async function goSubWaiting(frame: Frame): Promise<Signal> {
    enter(frame, slot, site);
    try {
      return afterGosub(await jumps.runFromWaiting(frame, section));
    } finally {
      leave(frame, slot);
    }
  });
}

/** Gives the jumps of a body that has some. */
export function jumpsOf({ jumps }: BodyContext): BodyJumps {
  if (jumps === undefined) throw new Error("a body jumps although the checker says it does not");
  return jumps;
}

function enter({ run, locals }: Frame, slot: number, site: Site): void {
  if (--run.budget < 0) run.look(site);
  const { depth } = run.context.limits;
  if (run.depth >= depth) {
    throw locate(new BasicError(runMessages.tooDeep(depth)), site.file, site.span);
  }
  run.depth += 1;
  locals[slot] = Number(locals[slot] ?? 0) + 1;
}

function leave({ run, locals }: Frame, slot: number): void {
  run.depth -= 1;
  locals[slot] = Number(locals[slot]) - 1;
}

function afterGosub(signal: Signal): Signal {
  if (signal === Signal.returnFromGosub) return Signal.next;
  return signal === Signal.next ? Signal.endOfBody : signal;
}
