import type { VariableSlot } from "../check/scope.ts";
import { runMessages } from "../diagnostics/codes/run.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { isObject, kindOf } from "../runtime/value/kind.ts";
import { toNumber } from "../runtime/value/number.ts";
import type { Value } from "../runtime/value/value.ts";
import type { ForEachStatement } from "../syntax/ast.ts";
import { sigilOf } from "../syntax/sigil.ts";
import { variableSlot } from "./assignment.ts";
import { action, constant, waiting } from "./code.ts";
import type { AsyncRun, StatementCode, SyncRun, SyncValue, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { argumentConversion, compileConverted, sigilConversion } from "./convert.ts";
import type { Conversion } from "./convert.ts";
import { afterLoop, maySyncLoop } from "./loop.ts";

interface ForEachLoop<C, B> {
  readonly slot: VariableSlot;
  readonly convert: Conversion;
  readonly list: C;
  readonly last: C;
  readonly body: B;
  readonly site: Site;
  readonly listSite: Site;
}

/** Compiles FOR EACH over the items of a list or the values of an object. */
export function compileForEach(statement: ForEachStatement, context: BodyContext): StatementCode {
  const { variable, list, last: written } = statement;
  const site = context.site(variable);
  const loop: ForEachLoop<ValueCode, StatementCode> = {
    slot: variableSlot(variable, context),
    convert: sigilConversion(sigilOf(variable.key), site) ?? ((value) => value),
    list: context.expression(list),
    last:
      written === undefined
        ? constant(Infinity)
        : compileConverted(written, (at) => argumentConversion("number", at), context),
    body: context.insideLoop().block(statement.body),
    site,
    listSite: context.site(list),
  };
  const { list: source, last, body } = loop;
  if (
    source.colour === "sync" &&
    last.colour === "sync" &&
    body.colour === "sync" &&
    maySyncLoop(context)
  ) {
    return action(makeForEach({ ...loop, list: source, last, body: body.run }));
  }
  return waiting(makeWaitingForEach(loop));
}

function makeForEach(loop: ForEachLoop<SyncValue, SyncRun<Signal>>): SyncRun<Signal> {
  const { slot, convert, list, last, body, site, listSite } = loop;
  const { index } = slot;
  const isGlobal = slot.where === "global";
  return function runForEach(frame: Frame): Signal {
    const { run } = frame;
    const slots = isGlobal ? frame.globals : frame.locals;
    const source = list.run(frame);
    for (const item of itemsOf(source, last.run(frame), listSite)) {
      slots[index] = convert(item);
      const signal = body(frame);
      if (signal !== Signal.next && signal !== Signal.continue) {
        return afterLoop(signal, Signal.exitFor);
      }
      if (--run.budget < 0) run.look(site);
    }
    return Signal.next;
  };
}

function makeWaitingForEach(loop: ForEachLoop<ValueCode, StatementCode>): AsyncRun<Signal> {
  const { slot, convert, list, last, body, site, listSite } = loop;
  const { index } = slot;
  const isGlobal = slot.where === "global";
  return async function runForEachWaiting(frame: Frame): Promise<Signal> {
    const { run } = frame;
    const slots = isGlobal ? frame.globals : frame.locals;
    const source = await list.run(frame);
    for (const item of itemsOf(source, await last.run(frame), listSite)) {
      slots[index] = convert(item);
      const pending = body.run(frame);
      const signal = typeof pending === "number" ? pending : await pending;
      if (signal !== Signal.next && signal !== Signal.continue) {
        return afterLoop(signal, Signal.exitFor);
      }
      if (--run.budget < 0) run.look(site);
      if (run.turnDue) await run.giveTurn(site);
    }
    return Signal.next;
  };
}

/**
 * Gives what a loop goes over: a copy, so that the body may change the list. An object gives its
 * values, since its names are there as `KEYS(object)`; null gives nothing, as a field that is
 * missing in a payload does; a text is taken for a mistake, since its characters are rarely meant.
 */
function itemsOf(source: Value, last: Value, site: Site): readonly Value[] {
  if (source === null) return [];
  const count = Math.max(0, Math.trunc(toNumber(last)));
  if (Array.isArray(source)) return source.slice(Math.max(0, source.length - count));
  if (isObject(source)) {
    const values = Object.values(source);
    return values.slice(Math.max(0, values.length - count));
  }
  const error = new BasicError(runMessages.notIterable(kindOf(source)));
  throw locate(error, site.file, site.span);
}
