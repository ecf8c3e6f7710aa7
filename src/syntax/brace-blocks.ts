import type { IToken, TokenType } from "chevrotain";
import { isOperandPosition } from "./line-ends.ts";
import { makeTokenAt, spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** The heads that a `{` may end, and what closes their block. */
const CLOSING_WORDS: ReadonlyMap<TokenType, { type: TokenType; word: string }> = new Map([
  [words.If, { type: words.EndBlock, word: "END IF" }],
  [words.ElseIf, { type: words.EndBlock, word: "END IF" }],
  [words.Else, { type: words.EndBlock, word: "END IF" }],
  [words.For, { type: words.Next, word: "NEXT" }],
  [words.Try, { type: words.EndBlock, word: "END TRY" }],
  [words.Catch, { type: words.EndBlock, word: "END TRY" }],
  [words.Finally, { type: words.EndBlock, word: "END TRY" }],
  [words.Sub, { type: words.EndBlock, word: "END SUB" }],
  [words.Function, { type: words.EndBlock, word: "END FUNCTION" }],
  [words.While, { type: words.Wend, word: "WEND" }],
  [words.Do, { type: words.Loop, word: "LOOP" }],
  [words.Switch, { type: words.EndBlock, word: "END SWITCH" }],
]);
const LOOP_TEST = /^(?:WHILE|UNTIL)$/i;
const LOOPS: ReadonlySet<TokenType> = new Set([words.For, words.While, words.Do]);
const BRANCHES: ReadonlySet<TokenType> = new Set([words.If, words.ElseIf]);
/** What goes on with a block after its `}`. */
const PARTS: ReadonlyMap<string, RegExp> = new Map([
  ["END IF", /^ELSE(?:IF)?$/i],
  ["END TRY", /^(?:CATCH|FINALLY)$/i],
]);
/** Heads that may be a word alone, and the words that end others. */
const ALONE: ReadonlySet<TokenType> = new Set([
  words.Else,
  words.Try,
  words.Catch,
  words.Finally,
  words.Do,
  words.Then,
]);

/**
 * Blocks in braces, as in `if a == b { … } else { … }`: the grammar is given the words that BASIC
 * has for them.
 */
export class BraceBlocks {
  readonly #open: TokenType[] = [];
  #head: TokenType | undefined;
  /** The THEN or DO that the head ended with: a `{` further on is no block's. */
  #headEnd: TokenType | undefined;

  /** Takes note of a word of the structure. */
  noteWord(type: TokenType, atStatementStart: boolean): void {
    if (atStatementStart && CLOSING_WORDS.has(type)) {
      this.#head = type;
      this.#headEnd = undefined;
    } else if (type === words.Then || type === words.Do) this.#headEnd = type;
  }

  /**
   * Tells whether a `{` would open the block of what stands before it.
   * @param next the two tokens after the `{`
   */
  mayOpen(last: IToken, next: readonly (IToken | undefined)[]): boolean {
    if (this.#head === undefined) return false;
    if (this.#headEnd !== undefined && last.tokenType !== this.#headEnd) return false;
    // A loop over nothing is not written; the last value of its head may well be an empty object.
    if (LOOPS.has(this.#head) && last.tokenType !== words.Do && next[0]?.image === "}")
      return false;
    return ALONE.has(last.tokenType) || (endsValue(last) && !beginsObject(next));
  }

  /** Takes note that a statement is at its end. */
  noteEnd(): void {
    this.#head = undefined;
  }

  /** True where what is open so far is the head of a SWITCH, which has no braces here. */
  get atSwitch(): boolean {
    return this.#head === words.Switch;
  }

  /**
   * Makes what stands for a `{` that opens a block; undefined where it opens an object.
   * @param last the token before it
   * @param next the two tokens after it
   */
  opening(
    brace: IToken,
    last: IToken | undefined,
    next: readonly (IToken | undefined)[],
  ): readonly IToken[] | undefined {
    const head = this.#head;
    if (head === undefined || brace.image !== "{" || last === undefined) return undefined;
    if (!this.mayOpen(last, next)) return undefined;
    this.#open.push(head);
    this.#head = undefined;
    const { start, end } = spanOf(brace);
    const lineEnd = makeTokenAt(tokens.Newline, end, end, "");
    const needsThen = BRANCHES.has(head) && last.tokenType !== words.Then;
    return needsThen ? [makeTokenAt(words.Then, start, end, "THEN"), lineEnd] : [lineEnd];
  }

  /**
   * Makes what stands for a `}` that closes a block; undefined where none is open.
   * @param next the token after it that is no line end
   * @param tested the token after it on the same line
   */
  closing(
    brace: IToken,
    next: IToken | undefined,
    tested: IToken | undefined,
  ): readonly IToken[] | undefined {
    const closing = CLOSING_WORDS.get(this.#open.pop() ?? tokens.Newline);
    if (closing === undefined) return undefined;
    const { start, end } = spanOf(brace);
    const before = makeTokenAt(tokens.Newline, start, start, "");
    if (PARTS.get(closing.word)?.test(next?.image ?? "") === true) return [before];
    const closed = makeTokenAt(closing.type, start, end, closing.word);
    // `} while x < 3`: the test of a DO belongs to its LOOP.
    if (closing.type === words.Loop && LOOP_TEST.test(tested?.image ?? "")) return [before, closed];
    return [before, closed, makeTokenAt(tokens.Newline, end, end, "")];
  }
}

function endsValue(last: IToken): boolean {
  const type = last.tokenType;
  // In `a ? b : {` an object follows; the colon between statements has ended the head.
  if (CLOSING_WORDS.has(type) || type === words.Not || type === tokens.Colon) return false;
  if (words.CONNECTIVES.has(wordOf(last)) || wordOf(last) === "UNTIL") return false;
  return !isOperandPosition(type) && type.CATEGORIES?.includes(words.InfixOperator) !== true;
}

/** `{ name: …` */
function beginsObject([key, colon]: readonly (IToken | undefined)[]): boolean {
  // `{}.id`, `{}, 2` and `{} AS "x"` go on with an empty object, and no block stands before THEN.
  const isEmpty = key?.image === "}" && colon !== undefined && goesOnBehindValue(colon);
  return isEmpty || (key !== undefined && colon?.tokenType === tokens.Colon);
}

/** What stands behind a value alone, and never begins a statement. */
function goesOnBehindValue({ tokenType, image }: IToken): boolean {
  if (tokenType.CATEGORIES?.includes(words.InfixOperator) === true) return true;
  return BEHIND_VALUES.has(tokenType) || /^(?:THEN|AS)$/i.test(image);
}

const BEHIND_VALUES: ReadonlySet<TokenType> = new Set([
  ...[tokens.Dot, tokens.OptionalDot, tokens.Comma, tokens.RightParenthesis],
]);
