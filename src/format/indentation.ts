import type { IToken, TokenType } from "chevrotain";
import { LeftBrace, LineNumber } from "../syntax/tokens.ts";
import { type BlockSpan, type LineRole, roleOf } from "./blocks.ts";
import type { SourceLine } from "./source-line.ts";
import { closes, opens } from "./token-list.ts";

/**
 * Finds how deep each line of a script stands.
 * @param typeAt the type of the token at an offset, as the grammar sees it
 * @param blocks in the order of their beginnings
 * @returns levels, one for each line; 0 for blank ones
 */
export function indentLines(
  lines: readonly SourceLine[],
  typeAt: (offset: number) => TokenType | undefined,
  blocks: readonly BlockSpan[],
): number[] {
  const indenter = new Indenter(typeAt, blocks);
  const levels = new Array<number>(lines.length).fill(0);
  let comments: number[] = [];
  lines.forEach((line, at) => {
    if (line.items.length === 0) return;
    if (line.tokens.length === 0 && line.items[0]?.kind === "comment") {
      comments.push(at);
      return;
    }
    const place = indenter.place(line);
    levels[at] = place.level;
    for (const comment of comments) levels[comment] = levelOfComment(lines[comment], line, place);
    comments = [];
  });
  return levels;
}

/** Where a line of code stands, and where comments above it may stand. */
interface Place {
  readonly level: number;
  readonly role: LineRole;
  /** The level of what is in the block above the line. */
  readonly inside: number;
}

/** A comment above the next part of a block belongs to it, unless it is written further in. */
function levelOfComment(comment: SourceLine | undefined, line: SourceLine, place: Place): number {
  switch (place.role) {
    case "inside":
      return place.level;
    case "end":
      return place.inside;
    case "part":
    case "case":
      return (comment?.column ?? 0) > line.column ? place.inside : place.level;
  }
}

class Indenter {
  readonly #typeAt: (offset: number) => TokenType | undefined;
  readonly #blocks: readonly BlockSpan[];
  /** The blocks around the line, with the level of the line they begin on. */
  readonly #around: { readonly block: BlockSpan; readonly level: number }[] = [];
  #nextBlock = 0;
  /** The level of the line on which each open bracket stands. */
  readonly #brackets: number[] = [];
  /** The level at which the statement began. */
  #statement = 0;

  constructor(typeAt: (offset: number) => TokenType | undefined, blocks: readonly BlockSpan[]) {
    this.#typeAt = typeAt;
    this.#blocks = blocks;
  }

  place(line: SourceLine): Place {
    const place = line.continues ? this.#placeContinued(line) : this.#placeStatement(line);
    this.#takeBrackets(line.tokens, place.level);
    const last = line.tokens.at(-1);
    if (last !== undefined) this.#enterBlocks(last.startOffset, place.level);
    return place;
  }

  #placeContinued(line: SourceLine): Place {
    const { tokens } = line;
    const inside = (this.#brackets.at(-1) ?? this.#statement) + 1;
    const brace = this.#placeBraced(line);
    if (brace !== undefined) return brace;
    const others = tokens.findIndex((token) => !closes(token));
    const closed = others === -1 ? tokens.length : others;
    const opening = closed === 0 ? undefined : this.#brackets.at(-closed);
    // What is about a closing bracket stands in it.
    if (opening !== undefined) return { level: opening, role: "end", inside };
    return { level: inside, role: "inside", inside };
  }

  /** The `{` of a block on a line of its own, and ELSE below a `}`, stand where the block does. */
  #placeBraced({ tokens: [first] }: SourceLine): Place | undefined {
    const around = this.#around.at(-1);
    if (first === undefined || around === undefined) return undefined;
    const type = this.#typeAt(first.startOffset);
    const opensBlock = first.image === "{" && type !== LeftBrace;
    if (!opensBlock && roleOf(type, around.block) !== "part") return undefined;
    return { level: around.level, role: "part", inside: around.level + 1 };
  }

  #placeStatement({ tokens }: SourceLine): Place {
    const first = tokens[0]?.startOffset ?? 0;
    const isNumbered = this.#typeAt(first) === LineNumber;
    const offset = (isNumbered ? tokens[1]?.startOffset : undefined) ?? first;
    this.#leaveBlocks(offset);
    const around = this.#around.at(-1);
    const role = roleOf(this.#typeAt(offset), around?.block);
    if (around === undefined) {
      this.#statement = 0;
      return { level: 0, role, inside: 0 };
    }
    const inside = around.level + (around.block.isSelect ? 2 : 1);
    const level = role === "inside" ? inside : around.level + (role === "case" ? 1 : 0);
    this.#statement = level;
    return { level, role, inside };
  }

  #takeBrackets(tokens: readonly IToken[], level: number): void {
    for (const token of tokens) {
      if (opens(token)) this.#brackets.push(level);
      else if (closes(token)) this.#brackets.pop();
    }
  }

  #enterBlocks(upTo: number, level: number): void {
    for (;;) {
      const block = this.#blocks[this.#nextBlock];
      if (block === undefined || block.start > upTo) return;
      this.#leaveBlocks(block.start);
      this.#around.push({ block, level });
      this.#nextBlock++;
    }
  }

  #leaveBlocks(offset: number): void {
    while ((this.#around.at(-1)?.block.end ?? Infinity) <= offset) this.#around.pop();
  }
}
