import { runMessages } from "../diagnostics/codes/run.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import { emptySlots, Frame } from "../runtime/frame.ts";
import type { RunState } from "../runtime/run-state.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Expression, Procedure } from "../syntax/ast.ts";
import type { Span } from "../source/span.ts";
import { areSync, computed, waiting } from "./code.ts";
import type { AsyncRun, SyncCode, SyncRun, StatementCode, SyncValue, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { compileConverted, sigilConversion } from "./convert.ts";
import type { ProcedureCode } from "./procedure-code.ts";
import { asScriptError } from "./script-error.ts";
import type { Signal } from "../runtime/signal.ts";
import { sigilOf } from "../syntax/sigil.ts";

/** Compiles a call of the user's SUB or FUNCTION. */
export function compileProcedureCall(
  key: string,
  args: readonly Expression[],
  span: Span,
  context: BodyContext,
): ValueCode {
  const callee = context.script.procedures.get(key);
  if (callee === undefined) throw new Error(`no SUB or FUNCTION ${key}`);
  const codes = compileArguments(callee.checked.procedure, args, context);
  const site = context.site(span);
  if (context.givesTurns && callee.checked.body.loops) {
    return waiting(makeWaitingCall(callee, () => callee.entryCode, codes, site));
  }
  if (callee.waits || !areSync(codes) || !context.maySync) {
    return waiting(makeWaitingCall(callee, () => callee.code, codes, site));
  }
  return computed(makeCall(callee, codes, site));
}

/** Compiles arguments, each converted to what the sigil of its parameter says. */
export function compileArguments(
  { parameters }: Procedure,
  args: readonly Expression[],
  context: BodyContext,
): readonly ValueCode[] {
  return args.map((arg, index) => {
    const key = parameters[index]?.name.key ?? "";
    return compileConverted(arg, (site) => sigilConversion(sigilOf(key), site), context);
  });
}

function makeCall(callee: ProcedureCode, args: readonly SyncValue[], site: Site): SyncRun<Value> {
  const reads = args.map(({ run }) => run);
  const [first] = reads;
  const { size } = callee;
  let code: SyncCode<Signal> | undefined;
  return function callProcedure(frame: Frame): Value {
    const { run } = frame;
    code ??= syncCodeOf(callee);
    if (--run.budget < 0) run.look(site);
    let locals: Value[];
    if (size === 1 && first !== undefined) {
      locals = [first(frame)];
    } else {
      locals = emptySlots(size);
      let index = 0;
      for (const read of reads) locals[index++] = read(frame);
    }
    if (++run.depth > run.context.limits.depth) throw tooDeep(run, site);
    const inner = new Frame(run, frame.globals, locals);
    try {
      const result = callee.resultOf(inner, code.run(inner));
      run.depth -= 1;
      return result;
    } catch (error) {
      run.depth -= 1;
      throw passCall(error, callee, site);
    }
  };
}

function syncCodeOf(callee: ProcedureCode): SyncCode<Signal> {
  const { code } = callee;
  if (code.colour === "async") throw new Error(`${callee.displayName} waits`);
  return code;
}

function makeWaitingCall(
  callee: ProcedureCode,
  codeOf: () => StatementCode,
  args: readonly ValueCode[],
  site: Site,
): AsyncRun<Value> {
  return async function callProcedureWaiting(frame: Frame): Promise<Value> {
    const { run } = frame;
    if (--run.budget < 0) run.look(site);
    const locals = emptySlots(callee.size);
    let index = 0;
    for (const arg of args) locals[index++] = await arg.run(frame);
    if (++run.depth > run.context.limits.depth) throw tooDeep(run, site);
    const inner = new Frame(run, frame.globals, locals);
    try {
      return callee.resultOf(inner, await codeOf().run(inner));
    } catch (error) {
      throw passCall(error, callee, site);
    } finally {
      run.depth -= 1;
    }
  };
}

function tooDeep(run: RunState, site: Site): unknown {
  run.depth -= 1;
  const error = new BasicError(runMessages.tooDeep(run.context.limits.depth));
  return locate(error, site.file, site.span);
}

/** Adds the call to the error that passes it. */
function passCall(passing: unknown, callee: ProcedureCode, site: Site): unknown {
  const error = asScriptError(passing, site);
  if (error instanceof BasicError) {
    error.frames.push({ name: callee.displayName, file: site.file, span: site.span });
  }
  return error;
}
