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
import { action, constant, waiting } from "./code.ts";
import type { AsyncRun, StatementCode, SyncRun, SyncValue, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { argumentConversion, compileConverted, sigilConversion } from "./convert.ts";
import type { Conversion } from "./convert.ts";
import { afterLoop, maySyncLoop } from "./loop.ts";

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
    body: context.insideLoop().block(statement.body),
    site,
    stepSite: context.site(step ?? variable),
  };
  const { from, to, step: by, body } = loop;
  if (
    from.colour === "sync" &&
    to.colour === "sync" &&
    by.colour === "sync" &&
    body.colour === "sync" &&
    maySyncLoop(context)
  ) {
    return action(makeFor({ ...loop, from, to, step: by, body: body.run }));
  }
  return waiting(makeWaitingFor(loop));
}

function makeFor(loop: ForLoop<SyncValue, SyncRun<Signal>>): SyncRun<Signal> {
  const { slot, convert, from, to, step: by, body, site, stepSite } = loop;
  const { index } = slot;
  const isGlobal = slot.where === "global";
  return function runFor(frame: Frame): Signal {
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
        return afterLoop(signal, Signal.exitFor);
      }
      if (--run.budget < 0) run.look(site);
      const current = slots[index];
      value = (typeof current === "number" ? current : numberAt(site, current)) + step;
    }
  };
}

function makeWaitingFor(loop: ForLoop<ValueCode, StatementCode>): AsyncRun<Signal> {
  const { slot, convert, from, to, step: by, body, site, stepSite } = loop;
  const { index } = slot;
  const isGlobal = slot.where === "global";
  return async function runForWaiting(frame: Frame): Promise<Signal> {
    const { run } = frame;
    const slots = isGlobal ? frame.globals : frame.locals;
    let value = toNumber(await from.run(frame));
    const last = toNumber(await to.run(frame));
    const step = stepAt(stepSite, await by.run(frame));
    for (;;) {
      slots[index] = convert === undefined ? value : convert(value);
      if (step > 0 ? value > last : value < last) return Signal.next;
      const pending = body.run(frame);
      const signal = typeof pending === "number" ? pending : await pending;
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
