import type { VariableSlot } from "../check/scope.ts";
import { runMessages } from "../diagnostics/codes/run.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { toNumber } from "../runtime/value/number.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Expression, ForStatement } from "../syntax/ast.ts";
import { sigilOf } from "../syntax/sigil.ts";
import { variableSlot } from "./assignment.ts";
import { atSite } from "./at-site.ts";
import { action, constant, turning, waiting } from "./code.ts";
import type { StatementCode, SyncRun, SyncValue, TurningRun, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { countedTurn } from "./coverage/counted-loop.ts";
import { argumentConversion, compileConverted, sigilConversion } from "./convert.ts";
import type { Conversion } from "./convert.ts";
import { afterLoop } from "./loop.ts";

interface ForLoop<C, B> {
  readonly slot: VariableSlot;
  readonly convert: Conversion | undefined;
  readonly from: C;
  readonly to: C;
  readonly step: C;
  readonly body: B;
  readonly site: Site;
  readonly stepSite: Site;
}

/** Compiles FOR … NEXT. Start, end and step are evaluated once, in this order. */
export function compileFor(statement: ForStatement, context: BodyContext): StatementCode {
  const { variable, step } = statement;
  const number = (expression: Expression) =>
    compileConverted(expression, (site) => argumentConversion("number", site), context);
  const site = context.site(variable);
  const loop: ForLoop<ValueCode, StatementCode> = {
    slot: variableSlot(variable, context),
    convert: sigilConversion(sigilOf(variable.key), site),
    from: number(statement.from),
    to: number(statement.to),
    step: step === undefined ? constant(1) : number(step),
    body: countedTurn(statement, context.insideLoop().block(statement.body), context),
    site,
    stepSite: context.site(step ?? variable),
  };
  const { from, to, step: by, body } = loop;
  const goOn = makeGoOn(loop);
  if (
    from.colour !== "sync" ||
    to.colour !== "sync" ||
    by.colour !== "sync" ||
    body.colour === "async" ||
    !context.maySync
  ) {
    return waiting(async function runForWaiting(frame: Frame): Promise<Signal> {
      const value = toNumber(await from.run(frame));
      const last = toNumber(await to.run(frame));
      const step = stepAt(loop.stepSite, await by.run(frame));
      return goOn(frame, { value, last, step }, undefined);
    });
  }
  const bounds = { from, to, step: by };
  return body.colour === "sync" && !context.isEntry
    ? action(makeFor({ ...loop, ...bounds, body: body.run }))
    : turning(makeFor({ ...loop, ...bounds, body: body.run }, goOn));
}

/** Where a loop is. */
interface ForState {
  readonly value: number;
  readonly last: number;
  readonly step: number;
}

/** Goes on with a loop whose turn gave, or will give, a signal; with the next turn without one. */
type GoOn = (
  frame: Frame,
  state: ForState,
  given: Signal | Promise<Signal> | undefined,
) => Promise<Signal>;

function makeFor(loop: ForLoop<SyncValue, SyncRun<Signal>>): SyncRun<Signal>;
function makeFor(loop: ForLoop<SyncValue, TurningRun>, goOn: GoOn): TurningRun;
function makeFor(loop: ForLoop<SyncValue, TurningRun>, goOn?: GoOn): TurningRun {
  const { slot, convert, from, to, step: by, body, site, stepSite } = loop;
  const { index } = slot;
  const isGlobal = slot.where === "global";
  return function runFor(frame: Frame): Signal | Promise<Signal> {
    const { run } = frame;
    const slots = isGlobal ? frame.globals : frame.locals;
    let value = toNumber(from.run(frame));
    const last = toNumber(to.run(frame));
    const step = stepAt(stepSite, by.run(frame));
    for (;;) {
      slots[index] = convert === undefined ? value : convert(value);
      if (step > 0 ? value > last : value < last) return Signal.next;
      const signal = body(frame);
      if (signal !== Signal.next && signal !== Signal.continue) {
        if (typeof signal === "number") return afterLoop(signal, Signal.exitFor);
        if (goOn !== undefined) return goOn(frame, { value, last, step }, signal);
      }
      if (--run.budget < 0) {
        run.look(site);
        if (goOn !== undefined && run.turnDue) {
          run.takeBackStep();
          return goOn(frame, { value, last, step }, Signal.next);
        }
      }
      const current = slots[index];
      value = (typeof current === "number" ? current : numberAt(site, current)) + step;
    }
  };
}

function makeGoOn(loop: ForLoop<ValueCode, StatementCode>): GoOn {
  const { slot, convert, body, site } = loop;
  const { index } = slot;
  const isGlobal = slot.where === "global";
  return async function goOnWithFor(frame, { value: first, last, step }, given) {
    const { run } = frame;
    const slots = isGlobal ? frame.globals : frame.locals;
    let value = first;
    let pending = given;
    for (;;) {
      if (pending === undefined) {
        slots[index] = convert === undefined ? value : convert(value);
        if (step > 0 ? value > last : value < last) return Signal.next;
        pending = body.run(frame);
      }
      const signal = typeof pending === "number" ? pending : await pending;
      pending = undefined;
      if (signal !== Signal.next && signal !== Signal.continue) {
        return afterLoop(signal, Signal.exitFor);
      }
      if (--run.budget < 0) run.look(site);
      if (run.turnDue) await run.giveTurn(site);
      value = numberAt(site, slots[index]) + step;
    }
  };
}

function stepAt(site: Site, value: Value): number {
  const step = toNumber(value);
  if (step !== 0) return step;
  throw locate(new BasicError(runMessages.zeroStep()), site.file, site.span);
}

/** The body may have set the variable, as in Visual Basic, and to anything. */
function numberAt(site: Site, value: Value | undefined): number {
  return atSite(site, () => toNumber(value ?? null));
}
