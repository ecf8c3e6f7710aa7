import type { IToken, TokenType } from "chevrotain";
import { wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** Words after END that close blocks of the language itself. */
const STRUCTURAL: ReadonlySet<string> = new Set(
  "IF FOR WHILE DO SELECT SWITCH SUB FUNCTION WITH TRY".split(" "),
);
/** What follows ON here is a clause of something else and opens nothing. */
const NOT_AFTER_ON: ReadonlySet<string> = new Set(["ERROR", "TIMEOUT"]);
const STARTS_STATEMENT: ReadonlySet<TokenType> = new Set([
  tokens.Newline,
  tokens.Colon,
  tokens.Semicolon,
  words.Then,
  words.Else,
]);
/** How many words of a statement may name its block: `CREATE FORM … END FORM`. */
const NAMING_WORDS = 4;

/** The words after END that close the block of a statement, by the offset of its first word. */
export type CommandBlocks = ReadonlyMap<number, string>;

/**
 * Finds for each `END word` that closes no block of the language the statement that it belongs to:
 * the nearest one before it that begins with the word, else one that holds it among its first words.
 * Nobody has to know the statement, and one whose END is left out (`ON INSERT OF "orders"`) has none.
 */
export function matchCommandBlocks(all: readonly IToken[]): CommandBlocks {
  const closing = closingWords(all);
  const blocks = new Map<number, string>();
  if (closing.size === 0) return blocks;
  const finder = new OpenerFinder(closing);
  all.forEach((token, at) => {
    const before = all[at - 1];
    if (before !== undefined && !STARTS_STATEMENT.has(before.tokenType)) return;
    if (token.tokenType === words.Sub || token.tokenType === words.Function) finder.clear();
    else if (token.tokenType === words.EndBlock) {
      const word = closedBy(token);
      const opener = finder.close(word);
      if (opener !== undefined) blocks.set(opener, word);
    } else if (wordOf(token) !== "") finder.open(all, at);
  });
  return blocks;
}

function closingWords(all: readonly IToken[]): ReadonlySet<string> {
  const ends = all.filter(({ tokenType }) => tokenType === words.EndBlock);
  return new Set(ends.map(closedBy).filter((word) => !STRUCTURAL.has(word)));
}

function closedBy(token: IToken): string {
  return wordOf(token).slice("END ".length);
}

/** Statements whose END was not met yet, the nearest last. */
class OpenerFinder {
  readonly #closing: ReadonlySet<string>;
  readonly #byFirst = new Map<string, number[]>();
  readonly #byLater = new Map<string, number[]>();

  constructor(closing: ReadonlySet<string>) {
    this.#closing = closing;
  }

  clear(): void {
    this.#byFirst.clear();
    this.#byLater.clear();
  }

  open(all: readonly IToken[], at: number): void {
    const [first, second] = [all[at], all[at + 1]];
    if (first === undefined || second?.tokenType === tokens.Equal) return;
    if (wordOf(first) === "ON" && second && NOT_AFTER_ON.has(wordOf(second))) return;
    for (let ahead = 0; ahead < NAMING_WORDS; ahead++) {
      const token = all[at + ahead];
      const word = token === undefined ? "" : wordOf(token);
      if (word === "") return;
      if (!this.#closing.has(word)) continue;
      const stacks = ahead === 0 ? this.#byFirst : this.#byLater;
      const stack = stacks.get(word) ?? [];
      stack.push(first.startOffset);
      stacks.set(word, stack);
    }
  }

  close(word: string): number | undefined {
    return this.#byFirst.get(word)?.pop() ?? this.#byLater.get(word)?.pop();
  }
}
