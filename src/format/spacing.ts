import type { IToken, TokenType } from "chevrotain";
import * as tokens from "../syntax/tokens.ts";
import * as words from "../syntax/words.ts";
import { closes, endOf, isWord, opens } from "./token-list.ts";
import type { TokenRoles } from "./token-roles.ts";

const SIGNS: ReadonlySet<TokenType> = new Set([tokens.Minus, tokens.Plus, tokens.Exclamation]);
const ACCESS: ReadonlySet<TokenType> = new Set([tokens.Dot, tokens.OptionalDot]);
/** A `:` after one of these belongs to it: `CASE 1: PRINT`. */
const PART_HEADS: ReadonlySet<TokenType> = new Set([words.Case, words.Default, words.Else]);

const VALUES: ReadonlySet<TokenType> = new Set([
  tokens.NumberLiteral,
  tokens.Quoted,
  tokens.TextLiteral,
]);

/** Decides where blanks stand between the tokens of one line. */
export class Spacing {
  readonly #roles: TokenRoles;
  /** The first token of the statement, and how many of its tokens have been met. */
  #first: IToken | undefined;
  #count = 0;

  constructor(roles: TokenRoles) {
    this.#roles = roles;
  }

  /**
   * Tells whether a blank stands before a token; to be asked for each token in turn.
   * @param before the token before it on the line
   * @param isLast true where the line ends after it
   */
  isBlankBefore(token: IToken, before: IToken | undefined, isLast: boolean): boolean {
    if (before === undefined || this.#endsStatement(before)) {
      this.#first = token;
      this.#count = 0;
    }
    this.#count++;
    if (before === undefined) return false;
    if (token.tokenType === tokens.Colon) return this.#isBlankBeforeColon(token, before, isLast);
    return this.#isBlankBetween(before, token);
  }

  #isBlankBetween(before: IToken, token: IToken): boolean {
    const type = token.tokenType;
    const beforeType = before.tokenType;
    if (this.#isUnread(token)) return !touches(before, token);
    if (type === tokens.Comma || type === tokens.Semicolon) return false;
    if (type === tokens.StepSign) return false;
    if (type === tokens.RightBrace) return beforeType !== tokens.LeftBrace;
    if (beforeType === tokens.LeftBrace) return true;
    if (closes(token) || opens(before)) return false;
    if (beforeType === tokens.Comma || beforeType === tokens.Semicolon) return true;
    if (ACCESS.has(beforeType) || this.#isSign(before)) return false;
    // A member and an index touch what they are of; a list and a member of WITH do not.
    if (ACCESS.has(type) || type === tokens.LeftBracket) {
      return !(touches(before, token) && endsValue(before));
    }
    return type !== tokens.LeftParenthesis || !this.#roles.calls.has(token.startOffset);
  }

  #isBlankBeforeColon(colon: IToken, before: IToken, isLast: boolean): boolean {
    const { members, choices } = this.#roles;
    if (members.has(colon.startOffset)) return false;
    if (choices.has(colon.startOffset)) return true;
    if (this.#first !== undefined && PART_HEADS.has(this.#first.tokenType)) return false;
    // A word and a colon may be a label, which is one only where they touch.
    const mayBeLabel = this.#count === 2 && before.tokenType === tokens.PlainWord;
    return mayBeLabel || this.#isUnread(colon) ? !touches(before, colon) : !isLast;
  }

  #endsStatement({ tokenType, startOffset }: IToken): boolean {
    if (tokenType !== tokens.Colon) return tokenType === tokens.Semicolon;
    return !this.#roles.members.has(startOffset) && !this.#roles.choices.has(startOffset);
  }

  #isSign({ tokenType, startOffset }: IToken): boolean {
    return SIGNS.has(tokenType) && !this.#roles.infix.has(startOffset);
  }

  #isUnread({ startOffset }: IToken): boolean {
    return this.#roles.unread.has(startOffset);
  }
}

function touches(before: IToken, token: IToken): boolean {
  return endOf(before) === token.startOffset;
}

function endsValue(token: IToken): boolean {
  return isWord(token) || closes(token) || VALUES.has(token.tokenType);
}
