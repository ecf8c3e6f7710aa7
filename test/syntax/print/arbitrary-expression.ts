import fc from "fast-check";
import type { BinaryOperator, Expression } from "../../../src/syntax/ast.ts";
import { phraseOf } from "./arbitrary-phrase.ts";
import { identifier, NOWHERE } from "./nowhere.ts";
import { PROCEDURES } from "./procedures.ts";

const OPERATORS = [
  ...(["^", "*", "/", "\\", "MOD", "+", "-", "&", "=", "<>", "<", "<=", ">", ">="] as const),
  ...(["LIKE", "IN", "CONTAINS", "STARTS WITH", "ENDS WITH", "AND", "OR", "??"] as const),
] satisfies readonly BinaryOperator[];

/** Plain names, names with sigils, and names that mean something where a value could stand. */
const NAMES =
  "a b total name$ count% a! b# élan x_1 TO IN WITH FROM NEXT FOR STEP LAST IF SUBJECT body";

export const name = fc.constantFrom(...NAMES.split(" ")).map(identifier);
const property = fc.constantFrom("id", "From", "next", "to", "TRUE", "a$").map(identifier);
const callee = fc.constantFrom("LEN", "left$", "Total", "NEXT").map(identifier);
const procedure = fc.constantFrom(...PROCEDURES.map(({ key }) => key));
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom('"', "\\", "${x}", "${{x}}", "$", "{", "'", "\r\n", "\\n", "' REM", "//"),
);

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .oneof(fc.constantFrom(null, true, false), fc.double({ noNaN: true }), text)
    .map((value): Expression => ({ kind: "literal", value, ...NOWHERE })),
  name.map((read): Expression => ({ kind: "name", name: read, ...NOWHERE })),
);

/** Any expression that some text stands for. */
export const expression = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: "expression" },
    { weight: 6, arbitrary: leaf },
    ...operations(tie("expression")),
    ...accesses(tie("expression")),
    ...constructions(tie("expression")),
  ),
})).expression;

type Inner = fc.Arbitrary<Expression>;

function operations(inner: Inner): fc.Arbitrary<Expression>[] {
  return [
    fc
      .record({ operator: fc.constantFrom(...OPERATORS), left: inner, right: inner })
      .map((parts) => ({ kind: "binary", operatorSpan: NOWHERE, ...parts, ...NOWHERE })),
    fc.tuple(fc.constantFrom("-", "+", "NOT"), inner).map(([operator, operand]) => {
      // A minus before a number is part of the number.
      const isNumber = operand.kind === "literal" && typeof operand.value === "number";
      return operator === "-" && isNumber
        ? operand
        : { kind: "unary", operator, operand, ...NOWHERE };
    }),
    fc
      .record({ operand: inner, negated: fc.boolean() })
      .map((parts) => ({ kind: "null-test", ...parts, ...NOWHERE })),
    fc
      .record({ condition: inner, whenTrue: inner, whenFalse: inner })
      .map((parts) => ({ kind: "conditional", ...parts, ...NOWHERE })),
  ];
}

function accesses(inner: Inner): fc.Arbitrary<Expression>[] {
  const args = fc.array(inner, { maxLength: 3 });
  return [
    fc
      .record({ target: inner, property, optional: fc.boolean() })
      .map((parts) => ({ kind: "member", ...parts, ...NOWHERE })),
    fc
      .record({ target: inner, index: inner })
      .map((parts) => ({ kind: "index", ...parts, ...NOWHERE })),
    fc
      .record({ target: inner, method: property, args, optional: fc.boolean() })
      .map((parts) => ({ kind: "method", ...parts, ...NOWHERE })),
    fc.record({ name: callee, args }).map((parts) => ({ kind: "call", ...parts, ...NOWHERE })),
    fc
      .record({ procedure, args })
      .map((parts) => ({ kind: "procedure-call", ...parts, ...NOWHERE })),
    phraseOf("function", inner).map((phrase) => ({ kind: "phrase", phrase, ...NOWHERE })),
  ];
}

function constructions(inner: Inner): fc.Arbitrary<Expression>[] {
  // `${…}` has a limit of its length, and finds its end by the quotes of one level.
  const short = inner.filter((part) => {
    const shown = JSON.stringify(part);
    return shown.length < 2000 && !shown.includes('"template"');
  });
  const member = fc.record({ key: text, value: inner }).map((parts) => ({ ...parts, ...NOWHERE }));
  return [
    fc.array(inner, { maxLength: 3 }).map((items) => ({ kind: "list", items, ...NOWHERE })),
    fc.array(member, { maxLength: 3 }).map((members) => ({ kind: "object", members, ...NOWHERE })),
    fc
      .tuple(text, fc.array(fc.tuple(short, text), { minLength: 1, maxLength: 2 }))
      .map(([first, others]) => ({
        kind: "template",
        parts: [first, ...others.flat()],
        ...NOWHERE,
      })),
  ];
}
