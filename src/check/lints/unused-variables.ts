import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Command, Expression, Identifier, Statement } from "../../syntax/ast.ts";
import { withoutSigil } from "../../syntax/sigil.ts";
import { isLibrary, type LintedScript } from "./linted-script.ts";
import { nearestName } from "../reads.ts";
import { resolveName } from "../resolve.ts";
import type { CheckedBody } from "../script.ts";
import { childExpressions, walkBlock } from "../walk.ts";

/**
 * Tells of variables that are set and never read. Not of those whose value comes of something that
 * is done, nor of parameters and loop variables, which may be there for the sake of form, nor of
 * names that say themselves that they are for somebody else.
 */
export function findUnusedVariables(linted: LintedScript, report: Report): void {
  const { bodies } = linted;
  const reads = new Map(bodies.map((body) => [body, readsOf(body)] as const));
  const everyRead = new Set([...reads.values()].flatMap((keys) => [...keys]));
  const meant = meantByMisspelling(linted);
  const kept = keptNames(linted);
  for (const body of bodies) {
    if (body.kind === "main" && isLibrary(linted)) continue;
    const isTopLevel = body.scope === linted.script.main.scope;
    const read = isTopLevel ? everyRead : reads.get(body);
    for (const name of setIn(linted, body, kept.get(body) ?? [])) {
      if (read?.has(name.key) === true || meant.has(name.key) || isForOthers(name)) continue;
      report(lintMessages.unusedVariable(name.text), name);
    }
  }
}

function readsOf({ block }: CheckedBody): ReadonlySet<string> {
  const found = new Set<string>();
  // A command that is only read over may mean a variable by any of its words.
  const noteMentioned = ({ mentioned }: Command) => {
    for (const { key } of mentioned) found.add(key);
  };
  walkBlock(block, {
    statement(statement) {
      if (statement.kind === "command") noteMentioned(statement.command);
      if (statement.kind === "with" && statement.target.kind === "name") {
        found.add(statement.target.name.key);
      }
    },
    expression(expression) {
      if (expression.kind === "command-value") noteMentioned(expression.command);
      if (expression.kind === "name" || expression.kind === "call") found.add(expression.name.key);
    },
  });
  return found;
}

/** Lists the variables that a body sets for itself, each where it is first set. */
function setIn(
  linted: LintedScript,
  body: CheckedBody,
  keptNames: readonly string[],
): readonly Identifier[] {
  const found = new Map<string, Identifier>();
  const kept = new Set(keptNames);
  const note = (name: Identifier) => {
    const isOuter = body.kind !== "main" && body.scope.find(name.key)?.where === "global";
    if (!isOuter && !kept.has(name.key) && !found.has(name.key)) found.set(name.key, name);
  };
  walkBlock(body.block, {
    statement(statement) {
      if (statement.kind === "dim") for (const { name } of statement.variables) note(name);
      if (statement.kind === "const") for (const { name } of statement.constants) note(name);
      const name = assigned(statement);
      if (name === undefined || statement.kind !== "assignment") return;
      if (doesSomething(linted, body, statement.value)) kept.add(name.key);
      else note(name);
    },
  });
  return [...found.values()].filter(({ key }) => !kept.has(key));
}

/** The parameters of a SUB or FUNCTION, and the name by which a FUNCTION gives its value. */
function keptNames({ script }: LintedScript): ReadonlyMap<CheckedBody, readonly string[]> {
  return new Map(
    [...script.procedures.values()].map(({ procedure: { key, sigil, parameters }, body }) => [
      body,
      [...parameters.map(({ name }) => name.key), key, `${key}${sigil ?? ""}`],
    ]),
  );
}

function assigned(statement: Statement): Identifier | undefined {
  if (statement.kind !== "assignment") return undefined;
  const { target } = statement;
  return target.kind === "name" || target.kind === "call" ? target.name : undefined;
}

/** Where a call or a phrase makes the value, the line may be there for what it does. */
function doesSomething(linted: LintedScript, body: CheckedBody, value: Expression): boolean {
  const { names } = linted.script;
  if (value.kind === "phrase") {
    const entry = names.runnable.get(value.phrase.entry);
    if (entry === undefined || entry.suspends || entry.needs.length > 0) return true;
  }
  if (value.kind === "procedure-call" || value.kind === "command-value") return true;
  if (value.kind === "name" && resolveName(names, body.scope, value.name)?.kind === "procedure") {
    return true;
  }
  if (value.kind === "call" && names.procedures.has(withoutSigil(value.name.key))) return true;
  return childExpressions(value).some((part) => doesSomething(linted, body, part));
}

/** Names that a name which is never set is most likely meant to be: one mistake, said there. */
function meantByMisspelling({ script, bodies }: LintedScript): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { block, scope } of bodies) {
    walkBlock(block, {
      expression(expression) {
        if (expression.kind !== "name") return;
        if (resolveName(script.names, scope, expression.name) !== undefined) return;
        // It may be set elsewhere, in a body whose variables are its own.
        found.add(expression.name.key);
        const meant = nearestName(expression.name, scope);
        if (meant !== undefined) found.add(meant.toUpperCase());
      },
    });
  }
  return found;
}

/** `result_status` and its like are read by whoever runs the script. */
function isForOthers({ key }: Identifier): boolean {
  return /^(?:_|RESULT|RESPONSE)/u.test(key);
}
