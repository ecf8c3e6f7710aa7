import type {
  BlockStatement,
  AssignmentTarget,
  Block,
  CaseTest,
  Expression,
  Phrase,
  Statement,
  WithStatement,
} from "../syntax/ast.ts";

/** What a walk calls for each node, before the nodes inside it; a callback left out is skipped. */
export interface Visitor {
  readonly statement?: (statement: Statement) => void;
  /** Expressions that are read. The name that an assignment sets is none of them. */
  readonly expression?: (expression: Expression) => void;
}

/** Visits every statement and expression of a block, in the order of the source. */
export function walkBlock(block: Block, visitor: Visitor): void {
  for (const statement of block) walkStatement(statement, visitor);
}

/** Visits an expression and all expressions inside it; the commonest kinds without a list of parts. */
function walkExpression(expression: Expression, visitor: Visitor): void {
  visitor.expression?.(expression);
  switch (expression.kind) {
    case "literal":
    case "name":
      return;
    case "binary":
      walkExpression(expression.left, visitor);
      walkExpression(expression.right, visitor);
      return;
    case "member":
      walkExpression(expression.target, visitor);
      return;
    default:
      for (const child of childExpressions(expression)) walkExpression(child, visitor);
  }
}

function walkStatement(statement: Statement, visitor: Visitor): void {
  visitor.statement?.(statement);
  if (visitor.expression === undefined && !holdsBlocks(statement)) return;
  if (statement.kind === "assignment" && statement.target.kind === "name") {
    walkExpression(statement.value, visitor);
    return;
  }
  for (const part of statementParts(statement)) {
    if (!("kind" in part)) walkBlock(part, visitor);
    else if (visitor.expression !== undefined) walkExpression(part, visitor);
  }
}

const BLOCK_STATEMENTS: ReadonlySet<string> = new Set<BlockStatement["kind"]>([
  "if",
  "for",
  "for-each",
  "while",
  "do",
  "select",
  "with",
  "try",
  "command",
]);

function holdsBlocks({ kind }: Statement): boolean {
  return BLOCK_STATEMENTS.has(kind);
}

/** Returns the blocks directly inside a statement, in the order of the source. */
export function innerBlocks(statement: Statement): readonly Block[] {
  if (!holdsBlocks(statement)) return [];
  return statementParts(statement).flatMap((part) => ("kind" in part ? [] : [part]));
}

/** Returns the expressions directly inside an expression, in the order of the source. */
export function childExpressions(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "literal":
    case "name":
    case "with-subject":
    case "command-value":
    case "broken":
      return [];
    case "template":
      return expression.parts.filter((part) => typeof part !== "string");
    case "member":
      return [expression.target];
    case "index":
      return [expression.target, expression.index];
    case "call":
    case "procedure-call":
      return expression.args;
    case "method":
      return [expression.target, ...expression.args];
    case "phrase":
      return phraseExpressions(expression.phrase);
    case "unary":
    case "null-test":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "conditional":
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case "list":
      return expression.items;
    case "object":
      return expression.members.map((member) => member.value);
  }
}

/** Returns the expressions in the slots of a phrase, in the order of the source. */
function phraseExpressions(phrase: Phrase): readonly Expression[] {
  return [...phrase.slots.values()].flatMap((slot) => {
    if (slot.kind === "expression") return [slot.value];
    return slot.kind === "rest" ? slot.values : [];
  });
}

/** An expression or a block directly inside a statement. */
type Part = Expression | Block;
function statementParts(statement: Statement): readonly Part[] {
  switch (statement.kind) {
    case "assignment":
      return [...targetParts(statement.target), statement.value];
    case "dim":
      return statement.variables.flatMap(({ bounds, value }) => [...bounds, ...optional(value)]);
    case "const":
      return statement.constants.map(({ value }) => value);
    case "return":
      return optional(statement.value);
    case "call-statement":
      return [statement.call];
    case "spawn":
      // The call itself is made later, in a run of its own; only its arguments are read now.
      return [...statement.call.args, ...optional(statement.delay?.amount)];
    case "phrase-statement":
      return phraseExpressions(statement.phrase);
    case "value":
    case "throw":
    case "parameter-default":
      return [statement.value];
    case "param":
      return optional(statement.value);
    case "description":
    case "table":
    case "include":
    case "label":
    case "goto":
    case "gosub":
    case "on-error":
    case "resume":
    case "clear-error":
    case "exit":
    case "continue":
    case "broken":
      return [];
    default:
      return blockStatementParts(statement);
  }
}

function blockStatementParts(statement: BlockStatement): readonly Part[] {
  switch (statement.kind) {
    case "if":
      return [
        ...statement.branches.flatMap(({ condition, body }): Part[] => [condition, body]),
        ...optional(statement.otherwise),
      ];
    case "for":
      return [statement.from, statement.to, ...optional(statement.step), statement.body];
    case "for-each":
      return [statement.list, ...optional(statement.last), statement.body];
    case "while":
      return [statement.condition, statement.body];
    case "do": {
      const { before, after, body } = statement;
      return [...optional(before?.condition), body, ...optional(after?.condition)];
    }
    case "select":
      return [
        statement.subject,
        ...statement.cases.flatMap(({ tests, body }): Part[] => [
          ...tests.flatMap(testParts),
          body,
        ]),
        ...optional(statement.otherwise),
      ];
    case "try":
      return [statement.body, ...optional(statement.handler?.body), ...optional(statement.cleanup)];
    case "command":
      return optional(statement.body);
    case "with":
      return [...withTarget(statement), ...optional(statement.value), statement.body];
  }
}

/** What the block is about is read where it is not set. */
function withTarget({ target, value, setsFields }: WithStatement): readonly Expression[] {
  if (target.kind === "field") return [];
  if (value === undefined && !setsFields) return [target];
  return target.kind === "name" ? [] : childExpressions(target);
}

function optional(part: Part | undefined): readonly Part[] {
  return part === undefined ? [] : [part];
}

function targetParts(target: AssignmentTarget): readonly Expression[] {
  return target.kind === "name" || target.kind === "field" ? [] : childExpressions(target);
}

function testParts(test: CaseTest): Expression[] {
  return test.kind === "range" ? [test.from, test.to] : [test.value];
}
