import fc from "fast-check";
import type { Expression, Statement } from "../../../src/syntax/ast.ts";
import { printExpression } from "../../../src/syntax/print/print-expression.ts";
import { expression, name } from "./arbitrary-expression.ts";
import { NOWHERE } from "./nowhere.ts";

const members = fc.array(fc.tuple(name, expression), { minLength: 1, maxLength: 2 });
// A line that begins with `WITH SUBJECT` goes on with a SEND MAIL above it.
const variable = name.filter(({ key }) => key !== "SUBJECT" && key !== "BODY");
const subject = fc.uuid().map((key) => ({ key, ...NOWHERE }));

function isNoClause(target: Expression): boolean {
  return !/^(?:subject|body|cc|bcc|html|attach)/i.test(printExpression(target, new Map()).text);
}

/** WITH blocks whose lines begin with a dot. */
const withDots: fc.Arbitrary<Statement> = fc
  .record({ subject, target: expression.filter(isNoClause), members })
  .map(({ subject: about, target, members: set }) => ({
    kind: "with",
    target,
    value: undefined,
    setsFields: false,
    subject: about,
    body: set.map(([property, value]) => ({
      kind: "assignment",
      target: {
        kind: "member",
        target: { kind: "with-subject", subject: about, ...NOWHERE },
        property,
        optional: false,
        ...NOWHERE,
      },
      value,
      ...NOWHERE,
    })),
    ...NOWHERE,
  }));

/** WITH blocks that make an object of `name = value`. */
const withFields: fc.Arbitrary<Statement> = fc
  .record({ subject, target: variable, value: fc.option(expression, { nil: undefined }), members })
  .map(({ subject: about, target, value, members: set }) => ({
    kind: "with",
    target: { kind: "name", name: target, ...NOWHERE },
    value,
    setsFields: true,
    subject: about,
    body: set.map(([field, filled]) => ({
      kind: "assignment",
      target: { kind: "field", subject: about, name: field, ...NOWHERE },
      value: filled,
      ...NOWHERE,
    })),
    ...NOWHERE,
  }));

export const withStatement = fc.oneof(withDots, withFields);
