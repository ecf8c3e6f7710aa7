import { errorMessages } from "../diagnostics/codes/errors.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import type { OnErrorStatement, ResumeStatement, Statement } from "../syntax/ast.ts";
import type { BodyJumps } from "./body-jumps.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode, SyncRun } from "./code.ts";
import type { BodyContext } from "./context.ts";
import type { ErrorTrap } from "./error-trap.ts";
import { jumpsOf } from "./jump.ts";

/** Compiles ON ERROR. */
export function compileOnError(
  { action: what, label }: OnErrorStatement,
  context: BodyContext,
): StatementCode {
  const trap = trapOf(context);
  const jumps = what === "goto" ? jumpsOf(context) : undefined;
  const section = label === undefined ? 0 : (jumps?.sectionOf(label) ?? 0);
  return action(function setTrap(frame: Frame): Signal {
    trap.set(frame, what, section);
    return Signal.next;
  });
}

/** Compiles RESUME, which ends the lines that handle an error. */
export function compileResume(
  { where, label, ...span }: ResumeStatement,
  context: BodyContext,
): StatementCode {
  const trap = trapOf(context);
  const site = context.site(span);
  const leave = where === "label" ? makeJump(label, site, context) : undefined;
  const signal = where === "same" ? Signal.resumeSame : Signal.resumeNext;
  return action(function resume(frame: Frame): Signal {
    if (!trap.isHandling(frame)) {
      throw locate(new BasicError(errorMessages.nothingToResume()), site.file, site.span);
    }
    trap.settle(frame);
    return leave === undefined ? signal : leave(frame);
  });
}

/** The statements that cannot fail, or whose parts look after their errors themselves. */
const UNTRAPPED: ReadonlySet<Statement["kind"]> = new Set([
  "label",
  "goto",
  "gosub",
  "on-error",
  "resume",
  "clear-error",
  "exit",
  "continue",
]);

/**
 * Lets ON ERROR look after the errors of a statement. The lines that handle one run here, in place,
 * so that the loops around the statement go on where they were.
 */
export function compileTrapped(
  { kind, ...span }: Statement,
  code: StatementCode,
  context: BodyContext,
): StatementCode {
  const { trap, jumps, trapsStatements } = context;
  if (trap === undefined || !trapsStatements || UNTRAPPED.has(kind)) return code;
  const site = context.site(span);
  if (code.colour === "sync" && context.maySync && jumps?.waits !== true) {
    return action(makeTrapped(code.run, trap, jumps, site));
  }
  return waiting(async function runTrappedWaiting(frame: Frame): Promise<Signal> {
    for (;;) {
      let section: number;
      try {
        return await code.run(frame);
      } catch (error) {
        section = trap.take(error, frame);
      }
      if (section < 0 || jumps === undefined) return Signal.next;
      const signal = afterHandler(await jumps.runFromWaiting(frame, section));
      if (signal !== Signal.resumeSame) return signal;
      if (--frame.run.budget < 0) frame.run.look(site);
      if (frame.run.turnDue) await frame.run.giveTurn(site);
    }
  });
}

function makeTrapped(
  run: SyncRun<Signal>,
  trap: ErrorTrap,
  jumps: BodyJumps | undefined,
  site: Site,
): SyncRun<Signal> {
  return function runTrapped(frame: Frame): Signal {
    for (;;) {
      let section: number;
      try {
        return run(frame);
      } catch (error) {
        section = trap.take(error, frame);
      }
      if (section < 0 || jumps === undefined) return Signal.next;
      const signal = afterHandler(jumps.runFrom(frame, section));
      if (signal !== Signal.resumeSame) return signal;
      if (--frame.run.budget < 0) frame.run.look(site);
    }
  };
}

function afterHandler(signal: Signal): Signal {
  if (signal === Signal.resumeNext) return Signal.next;
  return signal === Signal.next ? Signal.endOfBody : signal;
}

function makeJump(
  label: ResumeStatement["label"],
  site: Site,
  context: BodyContext,
): SyncRun<Signal> | undefined {
  if (label === undefined) return undefined;
  const jumps = jumpsOf(context);
  const section = jumps.sectionOf(label);
  return (frame) => jumps.jump(frame, section, site);
}

function trapOf({ trap }: BodyContext): ErrorTrap {
  if (trap === undefined)
    throw new Error("a body traps errors although the checker says it does not");
  return trap;
}
