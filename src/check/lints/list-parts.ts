import type { AssignmentTarget, Expression, Identifier, Statement } from "../../syntax/ast.ts";

/** A value that is put into a list or object, and the variable that holds it. */
export interface AddedPart {
  readonly holder: Identifier;
  readonly value: Expression;
}

const APPENDING: ReadonlySet<string> = new Set(["APPEND", "PUSH"]);

/** Lists what a statement puts into a variable's list or object: `LIST[0] = x`, `OBJ.name = x`. */
export function partsSetBy(statement: Statement): readonly AddedPart[] {
  if (statement.kind === "assignment") {
    const holder = holderOf(statement.target);
    return holder === undefined ? [] : [{ holder, value: statement.value }];
  }
  if (statement.kind !== "phrase-statement") return [];
  const { entry, slots } = statement.phrase;
  const [list, items] = [slots.get("list"), slots.get("items")];
  if (!APPENDING.has(entry.title) || list?.kind !== "expression" || items?.kind !== "rest") {
    return [];
  }
  return partsOf(list.value, items.values);
}

/** Lists what an expression appends to a variable's list: `LIST.push(x)`, `APPEND(LIST, x)`. */
export function partsAppendedBy(expression: Expression): readonly AddedPart[] {
  if (expression.kind === "method" && APPENDING.has(expression.method.key)) {
    return partsOf(expression.target, expression.args);
  }
  if (expression.kind === "call" && APPENDING.has(expression.name.key)) {
    const [list, ...items] = expression.args;
    return list === undefined ? [] : partsOf(list, items);
  }
  return [];
}

function partsOf(list: Expression, values: readonly Expression[]): readonly AddedPart[] {
  const holder = rootOf(list);
  return holder === undefined ? [] : values.map((value) => ({ holder, value }));
}

/** The variable whose part is set; undefined where the variable itself is. */
function holderOf(target: AssignmentTarget): Identifier | undefined {
  if (target.kind === "call") return target.name;
  return target.kind === "member" || target.kind === "index" ? rootOf(target.target) : undefined;
}

function rootOf(expression: Expression): Identifier | undefined {
  if (expression.kind === "name") return expression.name;
  const isPart = expression.kind === "member" || expression.kind === "index";
  return isPart ? rootOf(expression.target) : undefined;
}
