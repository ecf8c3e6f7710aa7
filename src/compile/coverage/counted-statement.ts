import type { Statement } from "../../syntax/ast.ts";
import type { StatementCode } from "../code.ts";
import type { BodyContext } from "../context.ts";
import { counted } from "./counting.ts";

/** Statements that do nothing when a run comes to them, and what only a header says. */
const IDLE: ReadonlySet<Statement["kind"]> = new Set([
  "label",
  "description",
  "table",
  "broken",
  "parameter-default",
]);

/** Makes a statement count how often it runs, where that is asked for. */
export function countedStatement(
  statement: Statement,
  code: StatementCode,
  { script }: BodyContext,
): StatementCode {
  if (script.coverage === undefined || isIdle(statement)) return code;
  return counted(code, script.coverage.of(script.checked.file).statement(statement));
}

function isIdle(statement: Statement): boolean {
  if (statement.kind === "param") return statement.value === undefined;
  return IDLE.has(statement.kind);
}
