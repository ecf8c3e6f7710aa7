import type {
  CallExpression,
  Expression,
  Identifier,
  LiteralExpression,
  MethodExpression,
  ObjectExpression,
  Procedure,
  TemplateExpression,
} from "../ast.ts";
import { ADDITIVE, SIGN } from "../operators.ts";
import { ARGUMENT_SEPARATORS, NEVER_OPERANDS, RESERVED_WORDS } from "../words.ts";
import { escapeText, printInterpolation, printNumber, printText } from "./print-literal.ts";
import { printBinary, printConditional, printNullTest, printUnary } from "./print-operator.ts";
import { printPhrase } from "./print-phrase.ts";
import { printProcedureCall } from "./print-procedure-call.ts";
import {
  atLeast,
  bracketed,
  closed,
  commaSeparated,
  PRIMARY,
  type Print,
  type Printed,
} from "./printed.ts";

/** The procedures of a script by their key, which decide how their calls are read. */
export type Procedures = ReadonlyMap<string, Procedure>;

/**
 * Writes an expression in one line, with the brackets that it needs.
 * @throws Error for a part that could not be read, which no text stands for
 */
export function printExpression(expression: Expression, procedures: Procedures): Printed {
  const print: Print = (part) => printExpression(part, procedures);
  switch (expression.kind) {
    case "procedure-call":
      return printProcedureCall(expression, procedures.get(expression.procedure), print);
    case "phrase":
      return printPhrase(expression.phrase, ADDITIVE, print);
    case "unary":
      return printUnary(expression, print);
    case "binary":
      return printBinary(expression, print);
    case "null-test":
      return printNullTest(print(expression.operand), expression.negated);
    case "conditional":
      return printConditional(expression, print);
    default:
      return printOperand(expression, print);
  }
}

type Operator = "procedure-call" | "phrase" | "unary" | "binary" | "null-test" | "conditional";
type Operand = Exclude<Expression, { readonly kind: Operator }>;

function printOperand(expression: Operand, print: Print): Printed {
  const list = (values: readonly Expression[]): string => commaSeparated(values.map(print));
  switch (expression.kind) {
    case "literal":
      return printLiteral(expression);
    case "template":
      return printTemplate(expression, print);
    case "name":
      return printName(expression.name);
    case "member": {
      const { optional, property } = expression;
      return postfix(expression.target, `${optional ? "?." : "."}${property.text}`, print);
    }
    case "index":
      return postfix(expression.target, `[${print(expression.index).text}]`, print);
    case "method":
      return printMethod(expression, print, list);
    case "call":
      return printCall(expression, list);
    case "list":
      return closed(`[${list(expression.items)}]`);
    case "object":
      return printObject(expression, print);
    case "command-value":
      // Nothing tells where it ends, so brackets do.
      return closed(`(${expression.command.text})`);
    case "with-subject":
      // Only what follows it is written: the member's dot.
      return closed("");
    case "broken":
      throw new Error("an expression that could not be read has no text");
  }
}

function printLiteral({ value }: LiteralExpression): Printed {
  if (typeof value === "string") return closed(printText(value));
  if (value === null) return closed("NULL");
  if (typeof value === "boolean") return closed(value ? "TRUE" : "FALSE");
  const text = printNumber(value);
  return text.startsWith("-") ? { ...closed(text), precedence: SIGN } : closed(text);
}

function printTemplate({ parts }: TemplateExpression, print: Print): Printed {
  const inside = parts.map((part) =>
    typeof part === "string" ? escapeText(part) : printInterpolation(print(part)),
  );
  return closed(`"${inside.join("")}"`);
}

/** Words that mean something of their own where a value could stand, unless they are in brackets. */
const RISKY_NAMES: ReadonlySet<string> = new Set([
  ...RESERVED_WORDS.keys(),
  ...ARGUMENT_SEPARATORS,
  ..."ENDIF REM STEP LAST UNTIL EACH".split(" "),
]);

/** Some words are no names inside brackets either, but only before `.` and `[`. */
function isRisky({ key }: Identifier): boolean {
  const type = RESERVED_WORDS.get(key);
  return RISKY_NAMES.has(key) && (type === undefined || !NEVER_OPERANDS.has(type));
}

function printName(name: Identifier): Printed {
  const printed = closed(name.text, [name.key]);
  return isRisky(name) ? bracketed(printed) : printed;
}

/** Writes what a statement begins with, where a name stands bare whatever it is. */
export function printTarget(target: Expression, procedures: Procedures): string {
  const { text } = printExpression(target, procedures);
  const root = rootName(target);
  const inBrackets = root === undefined ? "" : `(${root.text})`;
  return root !== undefined && text.startsWith(inBrackets)
    ? root.text + text.slice(inBrackets.length)
    : text;
}

function rootName(expression: Expression): Identifier | undefined {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "member":
    case "index":
    case "method":
      return rootName(expression.target);
    default:
      return undefined;
  }
}

function postfix(target: Expression, suffix: string, print: Print): Printed {
  const printed = print(target);
  // `1.x` and `TRUE.x` would be hard to read.
  const isValue = target.kind === "literal" && typeof target.value !== "string";
  const { text, words } = isValue ? bracketed(printed) : atLeast(printed, PRIMARY);
  return closed(text + suffix, words);
}

function printMethod(
  { target, method, optional, args }: MethodExpression,
  print: Print,
  list: (values: readonly Expression[]) => string,
): Printed {
  return postfix(target, `${optional ? "?." : "."}${method.text}(${list(args)})`, print);
}

function printCall(
  { name, args }: CallExpression,
  list: (values: readonly Expression[]) => string,
): Printed {
  const call = closed(`${name.text}(${list(args)})`, name.key.split(" "));
  if (name.key.includes(" ")) return bracketed(closed(`CALL ${call.text}`));
  return isRisky(name) ? bracketed(call) : call;
}

function printObject({ members }: ObjectExpression, print: Print): Printed {
  if (members.length === 0) return closed("{}");
  const texts = members.map(({ key, value }, at) => {
    const printed = print(value);
    const shown = printed.takesComma && at < members.length - 1 ? bracketed(printed) : printed;
    return `${printText(key)}: ${shown.text}`;
  });
  return closed(`{ ${texts.join(", ")} }`);
}
