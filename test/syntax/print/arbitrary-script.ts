import fc from "fast-check";
import type { ScriptTree, Statement } from "../../../src/syntax/ast.ts";
import { expression as value, name } from "./arbitrary-expression.ts";
import { phraseOf } from "./arbitrary-phrase.ts";
import { simpleStatement } from "./arbitrary-statement.ts";
import { withStatement } from "./arbitrary-with.ts";
import { NOWHERE } from "./nowhere.ts";
import { PROCEDURES } from "./procedures.ts";
import { unservedHandlers } from "./read-statements.ts";

const COMPARISONS = ["=", "<>", "<", "<=", ">", ">="] as const;

type Statements = fc.Arbitrary<Statement>;

const maybe = fc.option(value, { nil: undefined });
const caseTest = fc.oneof(
  value.map((equal) => ({ kind: "equals" as const, value: equal, ...NOWHERE })),
  fc
    .record({ from: value, to: value })
    .map((parts) => ({ kind: "range" as const, ...parts, ...NOWHERE })),
  fc
    .record({ operator: fc.constantFrom(...COMPARISONS), value })
    .map((parts) => ({ kind: "compare" as const, ...parts, ...NOWHERE })),
);

const { statement } = fc.letrec<{ statement: Statement }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 2, depthIdentifier: "statement" },
    { weight: 3, arbitrary: simpleStatement },
    withStatement,
    ...blocks(tie("statement")),
  ),
}));

function blocks(inner: Statements): Statements[] {
  const body = fc.array(inner, { maxLength: 2 });
  const otherwise = fc.option(body, { nil: undefined });
  const branch = fc.record({ condition: value, body }).map((parts) => ({ ...parts, ...NOWHERE }));
  const test = fc.option(
    fc.record({ until: fc.boolean(), condition: value }).map((parts) => ({ ...parts, ...NOWHERE })),
    { nil: undefined },
  );
  const part = fc
    .record({ tests: fc.array(caseTest, { minLength: 1, maxLength: 2 }), body })
    .map((parts) => ({ ...parts, ...NOWHERE }));
  const handler = fc
    .record({ variable: fc.option(name, { nil: undefined }), body })
    .map((parts) => ({ ...parts, ...NOWHERE }));
  return [
    fc
      .record({ branches: fc.array(branch, { minLength: 1, maxLength: 2 }), otherwise })
      .map((parts) => ({ kind: "if", ...parts, ...NOWHERE })),
    fc
      .record({ variable: name, from: value, to: value, step: maybe, body })
      .map((parts) => ({ kind: "for", ...parts, ...NOWHERE })),
    fc
      .record({
        keyVariable: fc.option(name, { nil: undefined }),
        variable: name,
        list: value,
        last: maybe,
        body,
      })
      .map((parts) => ({ kind: "for-each", ...parts, ...NOWHERE })),
    fc
      .record({ body, handler: fc.option(handler, { nil: undefined }), cleanup: body })
      .map((parts) => ({ kind: "try", ...parts, ...NOWHERE })),
    fc.record({ condition: value, body }).map((parts) => ({ kind: "while", ...parts, ...NOWHERE })),
    fc
      .record({ before: test, after: test, body })
      .map((parts) => ({ kind: "do", ...parts, ...NOWHERE })),
    fc
      .record({ subject: value, cases: fc.array(part, { maxLength: 2 }), otherwise })
      .map((parts) => ({ kind: "select", ...parts, ...NOWHERE })),
  ];
}

/** Any script that some text stands for; it declares `PROCEDURES`. */
export const script: fc.Arbitrary<ScriptTree> = fc
  .record({
    body: fc.array(statement, { maxLength: 3 }),
    inside: fc.array(statement, { maxLength: 2 }),
    handler: phraseOf("declaration", value),
    unserved: fc.subarray([...unservedHandlers]),
  })
  .map(({ body, inside, handler, unserved }) => ({
    body,
    declarations: [{ phrase: handler, body: inside, ...NOWHERE }],
    unserved,
    headless: [],
    procedures: PROCEDURES,
    comments: [],
  }));
