import type { Identifier, Statement, WithStatement } from "../syntax/ast.ts";
import { walkBlock } from "./walk.ts";

/** Lists the variables that a statement itself sets, apart from CONST and from what is inside it. */
export function setNames(statement: Statement): readonly Identifier[] {
  switch (statement.kind) {
    case "assignment":
      return statement.target.kind === "name" ? [statement.target.name] : [];
    case "for":
      return [statement.variable];
    case "for-each":
      return statement.keyVariable === undefined
        ? [statement.variable]
        : [statement.keyVariable, statement.variable];
    case "try":
      return statement.handler?.variable === undefined ? [] : [statement.handler.variable];
    case "with":
      return statement.target.kind === "name" && setsTarget(statement)
        ? [statement.target.name]
        : [];
    case "param":
      return statement.names;
    case "command":
      return statement.command.sets;
    case "dim":
      return statement.variables.map(({ name }) => name);
    default:
      return [];
  }
}

/** `.name = value` makes an object of a variable that holds nothing. */
function setsTarget({ value, setsFields, subject, body }: WithStatement): boolean {
  let sets = setsFields || value !== undefined;
  walkBlock(body, {
    statement(statement) {
      if (statement.kind !== "assignment" || statement.target.kind !== "member") return;
      const { target } = statement.target;
      sets ||= target.kind === "with-subject" && target.subject.key === subject.key;
    },
  });
  return sets;
}
