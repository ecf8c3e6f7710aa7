import type { DiagnosticCode } from "../diagnostics/diagnostic.ts";
import type { Capability, Host } from "../host/host.ts";
import type { KnownObject } from "../host/known-object.ts";
import { checkTextLength, type ValueLimits } from "../runtime/value/limits.ts";
import type { GrowingTexts } from "../runtime/value/growing-texts.ts";
import type { Value } from "../runtime/value/value.ts";

interface ParameterValues {
  any: Value;
  text: string;
  number: number;
  list: Value[];
  changed: Value[];
}
/** What a parameter takes; arguments are converted to it. */
export type ParameterType = keyof ParameterValues;

/** What a function gives; "any" where that depends on its arguments. */
export type ResultType = Exclude<ParameterType, "changed"> | "boolean" | "date" | "object";

/** One parameter of a library function; `rest` takes all arguments that are left. */
export interface FunctionParameter<
  T extends ParameterType = ParameterType,
  M extends "required" | "optional" | "rest" = "required" | "optional" | "rest",
> {
  readonly name: string;
  readonly type: T;
  readonly mode: M;
}

/** A parameter that takes any value as it is. */
export const any = (name: string) => parameter(name, "any", "required");
/** A parameter that takes text. */
export const text = (name: string) => parameter(name, "text", "required");
/** A parameter that takes a number. */
export const number = (name: string) => parameter(name, "number", "required");
/** A parameter that takes a list; a single value becomes a list of one. */
export const list = (name: string) => parameter(name, "list", "required");

/** A parameter that takes a list and changes it in place; anything else is an error. */
export const changedList = (name: string) => parameter(name, "changed", "required");

/** Makes a parameter one that may be left out; the body then gets undefined. */
export function optional<T extends ParameterType>(
  of: FunctionParameter<T, "required">,
): FunctionParameter<T, "optional"> {
  return { ...of, mode: "optional" };
}

/** Makes a parameter take all arguments that are left, as a list. */
export function rest<T extends ParameterType>(
  of: FunctionParameter<T, "required">,
): FunctionParameter<T, "rest"> {
  return { ...of, mode: "rest" };
}

function parameter<T extends ParameterType>(
  name: string,
  type: T,
  mode: "required",
): FunctionParameter<T, "required"> {
  return { name, type, mode };
}

type ArgumentOf<F> =
  F extends FunctionParameter<infer T, infer M>
    ? M extends "required"
      ? ParameterValues[T]
      : M extends "optional"
        ? ParameterValues[T] | undefined
        : ParameterValues[T][]
    : never;
/** The arguments that a body is given for its parameters, typed. */
export type ArgumentsOf<F extends readonly FunctionParameter[]> = {
  readonly [K in keyof F]: ArgumentOf<F[K]>;
};

/** What a function's body is given beside its arguments. */
export interface FunctionContext<Needs extends Capability> {
  readonly host: Pick<Host, Needs>;
  /** The run's limits that results must respect, in UTF-16 units and items. */
  readonly limits: ValueLimits;
  /** The run's long texts, of which a part is cut sooner than of others. */
  readonly texts: Pick<GrowingTexts, "cut">;
}

interface FunctionDefinition<F extends readonly FunctionParameter[], Needs extends Capability> {
  /** Upper case; a `$` at its end is optional for callers. */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly parameters: F;
  readonly returns: ResultType;
  /** What is in the object that it gives. */
  readonly object?: KnownObject;
  readonly summary: string;
  /** An expression and, after `' `, what it gives: `LEFT$("abc", 2)  ' "ab"`. */
  readonly example: string;
  /** Errors of its own; those of its parameters' types are added. */
  readonly raises?: readonly DiagnosticCode[];
  readonly needs?: readonly Needs[];
  /** True where it gives its second argument if the first is true, else the third. */
  readonly chooses?: boolean;
  readonly run: (context: FunctionContext<Needs>, ...args: ArgumentsOf<F>) => Value;
}

/** A library function as the checker and the compiler use it; never suspends. Its host has `Needs`. */
export interface FunctionEntry<Needs extends Capability = Capability> {
  /** Without the optional `$`. */
  readonly name: string;
  readonly displayName: string;
  readonly aliases: readonly string[];
  readonly parameters: readonly FunctionParameter[];
  readonly returns: ResultType;
  /** What is in the object that it gives; undefined where nobody knows. */
  readonly object?: KnownObject;
  readonly summary: string;
  readonly example: string;
  readonly raises: readonly DiagnosticCode[];
  readonly needs: readonly Capability[];
  /** True where it gives its second argument if the first is true, else the third. */
  readonly chooses?: boolean;
  /**
   * The body alone; see `invokeFunction`. Callers on the hot path call it in place.
   * @param args converted and counted by the caller, one for each parameter; fewer where optional
   *   ones are left out
   */
  run(context: FunctionContext<Needs>, ...args: readonly unknown[]): Value;
}

/**
 * Calls a library function.
 * @param args converted and counted by the caller, one for each parameter
 * @throws BasicError GB3090 for a result that is longer than a text may be
 */
export function invokeFunction<Needs extends Capability>(
  entry: FunctionEntry<Needs>,
  args: readonly unknown[],
  context: FunctionContext<Needs>,
): Value {
  const value = entry.run(context, ...args);
  // Bodies that can grow a text much look before they do; this is for those that grow it a bit.
  if (typeof value === "string") checkTextLength(value.length, context.limits);
  return value;
}

/** Declares a library function: name, parameters, documentation and behaviour. */
export function defineFunction<
  const F extends readonly FunctionParameter[],
  Needs extends Capability = never,
>(definition: FunctionDefinition<F, Needs>): FunctionEntry<Needs> {
  const { name, aliases = [], raises = [], needs = [], ...described } = definition;
  return {
    ...described,
    name: withoutSigil(name),
    displayName: name,
    aliases: aliases.map(withoutSigil),
    raises,
    needs,
  };
}

function withoutSigil(name: string): string {
  return name.endsWith("$") ? name.slice(0, -1) : name;
}
