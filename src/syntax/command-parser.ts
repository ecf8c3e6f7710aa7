import type { IToken, TokenType } from "chevrotain";
import type { Report } from "../diagnostics/diagnostic.ts";
import type {
  Block,
  Command,
  CommandExpression,
  CommandStatement,
  Expression,
  Identifier,
} from "./ast.ts";
import { type CommandBlocks, matchCommandBlocks } from "./command-blocks.ts";
import { identifierOf } from "./headers.ts";
import type { KnownMatch, KnownPhrases, TokensAhead } from "./known-phrase.ts";
import type { OpenBlock } from "./open-block.ts";
import type { PhraseEntry } from "./pattern.ts";
import { sigilOf } from "./sigil.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import type { PhraseTries } from "./trie.ts";
import { WordParser } from "./word-parser.ts";
import * as words from "./words.ts";
import { writeTokens } from "./written.ts";

const OPENING: ReadonlySet<TokenType> = new Set([
  tokens.LeftParenthesis,
  tokens.LeftBracket,
  tokens.LeftBrace,
  tokens.InterpolationStart,
]);
const CLOSING: ReadonlySet<TokenType> = new Set([
  tokens.RightParenthesis,
  tokens.RightBracket,
  tokens.RightBrace,
  tokens.InterpolationEnd,
]);
/** A line that ends with one of these goes on in the next one. */
const LEADING_ON: ReadonlySet<string> = new Set("WITH SET VALUES WHERE FROM BY INTO".split(" "));
/** A value before one of these is whole: what follows belongs to the statement around it. */
const CONNECTIVES: ReadonlySet<string> = new Set([
  ...words.ARGUMENT_SEPARATORS,
  ..."AS BY ON INTO SET WHERE".split(" "),
]);
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
}

/** Reads over what gbasic cannot carry out: known phrases of General Bots and unknown words. */
export abstract class CommandParser extends WordParser {
  readonly #known: KnownPhrases;
  #blocks: CommandBlocks = new Map();
  readonly #tokensAhead: TokensAhead = {
    word: (ahead) => this.word(ahead),
    isText: (ahead) => this.#isText(ahead),
    endsBefore: (ahead) => this.atStatementEnd(ahead),
  };

  constructor(tries: PhraseTries, known: KnownPhrases) {
    super(tries);
    this.#known = known;
  }

  protected override begin(input: IToken[], report: Report): void {
    super.begin(input, report);
    this.#blocks = matchCommandBlocks(input);
  }

  protected abstract readBlock(block: OpenBlock): Block;

  protected override readWordOperand(): Expression {
    const head = this.#valueHead();
    return head === undefined ? super.readWordOperand() : this.readCommandValue(head);
  }

  /** Tells what command begins where a value is wanted; undefined where none does. */
  #valueHead(): CommandHead | undefined {
    if (this.LA(1).tokenType !== tokens.PlainWord) {
      const isCall = this.isAhead(1, words.Call) && this.#isText(2);
      return isCall ? { known: this.findKnown(), leading: 1 } : undefined;
    }
    const calls = this.isAhead(2, tokens.LeftParenthesis);
    if (calls || this.isVariable() || this.findProcedure() !== undefined) return undefined;
    const phraseWords = this.countPhraseWords(this.tries.functions);
    const known = this.findKnown();
    if (known !== undefined && known.fitting > phraseWords) {
      const { leading } = known;
      // In `list CONTAINS(2)` what follows is an operator.
      const takesValue = this.canStartOperand(2) && !words.FUNCTION_WORDS.has(this.LA(2).tokenType);
      if (leading > 1 || takesValue) return { known, leading };
    }
    if (phraseWords > 0) return undefined;
    // `x = SEND MAIL …`: the statement is there, its value is not.
    const leading = this.countPhraseWords(this.tries.statements);
    if (leading < 2) return this.#unknownValueHead();
    return { known: undefined, statement: this.entryAhead(this.tries.statements), leading };
  }

  /**
   * Words that nobody knows stand for a value where something around them goes on after them, as in
   * `IF CHECK STOCK item THEN`. At the end of a statement they are told of as what is left over.
   */
  #unknownValueHead(): CommandHead | undefined {
    if (this.LA(2).tokenType !== tokens.PlainWord || this.isStop(2)) return undefined;
    if (CONNECTIVES.has(this.word(2))) return undefined;
    if (sigilOf(this.word(1)) !== undefined) return undefined;
    const { known, leading } = this.unknownHead();
    let depth = 0;
    for (let ahead = 2; ; ahead++) {
      const type = this.LA(ahead).tokenType;
      if (depth === 0 && this.atStatementEnd(ahead)) return undefined;
      if (depth === 0 && this.#endsValue(ahead)) return { known, leading };
      if (depth === 0 && this.commasSeparate && type === tokens.Comma) return { known, leading };
      if (OPENING.has(type)) depth++;
      else if (CLOSING.has(type)) depth--;
      if (this.atLineEnd(ahead)) return undefined;
    }
  }

  /** Finds the known phrase that begins here. */
  protected findKnown(): KnownMatch | undefined {
    return this.#known.match(this.#tokensAhead);
  }

  /** The head of a command without a known phrase: its words up to the first value. */
  protected unknownHead(): CommandHead {
    let leading = 1;
    const isWord = (ahead: number) => this.word(ahead) !== "" && !this.#endsValue(ahead);
    while (isWord(leading + 1) && !this.atStatementEnd(leading + 1)) leading++;
    return { known: undefined, leading };
  }

  /** Reads a whole statement as a command, with its block where it has one. */
  protected readCommandStatement(head: CommandHead): CommandStatement {
    const first = spanOf(this.LA(1));
    const command = this.#readCommand(head, (ahead) => this.atStatementEnd(ahead));
    const body = this.readCommandBlock(command);
    return { kind: "command", command, body, ...this.spanFrom(first.start) };
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
      if (this.atStatementEnd(ahead) || this.#endsValue(ahead)) return true;
      if (!this.isAhead(ahead, tokens.Comma)) return false;
      commas++;
      return this.#commaEnds(ahead, commas, head);
    });
    return { kind: "command-value", command, start: command.start, end: command.end };
  }

  #endsValue(ahead: number): boolean {
    const type = this.LA(ahead).tokenType;
    if (CLOSING.has(type) || type === words.Then || type === words.Do) return true;
    return this.word(ahead) !== "" && this.isStop(ahead);
  }

  /** A comma belongs to the command unless something around it may go on there. */
  #commaEnds(ahead: number, commas: number, { known }: CommandHead): boolean {
    if (!this.commasSeparate && this.stops.length === 0) return false;
    if (this.isAhead(ahead + 2, tokens.Colon)) return true;
    return commas >= (known?.phrase.values ?? 1);
  }

  #readCommand(head: CommandHead, ends: (ahead: number) => boolean): Command {
    const read: IToken[] = [];
    for (let left = head.leading; left > 0; left--) read.push(this.take());
    const named = read.map(identifierOf);
    const phrase = head.known?.phrase;
    const sets = phrase?.sets === true ? this.#nameAhead() : [];
    for (let depth = 0; depth > 0 ? !this.atLineEnd() : !this.#atEnd(ends);) {
      const token = this.take();
      read.push(token);
      if (OPENING.has(token.tokenType)) depth++;
      else if (CLOSING.has(token.tokenType)) depth--;
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

  #isText(ahead: number): boolean {
    return this.isAhead(ahead, tokens.TextLiteral) || this.isAhead(ahead, tokens.TemplateStart);
  }
}
