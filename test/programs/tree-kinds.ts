import type {
  AssignmentTarget,
  CaseTest,
  Expression,
  Procedure,
  ScriptTree,
  SlotValue,
  Statement,
} from "../../src/syntax/ast.ts";
import { visitNodes } from "../../src/syntax/visit-nodes.ts";

export type Kind = (
  Statement | Expression | AssignmentTarget | CaseTest | SlotValue | Procedure
)["kind"];

/** Every kind of node; the compiler refuses this list where one is missing. */
const KINDS = {
  "call-statement": true,
  "clear-error": true,
  "command-value": true,
  "for-each": true,
  "null-test": true,
  "on-error": true,
  "parameter-default": true,
  "phrase-statement": true,
  "procedure-call": true,
  "with-subject": true,
  assignment: true,
  binary: true,
  broken: true,
  call: true,
  command: true,
  compare: true,
  conditional: true,
  const: true,
  continue: true,
  description: true,
  dim: true,
  do: true,
  equals: true,
  exit: true,
  expression: true,
  field: true,
  for: true,
  function: true,
  gosub: true,
  goto: true,
  if: true,
  include: true,
  index: true,
  label: true,
  list: true,
  literal: true,
  member: true,
  method: true,
  name: true,
  object: true,
  param: true,
  phrase: true,
  range: true,
  rest: true,
  resume: true,
  return: true,
  select: true,
  spawn: true,
  sub: true,
  table: true,
  template: true,
  throw: true,
  try: true,
  unary: true,
  value: true,
  while: true,
  with: true,
  word: true,
} satisfies Readonly<Record<Kind, true>>;

/** Lists the kinds of nodes that none of some trees has. */
export function missingKinds(trees: readonly ScriptTree[]): readonly string[] {
  const found = new Set<unknown>();
  for (const tree of trees) {
    visitNodes(tree, (node) => {
      if ("kind" in node) found.add(node.kind);
    });
  }
  return Object.keys(KINDS).filter((kind) => !found.has(kind));
}
