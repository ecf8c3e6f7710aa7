import type { IToken } from "chevrotain";
import { nameMessages } from "../diagnostics/codes/names.ts";
import { CLOSING_NESTS, OPENING_NESTS } from "./brackets.ts";
import { ClauseParser } from "./clause-parser.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import type { PhraseTries } from "./trie.ts";
import * as words from "./words.ts";
import { writeTokens } from "./written.ts";

/** What compares a value with another ends it. */
const ENDS_ARGUMENT = /^[=<>!]/;

/** Tells of functions whose arguments have no brackets, with the brackets put in. */
export abstract class BareFunctionParser extends ClauseParser {
  protected readonly tries: PhraseTries;

  constructor(tries: PhraseTries) {
    super();
    this.tries = tries;
  }

  /** `LEN "abc"`: a function of the library whose arguments have no brackets. */
  protected failBareFunction(token: IToken): void {
    const name = wordOf(token);
    const most = this.tries.functionNames.get(name.replace(/\$$/, ""));
    if (most === undefined || most === 0 || !this.canStartOperand(1)) return;
    const args = writeTokens(this.#bareArguments(most), this.source);
    this.fail(nameMessages.bareFunction(token.image, [args]), spanOf(token));
  }

  /** @param most how many values may stand there */
  #bareArguments(most: number): IToken[] {
    const read: IToken[] = [];
    let depth = 0;
    let left = most;
    for (let ahead = 1; !this.atStatementEnd(ahead) && !this.isStop(ahead); ahead++) {
      const token = this.LA(ahead);
      if (OPENING_NESTS.has(token.tokenType)) depth++;
      if (CLOSING_NESTS.has(token.tokenType)) depth--;
      if (depth === 0 && token.tokenType === tokens.Comma) left--;
      const goesOn = ENDS_ARGUMENT.test(token.image) || words.RESERVED_WORDS.has(wordOf(token));
      if (depth < 0 || left === 0 || (depth === 0 && goesOn)) break;
      read.push(token);
    }
    return read;
  }
}
