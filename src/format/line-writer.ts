import type { IToken, TokenType } from "chevrotain";
import { sigilOf } from "../syntax/sigil.ts";
import * as tokens from "../syntax/tokens.ts";
import * as words from "../syntax/words.ts";
import type { SourceLine } from "./source-line.ts";
import { Spacing } from "./spacing.ts";
import { isWord } from "./token-list.ts";
import type { TokenRoles } from "./token-roles.ts";

/** What a line needs to know of its script. */
export interface LineContext {
  readonly roles: TokenRoles;
  /** The type of the token at an offset, as the grammar sees it. */
  readonly typeAt: (offset: number) => TokenType | undefined;
  /** What ends a line: `\n` or `\r\n`. */
  readonly lineEnd: string;
}

/**
 * Writes a line in gbasic's style, without its line end.
 * @param level how deep it stands
 */
export function writeLine(line: SourceLine, level: number, context: LineContext): string {
  return new LineWriter(context, "  ".repeat(level)).write(line);
}

class LineWriter {
  readonly #context: LineContext;
  readonly #margin: string;
  readonly #spacing: Spacing;
  #written: string;
  #before: IToken | undefined;

  constructor(context: LineContext, margin: string) {
    this.#context = context;
    this.#margin = margin;
    this.#spacing = new Spacing(context.roles);
    this.#written = margin;
  }

  write({ items, tokens: all }: SourceLine): string {
    for (const item of items) {
      const isFirst = this.#written === this.#margin;
      if (item.kind === "comment") this.#written += (isFirst ? "" : "  ") + writeComment(item.text);
      else if (item.kind === "join") this.#written += isFirst ? "_" : " _";
      else this.#token(item.token, item.token === all.at(-1));
    }
    return this.#written.trimEnd() === "" ? "" : this.#written;
  }

  #token(token: IToken, isLast: boolean): void {
    const before = this.#before;
    this.#before = token;
    if (token.tokenType === tokens.TextBlock) {
      this.#written += this.#textBlock(token);
      return;
    }
    const isBlank = this.#spacing.isBlankBefore(token, before, isLast);
    // The IF of `ELSE IF` is written with its ELSE.
    if (before !== undefined && this.#isElse(before) && this.#isElseIf(before)) return;
    this.#written += (isBlank ? " " : "") + this.#tokenText(token, before);
  }

  #tokenText(token: IToken, before: IToken | undefined): string {
    if (!isWord(token) || this.#isName(token, before)) return token.image;
    if (this.#isElseIf(token)) return "ELSEIF";
    const word = token.image.toUpperCase();
    return word === "ENDIF" ? "END IF" : word;
  }

  #isName({ startOffset, image }: IToken, before: IToken | undefined): boolean {
    const { names } = this.#context.roles;
    if (names.has(startOffset) || sigilOf(image) !== undefined) return true;
    if (before === undefined || names.has(before.startOffset)) return false;
    return this.#typeOf(before) === words.Next;
  }

  #isElse({ image }: IToken): boolean {
    return image.length === "ELSE".length;
  }

  #isElseIf(token: IToken): boolean {
    return this.#typeOf(token) === words.ElseIf;
  }

  #typeOf({ startOffset }: IToken): TokenType | undefined {
    return this.#context.typeAt(startOffset);
  }

  /** The lines of a text block stay as they are; its END stands below its BEGIN. */
  #textBlock({ image }: IToken): string {
    const lastLine = image.lastIndexOf("\n") + 1;
    const end = image.slice(lastLine).trim().toUpperCase().replace(/\s+/g, " ");
    return this.#context.lineEnd + image.slice(1, lastLine) + this.#margin + end;
  }
}

/** A remark's word is one of the language; what it says stays. */
export function writeComment(text: string): string {
  return text.trimEnd().replace(/^rem\b/i, "REM");
}
