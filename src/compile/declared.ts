import type { DeclaredStatement } from "../syntax/ast.ts";
import { compileAssignment } from "./assignment.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { inSequence } from "./sequence.ts";

/**
 * Compiles a statement that only says something of the script. A run passes over it, but nothing
 * gives the variables of a PARAM their values, so they get its DEFAULT.
 */
export function compileDeclared(statement: DeclaredStatement, context: BodyContext): StatementCode {
  if (statement.kind !== "param" || statement.value === undefined) return inSequence([], context);
  const { names, value } = statement;
  const assignments = names.map((name) => {
    const target = { kind: "name", name, start: name.start, end: name.end } as const;
    const span = { start: name.start, end: value.end };
    return compileAssignment({ kind: "assignment", target, value, ...span }, context);
  });
  return inSequence(assignments, context);
}
