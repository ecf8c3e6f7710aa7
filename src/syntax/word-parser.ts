import type { IToken } from "chevrotain";
import { adviceFor } from "../diagnostics/foreign-names.ts";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { CallExpression, Expression, ProcedureCallExpression } from "./ast.ts";
import { identifierOf, readHeader } from "./headers.ts";
import { ADDITIVE } from "./operators.ts";
import { PhraseParser } from "./phrase-parser.ts";
import { type NamedProcedure, ProcedureNames } from "./procedure-names.ts";
import { sigilOf } from "./sigil.ts";
import { makeToken, spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import {
  continuations,
  createNode,
  describeContinuations,
  meantBy,
  type TrieNode,
} from "./trie.ts";
import * as words from "./words.ts";

/** Stops an argument before a word that separates arguments, such as IN. */
const ARGUMENT_STOP: TrieNode = argumentStop();

/** How many words a phrase may have that is proposed for others. */
const LONGEST_TITLE = 12;

/** How the name of two words is written, in whatever case a script has it. */
export const ERROR_MESSAGE = "ERROR MESSAGE";

/** Decides what a word begins: a name, a call, one of the user's procedures, or a phrase. */
export abstract class WordParser extends PhraseParser {
  protected procedures = new ProcedureNames([]);
  /** How many commands and calls were read that nobody knows. */
  protected unknownCommands = 0;
  /** The key of the FUNCTION whose body is being read; its name is a variable there. */
  protected currentFunction: string | undefined;

  protected override readWordOperand(): Expression {
    const token = this.LA(1);
    if (token.tokenType === words.Call && wordOf(this.LA(2)) !== "") {
      this.take();
      return this.readProcedureReference(ADDITIVE);
    }
    if (this.isVariable()) return this.#readName();
    if (this.errorMessageAhead()) return this.#readErrorMessage();
    if (words.NEVER_OPERANDS.has(token.tokenType)) {
      this.fail(syntaxMessages.expectedOperand(token.image));
    }
    const procedure = this.findProcedure();
    const phraseWords = this.countPhraseWords(this.tries.functions);
    const ownWords = procedure?.words.length ?? 0;
    const calls = this.isAhead(2, tokens.LeftParenthesis);
    if (calls && ownWords <= 1 && phraseWords === 0) return this.#readCall();
    if (procedure !== undefined && ownWords >= phraseWords) {
      if (calls && ownWords === 1) return this.#readCall();
      if (this.#callsProcedure(procedure)) return this.#readProcedureCall(procedure, ADDITIVE);
      return this.#readName();
    }
    if (phraseWords > 0) return this.readPhraseOperand(phraseWords);
    return this.#readName();
  }

  /** Reads a phrase that gives a value. @param phraseWords how many of its words are there */
  protected abstract readPhraseOperand(phraseWords: number): Expression;

  protected errorMessageAhead(): boolean {
    return this.word(1) === "ERROR" && this.word(2) === "MESSAGE";
  }

  /** `ERROR MESSAGE` is one name, as `ERROR_MESSAGE` is. */
  #readErrorMessage(): Expression {
    const first = this.take();
    const last = this.take();
    const span = { start: spanOf(first).start, end: spanOf(last).end };
    const name = { text: ERROR_MESSAGE, key: "ERROR_MESSAGE", ...span };
    return { kind: "name", name, ...span };
  }

  /** `word =`, `word.` and `word[` are always a variable. */
  protected isVariable(): boolean {
    const next = this.LA(2).tokenType;
    if (next === tokens.Equal || next === tokens.CompoundEqual) return true;
    if (next === tokens.StepSign) return true;
    const opens = next === tokens.Dot || next === tokens.OptionalDot || next === tokens.LeftBracket;
    return opens && this.adjacent(2);
  }

  /** Finds the user's procedure whose whole name stands here, the longest one first. */
  protected override findProcedure(ahead = 1): NamedProcedure | undefined {
    return this.procedures.find(this.word(ahead), (after) => this.word(ahead + after));
  }

  #callsProcedure({ words: name, header }: NamedProcedure): boolean {
    if (name.length > 1) return true;
    if (header.parameters.length > 0) return this.canStartOperand(2);
    return header.kind === "function" && header.key !== this.currentFunction;
  }

  #readName(): Expression {
    const token = this.CONSUME(words.Word);
    const next = this.LA(1);
    const text = next.tokenType === tokens.TextLiteral || next.tokenType === tokens.TemplateStart;
    if (text && !this.isStop(1)) this.#failBeforeText(token);
    return { kind: "name", name: identifierOf(token), ...spanOf(token) };
  }

  #readCall(): CallExpression {
    const name = identifierOf(this.CONSUME(words.Word));
    const args = this.readArguments();
    return { kind: "call", name, args, ...this.spanFrom(name.start) };
  }

  /** Speaks of a word before a text unless what follows tells better what is missing there. */
  #failBeforeText(token: IToken): void {
    this.failBareFunction(token);
    this.failMisspelt(this.stops.at(-1), token);
    const ends = this.stops.every((node) => continuations(node).length === 0);
    const isVariable = sigilOf(token.image) !== undefined;
    this.#failUnknownPhrase(token, ends && !isVariable);
  }

  /** Fails where words begin phrases of a trie that what follows them does not go on. */
  protected failIncomplete(root: TrieNode): void {
    const path = this.literalPath(root);
    const last = path.at(-1);
    if (last === undefined) return;
    const word = this.word(path.length + 1);
    if (path.length < 2 && !this.lacksValue(root)) return;
    // Where one of some words has to come, another one is most likely meant as one of them.
    if (word !== "" && last.captures.size === 0) return;
    for (let left = path.length; left > 0; left--) this.take();
    const proposed = word === "" ? undefined : suggest(word, last.captures.keys());
    this.failOtherwise(meantBy(last, this.word(0)), describeContinuations(last), proposed);
  }

  /** Words left over after a name: most likely a misspelt phrase. @param always even if unlike any */
  protected failMisspeltPhrase(always: boolean): void {
    const before = this.LA(0);
    this.failBareFunction(before);
    const word = wordOf(before);
    if (word !== "") this.#failUnknownPhrase(before, always && sigilOf(word) === undefined);
  }

  /** @param always true to fail even where no phrase is like the words */
  #failUnknownPhrase(first: IToken, always: boolean): void {
    const names = [first];
    for (let ahead = 1; this.LA(ahead).tokenType === tokens.PlainWord; ahead++) {
      if (names.length === LONGEST_TITLE) break;
      names.push(this.LA(ahead));
    }
    // The last words may well be the phrase's values, so shorter readings are tried too.
    const titles = [...this.tries.functionTitles, ...this.procedures.titles];
    let proposed: string | undefined;
    for (let count = names.length; count > 0 && proposed === undefined; count--) {
      proposed = suggest(names.slice(0, count).map(wordOf).join(" "), titles);
    }
    const written = names.map((token) => token.image).join(" ");
    const ofFirst = proposed === undefined ? adviceFor(wordOf(first)) : undefined;
    const advice = this.#adviceBehindExpect(first) ?? adviceFor(written.toUpperCase()) ?? ofFirst;
    // PARSE alone is the begin of PARSE JSON.
    proposed ??= titles.find((title) => title.startsWith(`${wordOf(first)} `));
    if (proposed === undefined && advice === undefined && !always) return;
    this.fail(syntaxMessages.unknownPhrase(written, proposed, advice), spanOf(first));
  }

  /** What is written behind EXPECT as if it were one of its forms. */
  #adviceBehindExpect(first: IToken): string | undefined {
    const before = ["NOT", "NO"].includes(wordOf(this.LA(-1))) ? this.LA(-2) : this.LA(-1);
    return wordOf(before) === "EXPECT" ? adviceFor(`EXPECT ${wordOf(first)}`) : undefined;
  }

  /** Reads a call of the user's procedure with everything after its name as arguments. */
  protected readProcedureCall(procedure: NamedProcedure): ProcedureCallExpression {
    return this.#readProcedureCall(procedure, 0);
  }

  #readProcedureCall(procedure: NamedProcedure, minimum: number): ProcedureCallExpression {
    const { start } = spanOf(this.LA(1));
    for (let count = 0; count < procedure.words.length; count++) this.CONSUME(words.Word);
    const limit = minimum === 0 ? Infinity : procedure.header.parameters.length;
    const args = this.#readLooseArguments(minimum, limit);
    const key = procedure.header.key;
    return { kind: "procedure-call", procedure: key, args, ...this.spanFrom(start) };
  }

  /** Arguments without brackets, or all of them in brackets. */
  #readLooseArguments(minimum: number, limit: number): Expression[] {
    const args: Expression[] = [];
    if (this.isAhead(1, tokens.LeftParenthesis) && this.#bracketIsArguments(limit)) {
      const { commas } = this.scanBracket(1);
      args.push(...this.readArguments());
      const [first] = args;
      // Commas that were those of a phrase: the bracket may hold the first argument alone.
      if (first === undefined || args.length > 1 || commas === 0 || limit <= 1) return args;
      args[0] = this.#stopped(() => this.readAfterBracket(first, minimum));
    } else {
      if (limit === 0) return args;
      if (this.#separatorAhead()) this.take();
      if (!this.canStartOperand(1) && !this.#signAhead(args)) return args;
      args.push(this.#readArgument(minimum));
    }
    while (args.length < limit && this.#separatorAhead()) {
      this.take();
      args.push(this.#readArgument(minimum));
    }
    return args;
  }

  #readArgument(minimum: number): Expression {
    return this.#stopped(() =>
      this.nested(() => this.SUBRULE(this.expression, { ARGS: [minimum] })),
    );
  }

  #stopped(read: () => Expression): Expression {
    const stops = this.stops;
    this.stops = [...stops, ARGUMENT_STOP];
    const value = read();
    this.stops = stops;
    return value;
  }

  #separatorAhead(): boolean {
    if (this.isAhead(1, tokens.Comma)) return true;
    return words.ARGUMENT_SEPARATORS.has(this.word(1)) && this.canStartOperand(2);
  }

  #signAhead(args: readonly Expression[]): boolean {
    return args.length === 0 && this.isAhead(1, tokens.Minus) && !this.isAhead(2, tokens.Equal);
  }

  #bracketIsArguments(limit: number): boolean {
    const { commas, after } = this.scanBracket(1);
    if (commas > 0 || limit <= 1 || this.isAhead(2, tokens.RightParenthesis)) return true;
    if (limit === Infinity) return this.atStatementEnd(after);
    const word = this.word(after);
    return !this.isAhead(after, tokens.Comma) && !words.ARGUMENT_SEPARATORS.has(word);
  }

  /** Reads what CALL and SPAWN name, known or not; the checker speaks of unknown ones. */
  protected readProcedureReference(minimum: number): CallExpression | ProcedureCallExpression {
    const procedure = this.findProcedure();
    if (procedure !== undefined) return this.#readProcedureCall(procedure, minimum);
    this.unknownCommands++;
    const name = this.#readUnknownName();
    const args = this.#readLooseArguments(minimum, Infinity);
    return { kind: "call", name: identifierOf(name), args, ...this.spanFrom(spanOf(name).start) };
  }

  /** A text, a number or any other value that is no name is the first argument. */
  #endsUnknownName(ahead: number): boolean {
    const opens = this.isAhead(ahead, tokens.LeftParenthesis);
    return (
      this.atStatementEnd(ahead) ||
      (this.word(ahead) !== "" && this.isStop(ahead)) ||
      (!opens && this.canStartOperand(ahead) && this.word(ahead) === "")
    );
  }

  #readUnknownName(): IToken {
    const first = this.LA(1);
    const line: IToken[] = [];
    for (let ahead = 1; !this.#endsUnknownName(ahead); ahead++) line.push(this.LA(ahead));
    const header = readHeader(first, line);
    const count = header?.displayName.split(" ").length ?? 1;
    let last = this.CONSUME(words.Word);
    for (let at = 1; at < count; at++) last = this.CONSUME1(words.Word);
    const name = makeToken(tokens.PlainWord, first, last, header?.key ?? wordOf(first));
    name.image = header?.displayName ?? first.image;
    return name;
  }
}

function argumentStop(): TrieNode {
  const slot = { name: "argument", type: "any", optional: false, primary: false } as const;
  const after: TrieNode = { ...createNode(), slot: { slot, next: createNode() } };
  const separators = [...words.ARGUMENT_SEPARATORS].map((word) => [word, after] as const);
  return { ...createNode(), words: new Map(separators) };
}
