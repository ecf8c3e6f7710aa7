import type { FunctionEntry } from "../functions/define.ts";
import type { Expression, Identifier, Procedure } from "../syntax/ast.ts";
import type { KnownPhrase } from "../syntax/known-phrase.ts";
import { withoutSigil } from "../syntax/sigil.ts";
import { findFunction } from "./registry.ts";
import { errorPartOf, type ErrorPart } from "./error-names.ts";
import type { Scope, VariableSlot } from "./scope.ts";
import type { FileNames } from "./script.ts";

/** What `name(…)` means. */
export type CallTarget =
  | { readonly kind: "element"; readonly slot: VariableSlot }
  | { readonly kind: "procedure"; readonly procedure: Procedure }
  | { readonly kind: "function"; readonly entry: FunctionEntry }
  | { readonly kind: "lacking"; readonly phrase: KnownPhrase };

type Callable = Extract<CallTarget, { kind: "procedure" | "function" }>;

/** What a name without parentheses means. */
export type NameTarget =
  | { readonly kind: "variable"; readonly slot: VariableSlot }
  | { readonly kind: "error"; readonly part: ErrorPart }
  | Callable;

/**
 * Finds what `name(…)` means: an element of a DIMmed variable, else the user's SUB or FUNCTION,
 * else a library function, else an element of a variable that is set without DIM, else a phrase of
 * General Bots that is not provided.
 */
export function resolveCall(
  names: FileNames,
  scope: Scope,
  name: Identifier,
): CallTarget | undefined {
  const slot = scope.find(name.key);
  if (slot !== undefined && scope.isDimmed(name.key)) return { kind: "element", slot };
  const callable = resolveCallable(names, name);
  if (callable !== undefined) return callable;
  if (slot !== undefined) return { kind: "element", slot };
  const phrase = names.registry.known.get(name.key);
  return phrase === undefined ? undefined : { kind: "lacking", phrase };
}

/**
 * Finds what a bare name means. A name that is never set but names a function that needs no
 * arguments is a call of it, as in `start = TIMER`; ERR and its like ask for the last error.
 */
export function resolveName(
  names: FileNames,
  scope: Scope,
  name: Identifier,
): NameTarget | undefined {
  const slot = scope.find(name.key);
  if (slot !== undefined) return { kind: "variable", slot };
  const callable = resolveCallable(names, name);
  if (callable !== undefined) return needsNoArguments(callable) ? callable : undefined;
  const part = errorPartOf(name.key);
  return part === undefined ? undefined : { kind: "error", part };
}

/** Finds the user's SUB or FUNCTION that an expression calls by itself, if it calls one. */
export function calledProcedure(
  names: FileNames,
  scope: Scope,
  expression: Expression,
): Procedure | undefined {
  if (expression.kind === "procedure-call") return names.procedures.get(expression.procedure);
  const target =
    expression.kind === "call"
      ? resolveCall(names, scope, expression.name)
      : expression.kind === "name"
        ? resolveName(names, scope, expression.name)
        : undefined;
  return target?.kind === "procedure" ? target.procedure : undefined;
}

function resolveCallable(
  { procedures, registry }: FileNames,
  { key }: Identifier,
): Callable | undefined {
  const procedure = procedures.get(withoutSigil(key));
  if (procedure !== undefined) return { kind: "procedure", procedure };
  const entry = findFunction(registry, key);
  return entry === undefined ? undefined : { kind: "function", entry };
}

function needsNoArguments(target: Callable): boolean {
  if (target.kind === "function") {
    return target.entry.parameters.every((parameter) => parameter.mode !== "required");
  }
  return target.procedure.kind === "function" && target.procedure.parameters.length === 0;
}
