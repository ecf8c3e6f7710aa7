import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { stopReason } from "../runtime/run-state.ts";
import type { ArgumentType } from "../runtime/value/convert.ts";
import type { Value } from "../runtime/value/value.ts";
import type { RunnableEntry, SlotArguments } from "../statements/define.ts";
import type { Expression, Phrase, SlotValue } from "../syntax/ast.ts";
import type { SlotType } from "../syntax/pattern.ts";
import { constant, waiting } from "./code.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { argumentConversion, compileConverted } from "./convert.ts";
import { evaluateAll, gather } from "./gather.ts";
import { isComparison } from "./operations.ts";

/** Compiles a phrase of the registry; a slot that was left out is not among its arguments. */
export function compilePhrase(phrase: Phrase, context: BodyContext): ValueCode {
  const entry = context.script.checked.names.runnable.get(phrase.entry);
  if (entry === undefined) throw new Error(`${phrase.entry.title} does not run`);
  return compileRunnable(entry, splitComparison(entry, phrase) ?? phrase, context);
}

/** A phrase as it is run, which is not always as it is written. */
interface RunPhrase extends Pick<Phrase, "pattern" | "slots" | "start" | "end"> {
  /** The entry that runs. */
  readonly runs?: RunnableEntry;
}

/** Hands both sides of a comparison to an entry that wants them. */
function splitComparison(entry: RunnableEntry, phrase: Phrase): RunPhrase | undefined {
  const [slot] = phrase.slots.values();
  const runs = entry.comparison;
  if (runs === undefined || slot?.kind !== "expression" || slot.value.kind !== "binary") {
    return undefined;
  }
  const { left, right, operator, operatorSpan } = slot.value;
  const [pattern] = runs.patterns;
  if (!isComparison(operator) || pattern === undefined) return undefined;
  const sideOf = (value: Expression): SlotValue => ({
    kind: "expression",
    value,
    start: value.start,
    end: value.end,
  });
  const slots = new Map<string, SlotValue>([
    ["left", sideOf(left)],
    ["operator", { kind: "word", word: operator, ...operatorSpan }],
    ["right", sideOf(right)],
  ]);
  return { pattern, slots, runs, start: slot.start, end: slot.end };
}

function compileRunnable(given: RunnableEntry, phrase: RunPhrase, context: BodyContext): ValueCode {
  const entry = phrase.runs ?? given;
  const names = [...phrase.slots.keys()];
  const types = new Map(phrase.pattern.slots.map(({ name, type }) => [name, type]));
  const codes = [...phrase.slots].map(([name, slot]) =>
    compileSlot(slot, types.get(name) ?? "any", context),
  );
  const site = context.site(phrase);
  if (!entry.suspends) return gather(codes, context, makeInvoke(entry, names, site));
  const invoke = makeWaitingInvoke(entry, names, site);
  return waiting(async function runPhraseWaiting(frame: Frame): Promise<Value> {
    return invoke(await evaluateAll(codes, frame), frame);
  });
}

function compileSlot(slot: SlotValue, type: SlotType, context: BodyContext): ValueCode {
  switch (slot.kind) {
    case "word":
      return constant(slot.word);
    case "rest": {
      // What is shown beside others is text at once: `PRINT a, a.pop()` shows all of the list.
      const wanted = type === "shown" && slot.values.length > 1 ? "text" : "any";
      const codes = slot.values.map((value) =>
        compileConverted(value, (site) => argumentConversion(wanted, site), context),
      );
      return gather(codes, context, (values) => values);
    }
    case "expression": {
      const wanted = wantedType(type);
      return compileConverted(slot.value, (site) => argumentConversion(wanted, site), context);
    }
  }
}

/** What an expression in a slot is converted to. */
function wantedType(type: SlotType): ArgumentType {
  switch (type) {
    case "constant":
      return "text";
    case "rest":
    case "shown":
    case "named":
    case "word":
    case "lines":
    case "callee":
      return "any";
    default:
      return type;
  }
}

function makeInvoke(entry: RunnableEntry, names: readonly string[], site: Site) {
  const call = makeCall(entry, names, site);
  return function runPhrase(values: readonly Value[], frame: Frame): Value {
    try {
      const value = call(values, frame);
      if (value instanceof Promise) throw new Error(`${entry.title} waits without saying so`);
      return value;
    } catch (error) {
      throw locate(error, site.file, site.span);
    }
  };
}

function makeWaitingInvoke(entry: RunnableEntry, names: readonly string[], site: Site) {
  const call = makeCall(entry, names, site);
  return async function runPhraseWaiting(values: readonly Value[], frame: Frame): Promise<Value> {
    const { signal } = frame.run.context;
    try {
      return await call(values, frame);
    } catch (error) {
      // What was waited for may have been cut off in words of its own.
      throw locate(signal.aborted ? stopReason(signal) : error, site.file, site.span);
    }
  };
}

function makeCall(entry: RunnableEntry, names: readonly string[], { file, span }: Site) {
  const place = { file: file.path, line: file.position(span.start).line };
  return (values: readonly Value[], frame: Frame): Value | Promise<Value> => {
    const { host, limits, texts, context } = frame.run;
    const { signal } = context;
    return entry.invoke(slotsOf(names, values), { host, limits, texts, signal, place });
  };
}

function slotsOf(names: readonly string[], values: readonly Value[]): SlotArguments {
  const slots: Record<string, unknown> = {};
  let index = 0;
  for (const name of names) slots[name] = values[index++];
  return slots;
}
