import type { Expression, Statement } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { childExpressions, walkBlock } from "../walk.ts";
import { constantSlot, expressionSlot } from "./outside.ts";

/** Functions whose very use says that a value may be missing. */
const TESTING_FUNCTIONS: ReadonlySet<string> = new Set(
  "NVL IFNULL COALESCE IIF ISNULL ISEMPTY IS_NULL IS_EMPTY ISNUMERIC IS_NUMERIC LEN".split(" "),
);
const TESTING_OPERATORS: ReadonlySet<string> = new Set(
  "= <> < <= > >= LIKE IN CONTAINS AND OR XOR ??".split(" ").concat("STARTS WITH", "ENDS WITH"),
);

/** What the conditions of a body look at: names and members, each with the first place. */
export class Tests {
  readonly #first = new Map<string, number>();

  constructor({ block }: CheckedBody) {
    walkBlock(block, {
      statement: (statement) => {
        for (const condition of conditionsOf(statement)) this.#note(condition);
      },
      expression: (expression) => {
        if (isTest(expression)) for (const part of childExpressions(expression)) this.#note(part);
      },
    });
  }

  /** Tells whether a condition above a value looks at it, or at what it is a member of. */
  isTested(value: Expression): boolean {
    const path = pathOf(value);
    if (path === undefined) return false;
    const containers = [...path.matchAll(/(?<=.)(?=[.[])|$/gu)].map(({ index }) =>
      path.slice(0, index),
    );
    return containers.some((container) => (this.#first.get(container) ?? Infinity) < value.start);
  }

  #note(condition: Expression): void {
    const path = pathOf(condition);
    if (path === undefined) for (const part of childExpressions(condition)) this.#note(part);
    else this.#first.set(path, Math.min(condition.start, this.#first.get(path) ?? Infinity));
  }
}

/** Writes a name, a member or `GET JSON PATH name, "path"` so that equal places look the same. */
function pathOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "name":
      return expression.name.key;
    case "member":
      return joined(expression.target, `.${expression.property.key}`);
    case "index": {
      const { index } = expression;
      return index.kind === "literal"
        ? joined(expression.target, `[${String(index.value)}]`)
        : undefined;
    }
    case "phrase": {
      const { phrase } = expression;
      const [object, path] = [expressionSlot(phrase, "object"), constantSlot(phrase, "path")];
      if (phrase.entry.title !== "GET JSON PATH" || object === undefined) return undefined;
      return path === undefined ? undefined : joined(object, `.${path.toUpperCase()}`);
    }
    default:
      return undefined;
  }
}

function joined(target: Expression, member: string): string | undefined {
  const path = pathOf(target);
  return path === undefined ? undefined : path + member;
}

function conditionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case "if":
      return statement.branches.map(({ condition }) => condition);
    case "while":
      return [statement.condition];
    case "do":
      return [statement.before, statement.after].flatMap((test) => test?.condition ?? []);
    case "select":
      return [statement.subject];
    default:
      return [];
  }
}

function isTest(expression: Expression): boolean {
  switch (expression.kind) {
    case "null-test":
      return true;
    case "conditional":
      return true;
    case "unary":
      return expression.operator === "NOT";
    case "binary":
      return TESTING_OPERATORS.has(expression.operator);
    case "call":
      return TESTING_FUNCTIONS.has(expression.name.key.replace(/\$$/u, ""));
    case "method":
      return TESTING_FUNCTIONS.has(expression.method.key);
    default:
      return false;
  }
}
