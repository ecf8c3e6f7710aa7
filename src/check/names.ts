import { nameMessages } from "../diagnostics/codes/names.ts";
import type { RelatedPlace, Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Block, Identifier, Procedure, Statement } from "../syntax/ast.ts";
import type { Provided } from "./bodies.ts";
import { reserveJumpSlots } from "./jumps.ts";
import { Scope, type SlotSpace } from "./scope.ts";
import { setNames } from "./set-names.ts";
import { walkBlock } from "./walk.ts";

/** Makes the scope of a body from the names that its statements set. */
export function scopeOf(body: Block, outer?: Scope, space?: SlotSpace): Scope {
  const scope = new Scope(outer, space);
  collectNames(body, scope);
  return scope;
}

/** Makes the scope of a handler, with the variables that its script does not set itself. */
export function handlerScope(body: Block, outer: Scope, { object, given }: Provided): Scope {
  const scope = new Scope(outer);
  if (object !== undefined) scope.declare({ key: object, text: object, start: 0, end: 0 });
  for (const name of given) scope.assign(name);
  collectNames(body, scope);
  return scope;
}

/**
 * Makes the scope of a SUB or FUNCTION. Its parameters come first, in their order, so that a call
 * can put its arguments into the first slots.
 */
export function procedureScope(procedure: Procedure, outer: Scope): Scope {
  const scope = new Scope(outer);
  for (const { name } of procedure.parameters) scope.declare(name);
  const result = ownName(procedure);
  if (result !== undefined) scope.declare(result);
  collectNames(procedure.body, scope);
  return scope;
}

/**
 * Finds the name by which a FUNCTION sets its result the Visual Basic way, by assigning to itself.
 * @returns the name as it is assigned first, with or without the FUNCTION's sigil, or undefined
 */
export function ownName(procedure: Procedure): Identifier | undefined {
  if (procedure.kind !== "function") return undefined;
  const keys = new Set([procedure.key, `${procedure.key}${procedure.sigil ?? ""}`]);
  if (procedure.parameters.some(({ name }) => keys.has(name.key))) return undefined;
  let found: Identifier | undefined;
  walkBlock(procedure.body, {
    statement(statement) {
      if (statement.kind !== "assignment" || statement.target.kind !== "name") return;
      if (keys.has(statement.target.name.key)) found ??= statement.target.name;
    },
  });
  return found;
}

function collectNames(body: Block, scope: Scope): void {
  walkBlock(body, { statement: (statement) => collectStatement(statement, scope) });
}

function collectStatement(statement: Statement, scope: Scope): void {
  reserveJumpSlots(statement, scope);
  if (statement.kind === "with") scope.reserve(statement.subject.key);
  if (statement.kind === "const") {
    for (const { name } of statement.constants) scope.declareConstant(name);
  }
  if (statement.kind === "dim") {
    for (const { name, isList } of statement.variables) if (isList) scope.dim(name);
  }
  for (const name of setNames(statement)) scope.assign(name);
}

/** Reports SUBs and FUNCTIONs of one name, and parameters of one name, each with both places. */
export function checkHeaders(
  file: SourceFile,
  procedures: readonly Procedure[],
  report: Report,
): void {
  const seen = new Map<string, RelatedPlace>();
  for (const { key, displayName, nameSpan, parameters } of procedures) {
    const first = seen.get(key);
    if (first !== undefined) {
      report(nameMessages.duplicateProcedure(displayName), nameSpan, { related: [first] });
    } else {
      seen.set(key, { file, span: nameSpan, message: nameMessages.earlier(displayName) });
    }
    checkParameters(
      file,
      parameters.map(({ name }) => name),
      report,
    );
  }
}

function checkParameters(file: SourceFile, names: readonly Identifier[], report: Report): void {
  const seen = new Map<string, RelatedPlace>();
  for (const name of names) {
    const first = seen.get(name.key);
    if (first !== undefined) {
      report(nameMessages.duplicateParameter(name.text), name, { related: [first] });
    } else seen.set(name.key, { file, span: name, message: nameMessages.earlier(name.text) });
  }
}
