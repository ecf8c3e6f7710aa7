import type { IToken } from "chevrotain";
import type { WrittenText } from "./ast-declared.ts";
import { spanOf, textOf } from "./token.ts";
import * as tokens from "./tokens.ts";

/**
 * Writes tokens as they stand in the script, with one blank wherever something is between them and
 * all on one line but for the lines of text blocks.
 * @param source the whole script
 */
export function writeTokens(read: readonly IToken[], source: string): string {
  return new TokenWriter(read, source).write();
}

/** What tokens say: a single text without its quotes, else what is written; undefined for none. */
export function writtenText(read: readonly IToken[], source: string): WrittenText | undefined {
  const [first, last] = [read.at(0), read.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const span = { start: spanOf(first).start, end: spanOf(last).end };
  const isText = first.tokenType === tokens.TextLiteral && read.length === 1;
  return { text: isText ? textOf(first) : writeTokens(read, source), ...span };
}

class TokenWriter {
  readonly #read: readonly IToken[];
  readonly #source: string;
  #at = 0;

  constructor(read: readonly IToken[], source: string) {
    this.#read = read;
    this.#source = source;
  }

  write(): string {
    let text = "";
    let end = this.#read[0]?.startOffset ?? 0;
    for (; this.#at < this.#read.length; this.#at++) {
      const token = this.#read[this.#at];
      if (token === undefined || token.tokenType === tokens.Newline) continue;
      const { start } = spanOf(token);
      const piece = this.#piece(token);
      if (piece === "") continue;
      text += start > end && !/^[\n,]/.test(piece) ? ` ${piece}` : piece;
      end = spanOf(this.#read[this.#at] ?? token).end;
    }
    return text;
  }

  #piece(token: IToken): string {
    switch (token.tokenType) {
      case tokens.TextBlockStart:
        return this.#lines();
      case tokens.TemplateStart:
        return withoutLineBreaks(this.#slice(token, tokens.TemplateEnd));
      case tokens.TextLiteral:
        return withoutLineBreaks(token.image);
      default:
        return token.image;
    }
  }

  /** The lines of a text block without their shared indentation, and the line of its END. */
  #lines(): string {
    let text = "";
    for (this.#at++; this.#at < this.#read.length; this.#at++) {
      const token = this.#read[this.#at];
      if (token === undefined) break;
      if (token.tokenType === tokens.TextBlockEnd) return `${text}\n${textOf(token)}`;
      text += this.#linePiece(token);
    }
    return text;
  }

  #linePiece(token: IToken): string {
    switch (token.tokenType) {
      case tokens.TextLiteral:
        return `\n${textOf(token)}`;
      case tokens.TemplateStart:
        return "\n";
      case tokens.TemplateText:
        return textOf(token);
      case tokens.InterpolationStart:
        return this.#slice(token, tokens.InterpolationEnd);
      default:
        return "";
    }
  }

  /** What is written from a token up to the one that closes it, which is the next to be left. */
  #slice(opening: IToken, closing: IToken["tokenType"]): string {
    let depth = 0;
    for (; this.#at < this.#read.length; this.#at++) {
      const token = this.#read[this.#at];
      if (token?.tokenType === opening.tokenType) depth++;
      else if (token?.tokenType === closing && --depth === 0) {
        return this.#source.slice(opening.startOffset, spanOf(token).end);
      }
    }
    return this.#source.slice(opening.startOffset);
  }
}

/** A text that spans lines, on one line; one in single quotes has no escapes, so it is left alone. */
function withoutLineBreaks(text: string): string {
  return text.startsWith("'") ? text : text.replace(/\r?\n/g, "\\n");
}
