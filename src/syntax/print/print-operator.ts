import type {
  BinaryExpression,
  ConditionalExpression,
  UnaryExpression,
} from "../ast-expression.ts";
import { ADDITIVE, COMPARISON, NEGATION, precedenceOfOperator, SIGN } from "../operators.ts";
import { atLeast, bracketed, closed, type Print, type Printed } from "./printed.ts";

/** Writes a sign or NOT and its operand. */
export function printUnary({ operator, operand }: UnaryExpression, print: Print): Printed {
  const isNot = operator === "NOT";
  const printed = atLeast(print(operand), isNot ? NEGATION : SIGN + 1);
  return {
    ...printed,
    text: isNot ? `NOT ${printed.text}` : operator + printed.text,
    precedence: isNot ? NEGATION : SIGN,
    words: isNot ? ["NOT", ...printed.words] : printed.words,
  };
}

/** Writes two operands and the operator between them. */
export function printBinary({ operator, left, right }: BinaryExpression, print: Print): Printed {
  const precedence = precedenceOfOperator(operator);
  const before = print(left);
  const swallows =
    (before.takesOperators && precedence >= ADDITIVE) || (before.takesEquals && operator === "=");
  const leftSide = swallows ? bracketed(before) : atLeast(before, precedence);
  const rightSide = atLeast(print(right), precedence + 1);
  const [word = ""] = operator.split(" ");
  const own = /^[A-Z]/.test(word) ? [word] : [];
  return {
    text: `${leftSide.text} ${operator} ${rightSide.text}`,
    precedence,
    words: [...leftSide.words, ...own, ...rightSide.words],
    takesOperators: rightSide.takesOperators,
    takesComma: rightSide.takesComma,
    takesEquals: rightSide.takesEquals,
  };
}

/** Writes `x IS NULL` or `x IS NOT NULL`. */
export function printNullTest(operand: Printed, negated: boolean): Printed {
  const tested = atLeast(operand, COMPARISON);
  return {
    ...closed(`${tested.text} IS ${negated ? "NOT " : ""}NULL`, [...tested.words, "IS"]),
    precedence: COMPARISON,
  };
}

/** Looser than all operators. */
const CONDITIONAL = 0;

/** Writes `condition ? one : other`. */
export function printConditional(expression: ConditionalExpression, print: Print): Printed {
  const condition = atLeast(print(expression.condition), CONDITIONAL + 1);
  const first = print(expression.whenTrue);
  // A phrase that goes on could take `"name": value`, the colon being that of the choice.
  const whenTrue = first.takesComma ? bracketed(first) : first;
  const whenFalse = print(expression.whenFalse);
  return {
    text: `${condition.text} ? ${whenTrue.text} : ${whenFalse.text}`,
    precedence: CONDITIONAL,
    words: [...condition.words, ...whenTrue.words, ...whenFalse.words],
    takesOperators: whenFalse.takesOperators,
    takesComma: whenFalse.takesComma,
    takesEquals: whenFalse.takesEquals,
  };
}
