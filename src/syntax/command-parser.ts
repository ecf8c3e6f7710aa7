import type { IToken, TokenType } from "chevrotain";
import { CLOSING_NESTS, OPENING_NESTS } from "./brackets.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Block, Command, CommandExpression, CommandStatement, Identifier } from "./ast.ts";
import { type CommandBlocks, matchCommandBlocks } from "./command-blocks.ts";
import { identifierOf } from "./headers.ts";
import type { KnownMatch, KnownPhrases, TokensAhead } from "./known-phrase.ts";
import type { OpenBlock } from "./open-block.ts";
import type { PhraseEntry } from "./pattern.ts";
import { wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import type { PhraseTries } from "./trie.ts";
import { WordParser } from "./word-parser.ts";
import * as words from "./words.ts";
import { writeTokens } from "./written.ts";

/** A line that ends with one of these goes on in the next one. */
const LEADING_ON: ReadonlySet<string> = new Set("WITH SET VALUES WHERE FROM BY INTO".split(" "));
/** Right after a name, these make it something else than a variable that is set. */
const FOLLOWS_NAME: ReadonlySet<TokenType> = new Set([
  tokens.Dot,
  tokens.OptionalDot,
  tokens.LeftBracket,
  tokens.LeftParenthesis,
]);
/** A line that begins with one of these goes on with the command of the line before. */
const CLAUSES: ReadonlySet<string> = new Set(
  "WHERE ORDER GROUP HAVING LIMIT JOIN INNER LEFT RIGHT FROM VALUES UNION INTO USING".split(" "),
);

/** What is known of a command before its values are read. */
export interface CommandHead {
  readonly known: KnownMatch | undefined;
  readonly statement?: PhraseEntry | undefined;
  /** How many tokens name it. */
  readonly leading: number;
  /** The offset of its first token, where it and others were read already. */
  readonly start?: number;
}

/** Reads over what gbasic cannot carry out: known phrases of General Bots and unknown words. */
export abstract class CommandParser extends WordParser {
  readonly #known: KnownPhrases;
  #blocks: CommandBlocks = new Map();
  readonly #tokensAhead: TokensAhead = {
    word: (ahead) => this.word(ahead),
    isText: (ahead) => this.isText(ahead),
    endsBefore: (ahead) => this.atStatementEnd(ahead),
    behind: (ahead) => (this.opensBracket(ahead) ? this.scanBracket(ahead).after : ahead + 1),
  };

  constructor(tries: PhraseTries, known: KnownPhrases) {
    super(tries);
    this.#known = known;
  }

  protected override begin(input: IToken[], report: Report): void {
    super.begin(input, report);
    this.#blocks = matchCommandBlocks(input);
    this.unknownCommands = 0;
  }

  protected abstract readBlock(block: OpenBlock): Block;

  /** Finds the known phrase that begins here. */
  protected findKnown(): KnownMatch | undefined {
    return this.#known.match(this.#tokensAhead);
  }

  /** The head of a command without a known phrase: its words up to the first value. */
  protected unknownHead(): CommandHead {
    let leading = 1;
    const isWord = (ahead: number) => this.word(ahead) !== "" && !this.endsValue(ahead);
    while (isWord(leading + 1) && !this.atStatementEnd(leading + 1)) leading++;
    return { known: undefined, leading };
  }

  /** Reads a whole statement as a command, with its block where it has one. */
  protected readCommandStatement(head: CommandHead): CommandStatement {
    const command = this.#readCommand(head, (ahead) => this.atStatementEnd(ahead));
    const body = this.readCommandBlock(command);
    return { kind: "command", command, body, ...this.spanFrom(command.start) };
  }

  /** Reads the lines up to the END of a command; undefined where nothing closes it. */
  protected readCommandBlock(command: Command): Block | undefined {
    const { start, end, words: named, closing: word } = command;
    if (word === undefined) return undefined;
    const body = this.readBlock({
      opening: named.map(({ text }) => text).join(" "),
      closing: `END ${word}`,
      span: { start, end },
      endWords: [word],
      endTokens: [],
    });
    const closed = this.isAhead(1, words.EndBlock) && wordOf(this.LA(1)) === `END ${word}`;
    if (!closed) return body;
    this.take();
    // `END ON "event"` may name again what it closes.
    this.skipLine();
    return body;
  }

  /** Reads a command that stands for a value, up to where the expression around it goes on. */
  protected readCommandValue(head: CommandHead): CommandExpression {
    let commas = 0;
    const command = this.#readCommand(head, (ahead) => {
      if (this.atStatementEnd(ahead) || this.endsValue(ahead)) return true;
      if (!this.isAhead(ahead, tokens.Comma)) return false;
      commas++;
      return this.#commaEnds(ahead, commas, head);
    });
    return { kind: "command-value", command, start: command.start, end: command.end };
  }

  /** Tells whether what is around a value goes on here. */
  protected endsValue(ahead: number): boolean {
    const type = this.LA(ahead).tokenType;
    if (CLOSING_NESTS.has(type) || type === words.Then || type === words.Do) return true;
    return this.word(ahead) !== "" && this.isStop(ahead);
  }

  /** A comma belongs to the command unless something around it may go on there. */
  #commaEnds(ahead: number, commas: number, { known }: CommandHead): boolean {
    if (!this.commasSeparate && this.stops.length === 0) return false;
    if (this.isAhead(ahead + 2, tokens.Colon)) return true;
    return commas >= (known?.phrase.values ?? 1);
  }

  #readCommand(head: CommandHead, ends: (ahead: number) => boolean): Command {
    const read = head.start === undefined ? [] : this.#readSince(head.start);
    while (read.length < head.leading) read.push(this.take());
    const named = read.slice(0, head.leading).map(identifierOf);
    const phrase = head.known?.phrase;
    if (phrase === undefined) this.unknownCommands++;
    const sets = phrase?.sets === true ? this.#nameAhead() : [];
    let depth = read.reduce((so, token) => so + depthOf(token), 0);
    while (depth > 0 ? !this.atLineEnd() : !this.#atEnd(ends)) {
      const token = this.take();
      read.push(token);
      depth += depthOf(token);
      if (wordOf(token) === "INTO") sets.push(...this.#nameAhead());
    }
    const start = read[0]?.startOffset ?? 0;
    return {
      known: phrase,
      statement: head.statement,
      text: writeTokens(read, this.source),
      words: named,
      mentioned: read
        .slice(head.leading)
        .filter((token) => wordOf(token) !== "")
        .map(identifierOf),
      sets,
      closing: this.#blocks.get(start),
      ...this.spanFrom(start),
    };
  }

  /** The tokens from an offset on that were taken last. */
  #readSince(start: number): IToken[] {
    const read: IToken[] = [];
    for (let back = 0; this.LA(back).startOffset >= start; back--) read.unshift(this.LA(back));
    return read;
  }

  #atEnd(ends: (ahead: number) => boolean): boolean {
    if (this.isAhead(1, tokens.Newline) && this.#goesOnNextLine()) this.take();
    return ends(1);
  }

  #goesOnNextLine(): boolean {
    if (LEADING_ON.has(this.word(0))) return true;
    return CLAUSES.has(this.word(2)) && !this.isAhead(3, tokens.Equal) && !this.adjacent(3);
  }

  /** The name that stands next, unless it is a member, an element or a call. */
  #nameAhead(): Identifier[] {
    const isName = this.isAhead(1, tokens.PlainWord);
    const goesOn = this.adjacent(2) && FOLLOWS_NAME.has(this.LA(2).tokenType);
    return isName && !goesOn ? [identifierOf(this.LA(1))] : [];
  }

  protected isText(ahead: number): boolean {
    return this.isAhead(ahead, tokens.TextLiteral) || this.isAhead(ahead, tokens.TemplateStart);
  }
}

/** By how much a token changes the number of open brackets. */
export function depthOf({ tokenType }: IToken): number {
  if (OPENING_NESTS.has(tokenType)) return 1;
  return CLOSING_NESTS.has(tokenType) ? -1 : 0;
}
