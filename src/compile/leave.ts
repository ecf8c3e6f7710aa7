import { jumpSlots } from "../check/jumps.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import type { Value } from "../runtime/value/value.ts";
import type { ExitStatement, ReturnStatement } from "../syntax/ast.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { compileConverted, sigilConversion } from "./convert.ts";

const exitSignals: Readonly<Record<ExitStatement["what"], Signal>> = {
  run: Signal.endRun,
  for: Signal.exitFor,
  while: Signal.exitWhile,
  do: Signal.exitDo,
  loop: Signal.break,
  sub: Signal.return,
  function: Signal.return,
  select: Signal.exitSelect,
};

/** Compiles EXIT in all its forms, and BREAK. */
export function compileExit({ what }: ExitStatement): StatementCode {
  return leaving(exitSignals[what]);
}

/** Compiles CONTINUE. */
export function compileContinue(): StatementCode {
  return leaving(Signal.continue);
}

/** Compiles RETURN. A FUNCTION with a sigil converts its value; of a SUB nobody reads it. */
export function compileReturn(
  { value, ...span }: ReturnStatement,
  context: BodyContext,
): StatementCode {
  if (value === undefined) return compileReturnAlone(context);
  const { kind } = context.body;
  const isKept = kind !== "sub";
  const site = kind === "handler" || kind === "main" ? context.site(span) : undefined;
  const sigil = context.procedure?.checked.procedure.sigil;
  const code = compileConverted(value, (site) => sigilConversion(sigil, site), context);
  if (code.colour === "sync" && context.maySync) {
    const { run: read } = code;
    return action(function returnValue(frame: Frame): Signal {
      const result = read(frame);
      if (isKept) keep(frame, result, site);
      return Signal.return;
    });
  }
  return waiting(async function returnWaiting(frame: Frame): Promise<Signal> {
    const result = await code.run(frame);
    if (isKept) keep(frame, result, site);
    return Signal.return;
  });
}

/** @param site of a RETURN that gives the response of a handler */
function keep(frame: Frame, result: Value, site: Site | undefined): void {
  frame.result = result;
  if (site !== undefined) frame.run.context.returned?.(site);
}

/** RETURN alone ends the innermost GOSUB that is open, else the body. */
function compileReturnAlone({ body }: BodyContext): StatementCode {
  if (!body.jumps.gosubs) return leaving(Signal.return);
  const slot = body.scope.find(jumpSlots.gosubs)?.index ?? -1;
  return action(function returnFromGosub({ locals }: Frame): Signal {
    return Number(locals[slot] ?? 0) > 0 ? Signal.returnFromGosub : Signal.return;
  });
}

function leaving(signal: Signal): StatementCode {
  return action(() => signal);
}
