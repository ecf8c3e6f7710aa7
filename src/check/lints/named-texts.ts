import type { Expression, Statement } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import { calledProcedure } from "../resolve.ts";
import type { Scope } from "../scope.ts";
import type { CheckedBody, FileNames } from "../script.ts";
import { childExpressions, type Visitor, walkBlock } from "../walk.ts";
import { constantSlot, expressionSlot } from "./outside.ts";
import { functionUse, passedArguments } from "./passed-arguments.ts";

/** A text that a script states, with what it goes by there. */
export interface NamedText {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Lists the texts that are assigned to a name, compared with it, or given as a key, a header or an
 * argument, also where they are one of several: `NVL(X$, "text")`.
 */
export function namedTextsOf(linted: LintedScript, body: CheckedBody): readonly NamedText[] {
  const collector = new Collector(linted.script.names, body.scope);
  walkBlock(body.block, collector);
  return collector.found;
}

const CHOOSING: ReadonlySet<string> = new Set(["NVL", "COALESCE", "IIF"]);

class Collector implements Visitor {
  readonly found: NamedText[] = [];
  readonly #names: FileNames;
  readonly #scope: Scope;

  constructor(names: FileNames, scope: Scope) {
    this.#names = names;
    this.#scope = scope;
  }

  readonly statement = (statement: Statement): void => {
    addStatement(statement, this.#add);
    if (statement.kind === "spawn") this.#addArguments(statement.call);
  };

  readonly expression = (expression: Expression): void => {
    addExpression(expression, this.#add);
    this.#addArguments(expression);
    if (expression.kind === "call") this.#addKeys(expression);
  };

  readonly #add = (name: string | undefined, value: Expression | undefined): void => {
    if (name === undefined || value === undefined) return;
    this.found.push(...this.#textsIn(value).map((text) => ({ name, ...text })));
  };

  /** What a text is passed to may say more than the text: `LOGIN "ana", "rosebud7"`. */
  #addArguments(expression: Expression): void {
    const procedure = calledProcedure(this.#names, this.#scope, expression);
    const args = "args" in expression ? expression.args : [];
    for (const [at, { name }] of procedure?.parameters.entries() ?? []) {
      this.#add(name.text, args[at]);
    }
  }

  /** The key of a signature is a secret by its place. */
  #addKeys(call: Expression): void {
    const use = functionUse(this.#names, this.#scope, call);
    for (const [at, { name }] of use?.entry.parameters.entries() ?? []) {
      if (name === "key") this.#add("SECRET", use?.args[at]);
    }
  }

  #textsIn(value: Expression): readonly Omit<NamedText, "name">[] {
    const { start, end } = value;
    const whole = statedText(value);
    if (whole !== undefined) return [{ value: whole, start, end }];
    if (value.kind === "conditional") {
      return [value.whenTrue, value.whenFalse].flatMap((one) => this.#textsIn(one));
    }
    const isChoice = value.kind === "binary" && /^(?:OR|AND|\?\?)$/u.test(value.operator);
    const use = functionUse(this.#names, this.#scope, value);
    const chooses = use !== undefined && CHOOSING.has(use.entry.name);
    const choices = isChoice ? childExpressions(value) : chooses ? passedArguments(use) : [];
    return choices.flatMap((one) => this.#textsIn(one));
  }
}

type Add = (name: string | undefined, value: Expression | undefined) => void;

function addStatement(statement: Statement, add: Add): void {
  switch (statement.kind) {
    case "assignment":
      add(targetName(statement), statement.value);
      break;
    case "const":
      for (const { name, value } of statement.constants) add(name.text, value);
      break;
    case "param":
      for (const { text } of statement.names) add(text, statement.value);
      break;
    case "select":
      for (const test of statement.cases.flatMap(({ tests }) => tests)) {
        if (test.kind === "equals") add(nameOf(statement.subject), test.value);
      }
      break;
    case "phrase-statement":
      add(constantSlot(statement.phrase, "name"), expressionSlot(statement.phrase, "value"));
      break;
    default:
      break;
  }
}

function addExpression(expression: Expression, add: Add): void {
  if (expression.kind === "object") {
    for (const { key, value } of expression.members) add(key, value);
  } else if (expression.kind === "binary" && /^(?:=|<>)$/u.test(expression.operator)) {
    add(nameOf(expression.left), expression.right);
    add(nameOf(expression.right), expression.left);
  }
}

/** The text of a literal, or of literals that are joined. */
export function statedText(expression: Expression): string | undefined {
  if (expression.kind === "literal") {
    return typeof expression.value === "string" ? expression.value : undefined;
  }
  if (expression.kind !== "binary" || !/^[+&]$/u.test(expression.operator)) return undefined;
  const [left, right] = [statedText(expression.left), statedText(expression.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

function targetName({ target }: Statement & { kind: "assignment" }): string | undefined {
  if (target.kind === "field" || target.kind === "call") return target.name.text;
  return nameOf(target);
}

/** What an expression is called: a variable, a member, or a value of the request. */
export function nameOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "name":
      return expression.name.text;
    case "member":
      return expression.property.text;
    case "index":
      return expression.index.kind === "literal" ? String(expression.index.value) : undefined;
    case "phrase":
      return constantSlot(expression.phrase, "name") ?? lastOfPath(expression.phrase);
    default:
      return undefined;
  }
}

/** `GET JSON PATH OBJ, "auth.password"` is about a password. */
function lastOfPath(phrase: (Expression & { kind: "phrase" })["phrase"]): string | undefined {
  return /[\w-]+$/u.exec(constantSlot(phrase, "path") ?? "")?.[0];
}
