import type {
  AssignmentStatement,
  CallStatement,
  Constant,
  ConstStatement,
  ContinueStatement,
  DimStatement,
  ExitStatement,
  Expression,
  FieldTarget,
  ReturnStatement,
  SimpleStatement,
  SpawnStatement,
} from "../ast.ts";
import { printJump } from "./print-jump.ts";
import { printExpression, printTarget, type Procedures } from "./print-expression.ts";
import { printText } from "./print-literal.ts";
import { printDeclared } from "./print-declared.ts";
import { printPhrase } from "./print-phrase.ts";
import { printLooseArguments } from "./print-procedure-call.ts";
import { bracketed, commaSeparated, type Print } from "./printed.ts";

/**
 * Writes a statement that holds no others.
 * @throws Error for one that could not be read
 */
export function printSimpleStatement(statement: SimpleStatement, procedures: Procedures): string {
  return new SimplePrinter(procedures).print(statement);
}

class SimplePrinter {
  readonly #procedures: Procedures;

  constructor(procedures: Procedures) {
    this.#procedures = procedures;
  }

  print(statement: SimpleStatement): string {
    switch (statement.kind) {
      case "assignment":
        return this.#assignment(statement);
      case "parameter-default":
        return `${statement.name.text} = ${this.#initial(statement.value, false)}`;
      case "dim":
      case "const":
        return this.#declared(statement);
      case "include":
        return `INCLUDE ${printText(statement.path.text)}`;
      case "throw":
        return `THROW ${this.#text(statement.value)}`;
      case "label":
      case "goto":
      case "gosub":
      case "on-error":
      case "resume":
      case "clear-error":
        return printJump(statement);
      case "exit":
      case "continue":
      case "return":
        return this.#leave(statement);
      case "call-statement":
        return this.#call(statement);
      case "value":
        return this.#text(statement.value);
      case "spawn":
        return `SPAWN ${this.#callee(statement.call)}${this.#delay(statement)}`;
      case "phrase-statement":
        return printPhrase(statement.phrase, 0, this.#print).text;
      case "param":
      case "description":
      case "table":
        return printDeclared(statement, this.#print);
      case "broken":
        throw new Error("a statement that could not be read has no text");
    }
  }

  readonly #print: Print = (expression) => printExpression(expression, this.#procedures);

  #text(expression: Expression): string {
    return this.#print(expression).text;
  }

  /** Writes an expression that ends with the line. */
  #last(expression: Expression): string {
    if (expression.kind === "command-value") return expression.command.text;
    return this.#text(expression);
  }

  #list(values: readonly Expression[]): string {
    return commaSeparated(values.map(this.#print));
  }

  #assignment({ target, value }: AssignmentStatement): string {
    const written = `${this.#target(target)} = ${this.#last(value)}`;
    const standsAlone = target.kind === "field" || /^(?:\.|(?:TRUE|FALSE|NULL) )/i.test(written);
    return standsAlone ? written : `LET ${written}`;
  }

  #target(target: Expression | FieldTarget): string {
    return target.kind === "field" ? target.name.text : printTarget(target, this.#procedures);
  }

  #declared(statement: DimStatement | ConstStatement): string {
    if (statement.kind === "dim") return this.#dim(statement);
    return `CONST ${this.#constants(statement.constants)}`;
  }

  #dim({ mode, variables }: DimStatement): string {
    const shown = variables.map(({ name, isList, bounds, value }, at) => {
      const variable = isList ? `${name.text}(${this.#list(bounds)})` : name.text;
      const isLast = at === variables.length - 1;
      return value === undefined ? variable : `${variable} = ${this.#initial(value, isLast)}`;
    });
    return `${DIM_WORDS[mode]} ${shown.join(", ")}`;
  }

  #leave(statement: ExitStatement | ContinueStatement | ReturnStatement): string {
    if (statement.kind === "exit") return EXITS[statement.what];
    if (statement.kind === "continue") return "CONTINUE";
    return statement.value === undefined ? "RETURN" : `RETURN ${this.#last(statement.value)}`;
  }

  #constants(constants: readonly Constant[]): string {
    const shown = constants.map(({ name, value }, at) => {
      const isLast = at === constants.length - 1;
      return `${name.text} = ${this.#initial(value, isLast)}`;
    });
    return shown.join(", ");
  }

  /** What a declared name is set to; a comma after it must not become part of it. */
  #initial(value: Expression, isLast: boolean): string {
    const printed = this.#print(value);
    return (isLast || !printed.takesComma ? printed : bracketed(printed)).text;
  }

  #call({ call }: CallStatement): string {
    switch (call.kind) {
      case "call":
        return `CALL ${this.#callee(call)}`;
      case "procedure-call":
        return this.#callee(call);
      case "method":
        return printTarget(call, this.#procedures);
      case "phrase":
        return printPhrase(call.phrase, 0, this.#print).text;
    }
  }

  #delay({ delay }: SpawnStatement): string {
    if (delay === undefined) return "";
    const { amount, unit } = delay;
    const printed = this.#print(amount);
    // A phrase may end in a word, which the unit would be taken for.
    const isShort = amount.kind === "literal" || amount.kind === "name";
    return ` AFTER ${isShort ? printed.text : bracketed(printed).text} ${unit}`;
  }

  /** What CALL and SPAWN name, with its arguments. */
  #callee(call: SpawnStatement["call"]): string {
    if (call.kind === "call") return `${call.name.text}(${this.#list(call.args)})`;
    const name = this.#procedures.get(call.procedure)?.displayName ?? call.procedure;
    const args = printLooseArguments(call.args.map(this.#print), 0);
    return args === "" ? name : `${name} ${args}`;
  }
}

const DIM_WORDS: Readonly<Record<DimStatement["mode"], string>> = {
  dim: "DIM",
  redim: "REDIM",
  preserve: "REDIM PRESERVE",
};
const EXITS: Readonly<Record<ExitStatement["what"], string>> = {
  run: "EXIT",
  for: "EXIT FOR",
  while: "EXIT WHILE",
  do: "EXIT DO",
  loop: "BREAK",
  sub: "EXIT SUB",
  function: "EXIT FUNCTION",
  select: "EXIT SELECT",
};
