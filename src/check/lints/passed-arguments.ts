import type { FunctionEntry } from "../../functions/define.ts";
import type { Expression, Phrase } from "../../syntax/ast.ts";
import type { FileNames } from "../script.ts";
import { findFunction } from "../registry.ts";
import { resolveCall } from "../resolve.ts";
import type { Scope } from "../scope.ts";

/** A use of a library function, however it is written, with its arguments in their order. */
export interface FunctionUse {
  readonly entry: FunctionEntry;
  readonly args: readonly Expression[];
}

/** Finds the library function that an expression calls: `F(x)`, `x.f()`, or a phrase `F x`. */
export function functionUse(
  names: FileNames,
  scope: Scope,
  expression: Expression,
): FunctionUse | undefined {
  if (expression.kind === "call") {
    const target = resolveCall(names, scope, expression.name);
    return target?.kind === "function" ? { entry: target.entry, args: expression.args } : undefined;
  }
  if (expression.kind === "method") {
    const entry = names.registry.methods.get(expression.method.key);
    return entry && { entry, args: [expression.target, ...expression.args] };
  }
  return expression.kind === "phrase" ? usedAsPhrase(names, expression.phrase) : undefined;
}

function usedAsPhrase({ registry }: FileNames, phrase: Phrase): FunctionUse | undefined {
  const entry = findFunction(registry, phrase.entry.title.replaceAll(" ", "_"));
  if (entry === undefined) return undefined;
  const args = entry.parameters.flatMap(({ name }) => {
    const slot = phrase.slots.get(name);
    if (slot?.kind === "expression") return [slot.value];
    return slot?.kind === "rest" ? slot.values : [];
  });
  return { entry, args };
}

type Selection = (position: number) => boolean;
const first: Selection = (position) => position === 0;
const all: Selection = () => true;

/** Functions that do more with an argument than to put it into the result, or something else. */
const PASSED: ReadonlyMap<string, Selection> = new Map<string, Selection>([
  ["REPLACE", (position) => position === 0 || position === 2],
  ["REGEX_REPLACE", (position) => position === 0 || position === 2],
  ["IIF", (position) => position > 0],
  ["CHOOSE", (position) => position > 0],
  ["SWITCH", (position) => position % 2 === 1],
  ["SPLIT", first],
  ["FILTER", first],
  ["MAP", first],
  ["EXTRACT_AFTER", first],
  ["EXTRACT_BEFORE", first],
  ["EXTRACT_BETWEEN", first],
  ["REGEX_MATCH", first],
  ["REGEX_GROUPS", first],
  ["REGEX_MATCHES", first],
  ["REGEX_SPLIT", first],
]);

/** Gives the arguments of which something may be in the result. */
export function passedArguments({ entry, args }: FunctionUse): readonly Expression[] {
  const passes = PASSED.get(entry.name) ?? all;
  return args.filter((_, position) => passes(position));
}

/** Functions that put several texts together into one. */
const COMPOSING: ReadonlySet<string> = new Set(
  "REPLACE REGEX_REPLACE JOIN FILL PADLEFT PADRIGHT".split(" "),
);

/** Tells whether the result of a function is put together of several of its arguments. */
export function isComposing({ entry }: FunctionUse): boolean {
  return COMPOSING.has(entry.name);
}
