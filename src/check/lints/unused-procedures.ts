import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Command } from "../../syntax/ast.ts";
import { withoutSigil } from "../../syntax/sigil.ts";
import { calledProcedure } from "../resolve.ts";
import type { Body, FileNames } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { isLibrary, type LintedScript } from "./linted-script.ts";

/**
 * Warns of SUBs and FUNCTIONs that nothing leads to. Those that are called by nothing but an unused
 * one are its consequence and not reported. A file that does nothing by itself is a library for
 * other files, where all of them may be wanted.
 */
export function findUnusedProcedures(linted: LintedScript, report: Report): void {
  const { tree, script } = linted;
  const { names, main, handlers, procedures } = script;
  if (procedures.size === 0 || isLibrary(linted)) return;
  const calls = new Map(
    [...procedures].map(([key, { body }]) => [key, calledFrom(names, body)] as const),
  );
  const used = new Set<string>();
  for (const body of [main, ...handlers.map((handler) => handler.body), ...script.unserved]) {
    addReached(calledFrom(names, body), calls, used);
  }
  for (const { command } of tree.unserved) addReached(mentionedBy(names, command), calls, used);
  const unused = [...procedures.keys()].filter((key) => !used.has(key));
  const hasCaller = (key: string) =>
    unused.some((caller) => caller !== key && calls.get(caller)?.has(key) === true);
  // After those that nothing calls come those that only call each other: the first is enough.
  const inOrder = [...unused.filter((key) => !hasCaller(key)), ...unused.filter(hasCaller)];
  for (const key of inOrder) {
    const procedure = procedures.get(key)?.procedure;
    if (procedure === undefined || used.has(key)) continue;
    addReached([key], calls, used);
    const kind = procedure.kind === "sub" ? "SUB" : "FUNCTION";
    report(lintMessages.unusedProcedure(kind, procedure.displayName), procedure.nameSpan);
  }
}

function calledFrom(names: FileNames, { block, scope }: Body): ReadonlySet<string> {
  const found = new Set<string>();
  walkBlock(block, {
    statement(statement) {
      if (statement.kind === "command") addAll(found, mentionedBy(names, statement.command));
      if (statement.kind !== "spawn") return;
      const called = calledProcedure(names, scope, statement.call);
      if (called !== undefined) found.add(called.key);
    },
    expression(expression) {
      if (expression.kind === "command-value") {
        addAll(found, mentionedBy(names, expression.command));
      }
      const called = calledProcedure(names, scope, expression);
      if (called !== undefined) found.add(called.key);
    },
  });
  return found;
}

/** What a command does with a name is not known, so a SUB that it names may be called. */
function mentionedBy({ procedures }: FileNames, { mentioned }: Command): readonly string[] {
  const keys = mentioned.map(({ key }) => withoutSigil(key));
  return keys.filter((key) => procedures.has(key));
}

function addAll(into: Set<string>, keys: readonly string[]): void {
  for (const key of keys) into.add(key);
}

function addReached(
  from: Iterable<string>,
  calls: ReadonlyMap<string, ReadonlySet<string>>,
  reached: Set<string>,
): void {
  const added = new Set(from);
  for (const key of added) {
    reached.add(key);
    for (const callee of calls.get(key) ?? []) if (!reached.has(callee)) added.add(callee);
  }
}
