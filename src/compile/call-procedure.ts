import { runMessages } from "../diagnostics/codes/run.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import { emptySlots, Frame } from "../runtime/frame.ts";
import type { RunState } from "../runtime/run-state.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Expression, Procedure } from "../syntax/ast.ts";
import type { Span } from "../source/span.ts";
import { areSync, computed, turning, waiting } from "./code.ts";
import type {
  AsyncRun,
  StatementCode,
  SyncCode,
  SyncRun,
  SyncValue,
  TurningRun,
  ValueCode,
} from "./code.ts";
import type { BodyContext } from "./context.ts";
import { compileConverted, sigilConversion } from "./convert.ts";
import type { ProcedureCode } from "./procedure-code.ts";
import { asScriptError } from "./script-error.ts";
import { Signal } from "../runtime/signal.ts";
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
  const codeOf = waitingCodeOf(callee, context);
  if (codeOf !== undefined) return waiting(makeWaitingCall(callee, codeOf, codes, site));
  if (callee.waits || !areSync(codes) || !context.maySync) {
    return waiting(makeWaitingCall(callee, () => callee.code, codes, site));
  }
  return computed(makeCall(callee, codes, site));
}

/** Tells which code gives others a turn in a call of an expression; undefined where none has to. */
function waitingCodeOf(
  callee: ProcedureCode,
  { isEntry, callsGiveTurns }: BodyContext,
): ((run: RunState) => StatementCode) | undefined {
  const { loops, recurses } = callee.checked.body;
  if (!isEntry || !(loops || recurses)) return undefined;
  if (loops && (callsGiveTurns || !recurses)) return () => callee.entryCode;
  // To wait in each call of a recursion would make it ten times as slow.
  return ({ calls, depth }) => (calls.isQuick(depth) ? callee.code : callee.entryCode);
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
    const inner = new Frame(run, frame.globals, locals, args.length);
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

/**
 * Compiles a call that stands alone on a line of an entry point: what it calls gives others a turn
 * where its loops take long, and is as fast as any other call where they do not.
 * @returns undefined where the call has no loops to give turns in, or waits anyway
 */
export function compileTurningCall(
  { key }: Procedure,
  args: readonly Expression[],
  span: Span,
  context: BodyContext,
): StatementCode | undefined {
  const callee = context.script.procedures.get(key);
  if (!context.isEntry || !context.maySync) return undefined;
  if (callee === undefined || callee.waits || !callee.checked.body.loops) return undefined;
  const codes = compileArguments(callee.checked.procedure, args, context);
  if (!areSync(codes)) return undefined;
  const { recurses } = callee.checked.body;
  // Where each call of a recursion would wait, a loop is better off with one that does not.
  const codeOf = () =>
    callee.entryCode.colour === "async" && recurses && !context.callsGiveTurns
      ? callee.code
      : callee.entryCode;
  return turning(makeTurningCall(callee, codeOf, codes, context.site(span)));
}

function makeTurningCall(
  callee: ProcedureCode,
  codeOf: () => StatementCode,
  args: readonly SyncValue[],
  site: Site,
): TurningRun {
  let code: StatementCode | undefined;
  return function callProcedureTurning(frame: Frame): Signal | Promise<Signal> {
    const { run } = frame;
    // Bodies are compiled at their first call, since they may call each other.
    code ??= codeOf();
    if (--run.budget < 0) run.look(site);
    const locals = emptySlots(callee.size);
    let index = 0;
    for (const arg of args) locals[index++] = arg.run(frame);
    if (++run.depth > run.context.limits.depth) throw tooDeep(run, site);
    const inner = new Frame(run, frame.globals, locals, args.length);
    try {
      const pending = code.run(inner);
      if (typeof pending !== "number") return finish(inner, pending);
      callee.resultOf(inner, pending);
    } catch (error) {
      run.depth -= 1;
      throw passCall(error, callee, site);
    }
    run.depth -= 1;
    return Signal.next;
  };

  async function finish(inner: Frame, pending: Promise<Signal>): Promise<Signal> {
    try {
      callee.resultOf(inner, await pending);
      return Signal.next;
    } catch (error) {
      throw passCall(error, callee, site);
    } finally {
      inner.run.depth -= 1;
    }
  }
}

function syncCodeOf(callee: ProcedureCode): SyncCode<Signal> {
  const { code } = callee;
  if (code.colour !== "sync") throw new Error(`${callee.displayName} waits`);
  return code;
}

function makeWaitingCall(
  callee: ProcedureCode,
  codeOf: (run: RunState) => StatementCode,
  args: readonly ValueCode[],
  site: Site,
): AsyncRun<Value> {
  return async function callProcedureWaiting(frame: Frame): Promise<Value> {
    const { run } = frame;
    if (--run.budget < 0) run.look(site);
    const locals = emptySlots(callee.size);
    let index = 0;
    for (const arg of args) {
      const value = arg.colour === "sync" ? arg.run(frame) : await arg.run(frame);
      locals[index++] = value;
    }
    if (++run.depth > run.context.limits.depth) throw tooDeep(run, site);
    const inner = new Frame(run, frame.globals, locals, args.length);
    const { depth } = run;
    const startedAt = performance.now();
    try {
      const pending = codeOf(run).run(inner);
      const signal = typeof pending === "number" ? pending : await pending;
      run.calls.note(depth, performance.now() - startedAt);
      if (run.turnDue) await run.giveTurn(site);
      return callee.resultOf(inner, signal);
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
