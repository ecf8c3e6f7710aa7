import type { VariableSlot } from "../check/scope.ts";
import { runMessages } from "../diagnostics/codes/run.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { isObject, kindOf } from "../runtime/value/kind.ts";
import { toNumber } from "../runtime/value/number.ts";
import type { Value } from "../runtime/value/value.ts";
import type { ForEachStatement, Identifier } from "../syntax/ast.ts";
import { sigilOf } from "../syntax/sigil.ts";
import { variableSlot } from "./assignment.ts";
import { action, constant, turning, waiting } from "./code.ts";
import type { StatementCode, SyncRun, SyncValue, TurningRun, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { countedTurn } from "./coverage/counted-loop.ts";
import { argumentConversion, compileConverted, sigilConversion } from "./convert.ts";
import type { Conversion } from "./convert.ts";
import { afterLoop } from "./loop.ts";

type SetKey = (frame: Frame, key: Value) => void;
interface ForEachLoop<C, B> {
  readonly slot: VariableSlot;
  /** Sets the first of two variables; undefined where there is one. */
  readonly setKey: SetKey | undefined;
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
    setKey: makeSetKey(statement.keyVariable, context),
    convert: sigilConversion(sigilOf(variable.key), site) ?? ((value) => value),
    list: context.expression(list),
    last:
      written === undefined
        ? constant(Infinity)
        : compileConverted(written, (at) => argumentConversion("number", at), context),
    body: countedTurn(statement, context.insideLoop().block(statement.body), context),
    site,
    listSite: context.site(list),
  };
  const { list: source, last, body } = loop;
  const goOn = makeGoOn(loop);
  if (
    source.colour !== "sync" ||
    last.colour !== "sync" ||
    body.colour === "async" ||
    !context.maySync
  ) {
    return waiting(async function runForEachWaiting(frame: Frame): Promise<Signal> {
      const found = await source.run(frame);
      const items = itemsOf(found, await last.run(frame), loop.listSite);
      const keys = keysOf(loop, found, items.length);
      return goOn(frame, { items, keys, at: 0 }, undefined);
    });
  }
  const sources = { list: source, last };
  return body.colour === "sync" && !context.isEntry
    ? action(makeForEach({ ...loop, ...sources, body: body.run }))
    : turning(makeForEach({ ...loop, ...sources, body: body.run }, goOn));
}

/** Where a loop is. */
interface ForEachState {
  readonly items: readonly Value[];
  /** The name or index of each item, where the loop sets it. */
  readonly keys: readonly Value[];
  /** The item whose turn it is. */
  readonly at: number;
}

/** Goes on with a loop whose turn gave, or will give, a signal; with a turn to begin without one. */
type GoOn = (
  frame: Frame,
  state: ForEachState,
  given: Signal | Promise<Signal> | undefined,
) => Promise<Signal>;

function makeSetKey(key: Identifier | undefined, context: BodyContext): SetKey | undefined {
  if (key === undefined) return undefined;
  const { where, index } = variableSlot(key, context);
  const convert = sigilConversion(sigilOf(key.key), context.site(key)) ?? ((value) => value);
  return (frame, value) => {
    const slots = where === "global" ? frame.globals : frame.locals;
    slots[index] = convert(value);
  };
}

function makeForEach(loop: ForEachLoop<SyncValue, SyncRun<Signal>>): SyncRun<Signal>;
function makeForEach(loop: ForEachLoop<SyncValue, TurningRun>, goOn: GoOn): TurningRun;
function makeForEach(loop: ForEachLoop<SyncValue, TurningRun>, goOn?: GoOn): TurningRun {
  const { slot, setKey, convert, list, last, body, site, listSite } = loop;
  const { index } = slot;
  const isGlobal = slot.where === "global";
  return function runForEach(frame: Frame): Signal | Promise<Signal> {
    const { run } = frame;
    const slots = isGlobal ? frame.globals : frame.locals;
    const source = list.run(frame);
    const items = itemsOf(source, last.run(frame), listSite);
    const keys = keysOf(loop, source, items.length);
    for (let at = 0; at < items.length; at++) {
      setKey?.(frame, keys[at] ?? null);
      slots[index] = convert(items[at] ?? null);
      const signal = body(frame);
      if (signal !== Signal.next && signal !== Signal.continue) {
        if (typeof signal === "number") return afterLoop(signal, Signal.exitFor);
        if (goOn !== undefined) return goOn(frame, { items, keys, at }, signal);
      }
      if (--run.budget < 0) {
        run.look(site);
        if (goOn !== undefined && run.turnDue) {
          run.takeBackStep();
          return goOn(frame, { items, keys, at }, Signal.next);
        }
      }
    }
    return Signal.next;
  };
}

function makeGoOn(loop: ForEachLoop<ValueCode, StatementCode>): GoOn {
  const { slot, setKey, convert, body, site } = loop;
  const { index } = slot;
  const isGlobal = slot.where === "global";
  return async function goOnWithForEach(frame, { items, keys, at: first }, given) {
    const { run } = frame;
    const slots = isGlobal ? frame.globals : frame.locals;
    let pending = given;
    for (let at = first; at < items.length; at++) {
      if (pending === undefined) {
        setKey?.(frame, keys[at] ?? null);
        slots[index] = convert(items[at] ?? null);
        pending = body.run(frame);
      }
      const signal = typeof pending === "number" ? pending : await pending;
      pending = undefined;
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

/** The names or indexes of the last items, where the loop sets them. */
function keysOf({ setKey }: { setKey: unknown }, source: Value, count: number): readonly Value[] {
  if (setKey === undefined) return [];
  const names = isObject(source)
    ? Object.keys(source)
    : Array.from(Array.isArray(source) ? source : [], (_, index) => index);
  return names.slice(names.length - count);
}
