import type { CaseTest, Expression } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";
import { nameOf, type NamedText, statedText } from "./named-texts.ts";
import { Origins } from "./origins.ts";
import { functionUse } from "./passed-arguments.ts";

/** What Meta calls the token of its handshake; a script may read it by a name with `_`. */
const TOKEN = /^hub[._]verify[._]token$/iu;

/** Functions of which the result is still the token, more or less. */
const KEEPING: ReadonlySet<string> = new Set("TRIM LTRIM RTRIM NVL COALESCE STR".split(" "));

/** How many variables and functions are followed; a variable may be set to itself. */
const MOST_FOLLOWED = 8;

/**
 * Lists the texts that the verify token of a request is compared with, whatever the variables are
 * called that hold the two.
 */
export function verifyTokensOf(linted: LintedScript): readonly NamedText[] {
  // Most scripts leave the handshake to gbasic.
  if (!/verify[._]token/iu.test(linted.script.file.text)) return [];
  const search = new Search(linted);
  return linted.bodies.flatMap((body) => search.in(body));
}

class Search {
  readonly #linted: LintedScript;
  readonly #origins: Origins;

  constructor(linted: LintedScript) {
    this.#linted = linted;
    this.#origins = new Origins(linted);
  }

  in(body: CheckedBody): readonly NamedText[] {
    const found: NamedText[] = [];
    const compare = (left: Expression | undefined, right: Expression | undefined) => {
      if (left === undefined || right === undefined) return;
      if (this.#isToken(left, body)) found.push(...this.#textsOf(right, body));
      if (this.#isToken(right, body)) found.push(...this.#textsOf(left, body));
    };
    walkBlock(body.block, {
      statement(statement) {
        if (statement.kind !== "select") return;
        for (const test of statement.cases.flatMap(({ tests }) => tests)) {
          compare(statement.subject, equalTo(test));
        }
      },
      expression: (expression) => {
        if (expression.kind === "binary" && /^(?:=|<>)$/u.test(expression.operator)) {
          compare(expression.left, expression.right);
          return;
        }
        const use = functionUse(this.#linted.script.names, body.scope, expression);
        if (use?.entry.name === "STRCOMP") compare(use.args[0], use.args[1]);
      },
    });
    return found;
  }

  #isToken(expression: Expression, body: CheckedBody, depth = MOST_FOLLOWED): boolean {
    if (TOKEN.test(nameOf(expression) ?? "")) return true;
    if (depth === 0) return false;
    if (expression.kind === "name") {
      const origin = this.#origins.only(body, expression.name);
      return origin !== undefined && this.#isToken(origin.expression, origin.body, depth - 1);
    }
    const use = functionUse(this.#linted.script.names, body.scope, expression);
    const [first] = use?.args ?? [];
    if (use === undefined || first === undefined || !KEEPING.has(use.entry.name)) return false;
    return this.#isToken(first, body, depth - 1);
  }

  /** The texts that an expression always or sometimes is; where a variable holds them, they are told of there. */
  #textsOf(expression: Expression, body: CheckedBody): readonly NamedText[] {
    const origins =
      expression.kind === "name" ? (this.#origins.of(body, expression.name) ?? []) : [];
    const values = origins.flatMap((one) => (one.kind === "value" ? [one.expression] : []));
    return [expression, ...values].flatMap((one) => {
      const value = statedText(one);
      const { start, end } = one;
      return value === undefined ? [] : [{ name: "hub.verify_token", value, start, end }];
    });
  }
}

function equalTo(test: CaseTest): Expression | undefined {
  if (test.kind === "equals") return test.value;
  return test.kind === "compare" && /^(?:=|<>)$/u.test(test.operator) ? test.value : undefined;
}
