import type { TokenType } from "chevrotain";
import type { Span } from "../source/span.ts";
import type { BlockStatement, ScriptTree } from "../syntax/ast.ts";
import { visitNodes } from "../syntax/visit-nodes.ts";
import * as words from "../syntax/words.ts";

/** A statement, procedure or handler that holds statements. */
export interface BlockSpan extends Span {
  /** True where the parts are a level deeper than the whole, as the CASEs of a SELECT are. */
  readonly isSelect: boolean;
}

const BLOCK_KINDS = {
  if: true,
  for: true,
  "for-each": true,
  while: true,
  do: true,
  select: true,
  with: true,
  command: true,
  try: true,
  sub: true,
  function: true,
} as const satisfies Record<BlockStatement["kind"] | "sub" | "function", true>;

/** Returns the blocks of a script in the order of their beginnings, outer ones first. */
export function findBlocks(tree: ScriptTree): BlockSpan[] {
  const blocks: BlockSpan[] = [];
  visitNodes(tree, (node) => {
    const kind = "kind" in node ? String(node.kind) : "";
    const isWholeFile = "wholeFile" in node && node.wholeFile === true;
    const isHandler = "phrase" in node && "body" in node && !isWholeFile;
    const isUnserved = "command" in node && "body" in node && node.body !== undefined;
    if (!isHandler && !isUnserved && kind !== "table" && !Object.hasOwn(BLOCK_KINDS, kind)) return;
    blocks.push({ start: node.start, end: node.end, isSelect: kind === "select" });
  });
  return blocks.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** What a line is to the block around it: inside it, the beginning of a part of it, or its end. */
export type LineRole = "inside" | "part" | "case" | "end";

const ROLES: ReadonlyMap<TokenType, LineRole> = new Map<TokenType, LineRole>([
  [words.Else, "part"],
  [words.ElseIf, "part"],
  [words.Catch, "part"],
  [words.Finally, "part"],
  [words.Case, "case"],
  [words.Default, "case"],
  [words.EndBlock, "end"],
  [words.Next, "end"],
  [words.Wend, "end"],
  [words.Loop, "end"],
]);

/** Tells whether a token begins another part of a block, as ELSE does. */
export function isPart(type: TokenType): boolean {
  return ROLES.get(type) === "part";
}

/** Returns what a line is that begins with a token of this type. */
export function roleOf(first: TokenType | undefined, block: BlockSpan | undefined): LineRole {
  const role = first === undefined ? undefined : ROLES.get(first);
  if (role === undefined || block === undefined) return "inside";
  return role === "case" && !block.isSelect ? "inside" : role;
}
