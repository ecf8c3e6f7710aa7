import type { IToken } from "chevrotain";
import type { Comment } from "../syntax/ast.ts";
import * as tokens from "../syntax/tokens.ts";
import { endOf } from "./token-list.ts";

/** What stands on a line: tokens, a comment, or the `_` that joins it with the next. */
export type LineItem =
  | { readonly kind: "token"; readonly token: IToken }
  | { readonly kind: "comment"; readonly text: string }
  | { readonly kind: "join" };

/** One line of a script; a text that spans lines is a single item of the first of them. */
export interface SourceLine {
  readonly items: readonly LineItem[];
  /** The tokens among the items. */
  readonly tokens: readonly IToken[];
  /** How far its first item is from the margin, as it is written. */
  readonly column: number;
  /** True where the statement of the line before goes on. */
  readonly continues: boolean;
}

/**
 * Cuts a script into its lines.
 * @param raw the tokens as they are written
 * @param ends the offsets of the line ends that end a statement
 */
export function cutLines(
  text: string,
  raw: readonly IToken[],
  comments: readonly Comment[],
  ends: ReadonlySet<number>,
): SourceLine[] {
  const cutter = new LineCutter(text, ends);
  let next = 0;
  for (const token of raw) {
    for (let comment = comments[next]; comment !== undefined; comment = comments[++next]) {
      if (comment.start > token.startOffset) break;
      cutter.comment(comment);
    }
    cutter.token(token);
  }
  for (const comment of comments.slice(next)) cutter.comment(comment);
  return cutter.finish();
}

class LineCutter {
  readonly #text: string;
  readonly #ends: ReadonlySet<number>;
  readonly #lines: SourceLine[] = [];
  #items: LineItem[] = [];
  #tokens: IToken[] = [];
  /** The offset after what was taken last. */
  #at = 0;
  #column = 0;
  /** True from the end of a statement up to the first token of the next one. */
  #ended = true;

  constructor(text: string, ends: ReadonlySet<number>) {
    this.#text = text;
    this.#ends = ends;
  }

  comment({ start, end, text }: Comment): void {
    this.#add({ kind: "comment", text }, start, end);
  }

  token(token: IToken): void {
    if (token.tokenType === tokens.Newline) {
      this.#joins(token.startOffset);
      this.#endLine();
      if (this.#ends.has(token.startOffset)) this.#ended = true;
      this.#at = endOf(token);
      return;
    }
    this.#add({ kind: "token", token }, token.startOffset, endOf(token));
    this.#tokens.push(token);
  }

  finish(): SourceLine[] {
    this.#joins(this.#text.length);
    this.#endLine();
    return this.#lines;
  }

  #add(item: LineItem, start: number, end: number): void {
    this.#joins(start);
    if (this.#items.length === 0) {
      const lineStart = this.#text.lastIndexOf("\n", start - 1) + 1;
      this.#column = widthOf(this.#text.slice(lineStart, start));
    }
    this.#items.push(item);
    this.#at = end;
  }

  /** Takes the `_` of each line end in what lies between the tokens. */
  #joins(until: number): void {
    const between = this.#text.slice(this.#at, until);
    for (let lines = between.split("\n").length - 1; lines > 0; lines--) {
      this.#items.push({ kind: "join" });
      this.#endLine();
    }
    this.#at = until;
  }

  #endLine(): void {
    const continues = !this.#ended;
    if (this.#tokens.length > 0) this.#ended = false;
    const { ...line } = {
      items: this.#items,
      tokens: this.#tokens,
      column: this.#column,
      continues,
    };
    this.#lines.push(line);
    this.#items = [];
    this.#tokens = [];
  }
}

/** A tab goes to the next stop, eight columns apart. */
function widthOf(indentation: string): number {
  let width = 0;
  for (const character of indentation) width += character === "\t" ? 8 - (width % 8) : 1;
  return width;
}
