import type { Span } from "../../source/span.ts";
import type { Block } from "../../syntax/ast.ts";

/** Gives where the lines of a block are; of one without lines, where it would be. */
export function blockSpan(block: Block, otherwise: Span): Span {
  const [first] = block;
  const last = block.at(-1);
  if (first === undefined || last === undefined) return otherwise;
  return { start: first.start, end: last.end };
}
