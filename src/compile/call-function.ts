import { invokeFunction } from "../functions/define.ts";
import type { FunctionEntry, FunctionParameter } from "../functions/define.ts";
import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import type { RunState } from "../runtime/run-state.ts";
import { checkTextLength } from "../runtime/value/limits.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Span } from "../source/span.ts";
import type { Expression } from "../syntax/ast.ts";
import { argumentReader, compileArgument, gatherArguments, neverWait } from "./argument.ts";
import type { Argument } from "./argument.ts";
import { asScriptError } from "./script-error.ts";
import { computed } from "./code.ts";
import type { SyncRun, SyncValue, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { countedChoice } from "./coverage/counted-choice.ts";
import type { Finish } from "./gather.ts";
import { replaceableCall } from "./replaceable.ts";

/** Characters or items from which on a call tells how much it did. */
const NOTED_WORK = 4096;

/** Compiles a call of a library function. */
export function compileFunctionCall(
  entry: FunctionEntry,
  args: readonly Expression[],
  span: Span,
  context: BodyContext,
): ValueCode {
  const compiled = countedChoice(entry, args, compileArguments(entry, args, 0, context), context);
  const site = context.site(span);
  // What is computed from its arguments alone gives the same in every test.
  if (context.script.doubles && entry.needs.length > 0) {
    return gatherArguments(
      compiled,
      context,
      replaceableCall(entry.name, invoker(entry, site), site),
    );
  }
  const direct =
    context.maySync && neverWait(compiled) ? makeDirect(entry, compiled, site) : undefined;
  return direct === undefined
    ? gatherArguments(compiled, context, invoker(entry, site))
    : computed(direct);
}

/**
 * Makes a call whose arguments are read in place, one closure for all of it; undefined where they
 * are too many for that, or too few for the function to tell what is left out.
 */
function makeDirect(
  entry: FunctionEntry,
  args: readonly Argument<SyncValue>[],
  site: Site,
): SyncRun<Value> | undefined {
  const [first, second, third] = args;
  if (first === undefined || args.length > 3 || entry.parameters.at(-1)?.mode === "rest") {
    return undefined;
  }
  if (second === undefined) return makeCallOfOne(entry, first, site);
  if (third === undefined) return makeCallOfTwo(entry, first, second, site);
  return makeCallOfThree(entry, first, second, third, site);
}

function makeCallOfOne(
  entry: FunctionEntry,
  argument: Argument<SyncValue>,
  site: Site,
): SyncRun<Value> {
  const { convert, fits } = argument;
  const { run: read, slot } = argument.code;
  return function callOne(frame) {
    let value = slot < 0 ? read(frame) : (frame.locals[slot] ?? null);
    if (typeof value !== fits) value = convert(value);
    try {
      return withinLimits(entry.run(frame.run, value), frame.run);
    } catch (error) {
      throw locate(error, site.file, site.span);
    }
  };
}

function makeCallOfTwo(
  entry: FunctionEntry,
  first: Argument<SyncValue>,
  second: Argument<SyncValue>,
  site: Site,
): SyncRun<Value> {
  const { convert: convertFirst, fits: firstFits } = first;
  const { run: readFirst, slot: firstSlot } = first.code;
  const { convert: convertSecond, fits: secondFits } = second;
  const { run: readSecond, slot: secondSlot, constant } = second.code;
  return function callTwo(frame) {
    let a = firstSlot < 0 ? readFirst(frame) : (frame.locals[firstSlot] ?? null);
    if (typeof a !== firstFits) a = convertFirst(a);
    let b = constant ?? (secondSlot < 0 ? readSecond(frame) : (frame.locals[secondSlot] ?? null));
    if (typeof b !== secondFits) b = convertSecond(b);
    try {
      return withinLimits(entry.run(frame.run, a, b), frame.run);
    } catch (error) {
      throw locate(error, site.file, site.span);
    }
  };
}

function makeCallOfThree(
  entry: FunctionEntry,
  first: Argument<SyncValue>,
  second: Argument<SyncValue>,
  third: Argument<SyncValue>,
  site: Site,
): SyncRun<Value> {
  const { convert, fits } = first;
  const { run: readFirst, slot } = first.code;
  const readSecond = argumentReader(second);
  const readThird = argumentReader(third);
  const { constant } = third.code;
  return function callThree(frame) {
    let a = slot < 0 ? readFirst(frame) : (frame.locals[slot] ?? null);
    if (typeof a !== fits) a = convert(a);
    const b = readSecond(frame);
    const c = typeof constant === third.fits ? (constant ?? null) : readThird(frame);
    try {
      return withinLimits(entry.run(frame.run, a, b, c), frame.run);
    } catch (error) {
      throw locate(error, site.file, site.span);
    }
  };
}

/** Refuses a result that is too long, as `invokeFunction` does. @throws BasicError GB3090 */
function withinLimits(value: Value, { limits }: RunState): Value {
  if (typeof value === "string") checkTextLength(value.length, limits);
  return value;
}

/**
 * Compiles the arguments of a library function or method, each converted to what it takes.
 * @param given how many parameters are filled by other means, as by the value before a dot
 */
export function compileArguments(
  { parameters }: FunctionEntry,
  args: readonly Expression[],
  given: number,
  context: BodyContext,
): readonly Argument[] {
  return args.map((arg, index) =>
    compileArgument(arg, parameterAt(parameters, index + given)?.type ?? "any", context),
  );
}

/** Makes what calls a library function with its converted arguments, at a place. */
export function invoker(entry: FunctionEntry, site: Site): Finish {
  const { parameters } = entry;
  if (parameters.at(-1)?.mode === "rest") {
    const fixed = parameters.length - 1;
    return function callWithRest(values, frame) {
      return invokeAt(site, entry, spread(values, fixed), frame);
    };
  }
  // Bodies destructure their arguments, so an optional one that is left out reads as undefined.
  return function callFunction(values, frame) {
    return invokeAt(site, entry, values, frame);
  };
}

function parameterAt(
  parameters: readonly FunctionParameter[],
  index: number,
): FunctionParameter | undefined {
  const last = parameters.at(-1);
  return parameters[index] ?? (last?.mode === "rest" ? last : undefined);
}

/** Puts what is left after the fixed parameters into a list; missing ones stay undefined. */
function spread(values: readonly Value[], fixed: number): unknown[] {
  const args: unknown[] = Array.from({ length: fixed }, (_, index) => values[index]);
  args.push(values.slice(fixed));
  return args;
}

function invokeAt(site: Site, entry: FunctionEntry, args: readonly unknown[], frame: Frame): Value {
  const { run } = frame;
  try {
    const value = invokeFunction(entry, args, run);
    const work = sizeOf(args[0]) + sizeOf(value);
    if (work > NOTED_WORK) run.noteWork(work);
    return value;
  } catch (error) {
    throw locate(asScriptError(error, site), site.file, site.span);
  }
}

/** What a function was given first, and what it gives, tell how much it had to do. */
function sizeOf(value: unknown): number {
  return typeof value === "string" || Array.isArray(value) ? value.length : 0;
}
