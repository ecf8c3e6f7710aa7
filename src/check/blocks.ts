import type { Block, Statement } from "../syntax/ast.ts";

/** What leaving a block means: EXIT FOR, EXIT SELECT, or what FINALLY forbids. */
export type Enclosing = "for" | "while" | "do" | "select" | "finally";

/** Returns the blocks directly inside a statement, each with what leaving it means, if anything. */
export function blocksOf(
  statement: Statement,
): readonly (readonly [block: Block, inside: Enclosing | undefined])[] {
  switch (statement.kind) {
    case "if":
      return [
        ...statement.branches.map(({ body }) => [body, undefined] as const),
        [statement.otherwise ?? [], undefined],
      ];
    case "select":
      return [
        ...statement.cases.map(({ body }) => [body, "select"] as const),
        [statement.otherwise ?? [], "select"],
      ];
    case "command":
      return [[statement.body ?? [], undefined]];
    case "for":
    case "for-each":
      return [[statement.body, "for"]];
    case "while":
    case "do":
      return [[statement.body, statement.kind]];
    case "with":
      return [[statement.body, undefined]];
    case "try":
      return [
        [statement.body, undefined],
        [statement.handler?.body ?? [], undefined],
        [statement.cleanup ?? [], "finally"],
      ];
    default:
      return [];
  }
}

/** Names a statement that holds blocks in a message. */
export function blockTitle({ kind }: Statement): string {
  return kind === "for-each" ? "FOR EACH" : kind.toUpperCase();
}
