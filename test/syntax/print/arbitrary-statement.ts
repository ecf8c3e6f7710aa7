import fc from "fast-check";
import type { Statement } from "../../../src/syntax/ast.ts";
import { expression, name } from "./arbitrary-expression.ts";
import { phraseOf } from "./arbitrary-phrase.ts";
import { identifier, NOWHERE } from "./nowhere.ts";
import { PROCEDURES } from "./procedures.ts";
import { writtenStatements } from "./read-statements.ts";

const EXITS = ["run", "for", "while", "do", "loop", "sub", "function", "select"] as const;

const value = expression;
const maybe = fc.option(value, { nil: undefined });
const args = fc.array(value, { maxLength: 3 });
const target = fc.oneof(
  name.map((read) => ({ kind: "name" as const, name: read, ...NOWHERE })),
  fc.tuple(name, value).map(([list, index]) => ({
    kind: "index" as const,
    target: { kind: "name" as const, name: list, ...NOWHERE },
    index,
    ...NOWHERE,
  })),
  fc.array(value, { minLength: 1, maxLength: 2 }).map((indexes) => ({
    kind: "call" as const,
    name: identifier("Items"),
    args: indexes,
    ...NOWHERE,
  })),
);
const procedureCall = fc
  .record({ procedure: fc.constantFrom(...PROCEDURES.map(({ key }) => key)), args })
  .map((parts) => ({ kind: "procedure-call" as const, ...parts, ...NOWHERE }));
const call = fc
  .record({ name: fc.constantFrom("Append", "DO A THING").map(identifier), args })
  .map((parts) => ({ kind: "call" as const, ...parts, ...NOWHERE }));
// A number below 0 is a mistake there, and a sign before a number is read as a part of it.
const wait = value.filter(
  (one) => one.kind !== "unary" && (one.kind !== "literal" || !(Number(one.value) < 0)),
);
const delay = fc
  .record({ amount: wait, unit: fc.constantFrom("SECONDS", "MINUTES", "HOURS", "DAYS") })
  .map((parts) => ({ ...parts, ...NOWHERE }));
const method = fc
  .record({ list: name, args, optional: fc.boolean() })
  .map(({ list, ...parts }) => ({
    kind: "method" as const,
    target: { kind: "name" as const, name: list, ...NOWHERE },
    method: identifier("push"),
    ...parts,
    ...NOWHERE,
  }));

const label = fc.constantFrom("Retry", "done_1", "loop", "10", "200").map(identifier);
const jumps: readonly fc.Arbitrary<Statement>[] = [
  label.map((named) => ({ kind: "label", label: named, ...NOWHERE })),
  fc
    .record({ kind: fc.constantFrom("goto", "gosub"), label })
    .map((parts) => ({ ...parts, ...NOWHERE })),
  label.map((named) => ({ kind: "on-error", action: "goto", label: named, ...NOWHERE })),
  fc.constantFrom<Statement>(
    { kind: "on-error", action: "off", label: identifier("0"), ...NOWHERE },
    { kind: "on-error", action: "resume-next", label: undefined, ...NOWHERE },
    { kind: "resume", where: "same", label: undefined, ...NOWHERE },
    { kind: "resume", where: "next", label: undefined, ...NOWHERE },
    { kind: "clear-error", ...NOWHERE },
  ),
  label.map((named) => ({ kind: "resume", where: "label", label: named, ...NOWHERE })),
];

/** Statements that hold no others. */
const kinds: readonly fc.Arbitrary<Statement>[] = [
  fc.record({ target, value }).map((parts) => ({ kind: "assignment", ...parts, ...NOWHERE })),
  fc
    .array(
      fc
        .record({
          name,
          isList: fc.boolean(),
          bounds: fc.array(value, { maxLength: 2 }),
          value: fc.option(value, { nil: undefined }),
        })
        .map(({ isList, bounds, ...parts }) => ({
          ...parts,
          isList,
          bounds: isList ? bounds : [],
          ...NOWHERE,
        })),
      { minLength: 1, maxLength: 2 },
    )
    .chain((variables) =>
      fc
        .constantFrom("dim" as const, "redim" as const, "preserve" as const)
        .map((mode) => ({ kind: "dim" as const, mode, variables, ...NOWHERE })),
    ),
  fc
    .array(
      fc.record({ name, value }).map((parts) => ({ ...parts, ...NOWHERE })),
      { minLength: 1, maxLength: 2 },
    )
    .map((constants) => ({ kind: "const", constants, ...NOWHERE })),
  fc.string({ maxLength: 3 }).map((path) => ({
    kind: "include",
    path: { text: path, ...NOWHERE },
    ...NOWHERE,
  })),
  value.map((thrown) => ({ kind: "throw", value: thrown, ...NOWHERE })),
  ...jumps,
  fc.constantFrom(...EXITS).map((what) => ({ kind: "exit", what, ...NOWHERE })),
  fc.constant({ kind: "continue", ...NOWHERE }),
  maybe.map((returned) => ({ kind: "return", value: returned, ...NOWHERE })),
  fc
    .oneof(
      procedureCall,
      call,
      method,
      phraseOf("function", value).map((phrase) => ({
        kind: "phrase" as const,
        phrase,
        ...NOWHERE,
      })),
    )
    .map((called) => ({ kind: "call-statement", call: called, ...NOWHERE })),
  fc
    .tuple(fc.oneof(procedureCall, call), fc.option(delay, { nil: undefined }))
    .map(([called, waits]) => ({ kind: "spawn", call: called, delay: waits, ...NOWHERE })),
  phraseOf("statement", value).map((phrase) => ({
    kind: "phrase-statement",
    phrase,
    ...NOWHERE,
  })),
  fc.constantFrom(...writtenStatements),
];

export const simpleStatement = fc.oneof(...kinds);
