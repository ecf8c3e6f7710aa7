import type { IToken, TokenType } from "chevrotain";
import { nameMessages } from "../../diagnostics/codes/names.ts";
import { syntaxMessages } from "../../diagnostics/codes/syntax.ts";
import type { Span } from "../../source/span.ts";
import type { OpenBlock } from "../open-block.ts";
import { makeToken, makeTokenAt, spanOf } from "../token.ts";
import * as tokens from "../tokens.ts";
import * as words from "../words.ts";
import type { BrokenScript } from "./broken-script.ts";
import type { Mend } from "./mend.ts";
import type { EndCandidate, Nesting } from "./nesting.ts";
import { endsStatement } from "./statement-starts.ts";

/** The words that end a block by themselves. */
const END_TOKENS = new Map<string, readonly [type: TokenType, word: string]>([
  ["FOR", [words.Next, "NEXT"]],
  ["WHILE", [words.Wend, "WEND"]],
  ["DO", [words.Loop, "LOOP"]],
]);
const PART_TOKENS: ReadonlyMap<string, TokenType> = new Map([
  ["ELSE", words.Else],
  ["ELSEIF", words.ElseIf],
  ["ELSE IF", words.ElseIf],
  ["CASE", words.Case],
  ["DEFAULT", words.Default],
  ["CATCH", words.Catch],
  ["FINALLY", words.Finally],
]);

/** Collects what is to be mended, with the tokens that were meant and what is said of it. */
export class MendList {
  readonly mends: Mend[] = [];
  readonly #script: BrokenScript;

  constructor(script: BrokenScript) {
    this.#script = script;
  }

  /** Puts the end of a block in place of what was most likely meant as such. */
  end({ block }: Nesting, { from, to, kind }: EndCandidate): void {
    const span = this.#spanOf(from, to);
    const written = this.#script.text.slice(span.start, span.end).replace(/\s+/g, " ");
    const { opening, closing } = block;
    const line = this.#script.lineOf(block.span.start);
    const message = syntaxMessages.wrongBlockEnd({ written, opening, closing, line });
    let end = to;
    // What follows belongs to the word that is wrong here, as the i of NEXT i in a WHILE.
    while (kind === "other-block" && !endsStatement(this.#script.tokens[end])) end++;
    this.mends.push({ from, to: end, tokens: [endToken(block, span)], message, span });
  }

  /** Puts the end that a block lacks before a line. */
  missingEnd({ inner: { block }, before }: NonNullable<Nesting["overtaken"]>): void {
    const { start } = this.#spanOf(before, before + 1);
    const place = `line ${String(this.#script.lineOf(start))}`;
    this.mends.push({
      from: before,
      to: before,
      tokens: [
        endToken(block, { start, end: start }),
        makeTokenAt(tokens.Newline, start, start, ""),
      ],
      message: syntaxMessages.unclosedBlock(block.opening, block.closing, place),
      span: block.span,
    });
  }

  /** Puts the words that begin a block, such as FOR EACH, in place of a misspelt one. */
  opening(at: number, word: string): void {
    const [first, next] = this.#script.tokens.slice(at, at + 2);
    if (first === undefined) return;
    const isSelect = word === "SELECT" && next?.tokenType === words.Case;
    const named = word.split(" ").map((part) => {
      return makeToken(words.RESERVED_WORDS.get(part) ?? tokens.PlainWord, first, first, part);
    });
    this.#unknown(at, 1, named, word === "SELECT" ? "SELECT CASE" : word, isSelect ? 2 : 1);
  }

  /** Puts the word that begins a part of a block, such as ELSEIF, in place of `count` tokens. */
  part(at: number, count: number, word: string): void {
    const [first, last] = [this.#script.tokens[at], this.#script.tokens[at + count - 1]];
    const type = PART_TOKENS.get(word);
    if (first === undefined || last === undefined || type === undefined) return;
    this.#unknown(at, count, [makeToken(type, first, last, word)], word);
  }

  #unknown(
    at: number,
    count: number,
    meant: readonly IToken[],
    proposed: string,
    shown = count,
  ): void {
    const span = this.#spanOf(at, at + shown);
    const written = this.#script.text.slice(span.start, span.end).replace(/\s+/g, " ");
    const message = nameMessages.unknownStatement(written, proposed);
    this.mends.push({ from: at, to: at + count, tokens: meant, message, span });
  }

  #spanOf(from: number, to: number): Span {
    const [first, last] = [this.#script.tokens[from], this.#script.tokens[to - 1]];
    if (first === undefined || last === undefined) throw new Error("a mend is about tokens");
    return { start: spanOf(first).start, end: spanOf(last).end };
  }
}

function endToken({ opening, endWords }: OpenBlock, { start, end }: Span): IToken {
  const other = `END ${endWords[0] ?? ""}`;
  const [type, word] = END_TOKENS.get(opening) ?? [words.EndBlock, other];
  return makeTokenAt(type, start, end, word);
}
