import type { IToken } from "chevrotain";
import { phraseMessages } from "../diagnostics/codes/phrases.ts";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import { type Problem, type Reading } from "./mending/read-best.ts";
import type {
  Declaration,
  HeadlessHandler,
  Procedure,
  ScriptTree,
  Statement,
  UnservedHandler,
} from "./ast.ts";
import { LoopParser } from "./loop-parser.ts";
import { misplacedProcedures } from "./misplaced.ts";
import {
  collectHeaders,
  endsHeader,
  type HeaderSplits,
  type ProcedureHeader,
  readHeader,
} from "./headers.ts";
import { closedHandlers } from "./handler-ends.ts";
import { TopLevelLines } from "./top-level-lines.ts";
import { freeOwnNames } from "./own-names.ts";
import type { KnownMatch, KnownPhrases } from "./known-phrase.ts";
import { type OpenBlock, openBlock } from "./open-block.ts";
import { type HeaderParameter, withoutPlace } from "./parameters.ts";
import { ProcedureNames } from "./procedure-names.ts";
import { describeToken, spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import type { PhraseEntry } from "./pattern.ts";
import { type PhraseTries } from "./trie.ts";
import * as words from "./words.ts";

/** A script without what stands between its tokens. */
export type ParsedTokens = Omit<ScriptTree, "comments">;

/** Reads the tokens of one script after another; its grammar is built once. */
export class ScriptParser extends LoopParser {
  readonly #handlerBeginnings: ReadonlySet<string>;
  readonly #fileWords: ReadonlySet<string>;
  /** Handlers with an END of their own, of those that may be the rest of the file. */
  #closed: ReadonlySet<number> = new Set();
  #splits: HeaderSplits = new Map();
  /** SUBs and FUNCTIONs that stand inside a handler, by their offsets. */
  #misplaced: ReadonlySet<number> = new Set();
  #procedures: Procedure[] = [];

  constructor(
    tries: PhraseTries,
    known: KnownPhrases,
    beginnings: ReadonlySet<string>,
    fileWords: ReadonlySet<string>,
  ) {
    super(tries, known);
    this.#handlerBeginnings = beginnings;
    this.#fileWords = fileWords;
    this.performSelfAnalysis();
  }

  parse(
    source: string,
    input: IToken[],
    included: readonly ProcedureHeader[],
    splits: HeaderSplits = new Map(),
  ): Reading<ParsedTokens> {
    const problems: Problem[] = [];
    this.source = source;
    this.#splits = splits;
    this.#misplaced = misplacedProcedures(input, this.#handlerBeginnings, [
      "ON",
      ...this.#fileWords,
    ]);
    this.#closed = closedHandlers(input, this.#fileWords);
    this.procedures = new ProcedureNames([...collectHeaders(input, splits), ...included]);
    freeOwnNames(input, this.procedures);
    this.collectTargets(input);
    this.begin(input, (message, { start, end }) => {
      problems.push({ message, span: { start, end } });
    });
    this.stops = [];
    this.currentFunction = undefined;
    const tree = this.script();
    return { tree, problems, unknownCommands: this.unknownCommands, procedures: this.procedures };
  }

  readonly script = this.RULE("script", (): ParsedTokens => {
    const body: Statement[] = [];
    const procedures: Procedure[] = [];
    this.#procedures = procedures;
    const declarations: Declaration[] = [];
    const unserved: UnservedHandler[] = [];
    const headless: HeadlessHandler[] = [];
    if (this.RECORDING_PHASE) {
      this.SUBRULE(this.statement);
      return { body, procedures, declarations, unserved, headless };
    }
    const lines = new TopLevelLines(body);
    while (!this.atEndOfFile()) {
      if (this.#atProcedure()) this.#readProcedure(procedures);
      else if (!this.#handlerMayBegin()) lines.add(this.#readLines());
      else if (this.#atUnserved()) unserved.push(this.#readUnserved());
      else if (this.#declarationAhead()) this.#readDeclaration(declarations, headless, lines);
      else lines.add(this.#readLines());
    }
    return { body, procedures, declarations: declarations.map(toItsEnd), unserved, headless };
  });

  #readLines(): Statement[] {
    const read: Statement[] = [];
    this.readLine(read);
    return read;
  }

  protected override atTopLevelStart(): boolean {
    if (this.#atProcedure()) return !this.#misplaced.has(this.LA(1).startOffset);
    return this.#handlerMayBegin() && this.#declarationAhead() && !this.#atKnownStatement();
  }

  /** A SUB inside a handler is read as one beside it, so that only its place is wrong. */
  protected override readMisplaced(opening: string, closing: string): boolean {
    const atStart = this.isAhead(0, tokens.Newline) && this.#atProcedure();
    if (!atStart || !this.#misplaced.has(this.LA(1).startOffset)) return false;
    const keyword = this.LA(1);
    const { start } = spanOf(keyword);
    const span = { start, end: spanOf(this.#headerAhead().at(-1) ?? keyword).end };
    this.report(syntaxMessages.nestedProcedure(wordOf(keyword), opening, closing), span);
    this.#readProcedure(this.#procedures);
    return true;
  }

  /** A word of old spelling has several: `ON_EVENT`. */
  #handlerMayBegin(): boolean {
    const [word = ""] = this.word(1).split("_", 1);
    return this.#handlerBeginnings.has(word);
  }

  #atProcedure(): boolean {
    const type = this.LA(1).tokenType;
    return (type === words.Sub || type === words.Function) && !this.isAhead(2, tokens.Equal);
  }

  /** Handlers that gbasic does not have, misspelt ones too, so that their block stays together. */
  #atUnserved(): boolean {
    if (this.LA(1).tokenType !== tokens.PlainWord || this.isVariable()) return false;
    if (this.listedJumpAhead()) return false;
    const known = this.findKnown();
    if (this.#declarationAhead()) return this.#fitsBetter(known);
    if (known !== undefined) return known.phrase.role === "handler";
    return this.word(1) === "ON" && this.word(2) !== "" && this.word(2) !== "ERROR";
  }

  /** `WEBHOOK "https://…" WITH …` inside a block is a statement, and ends no block. */
  #atKnownStatement(): boolean {
    const known = this.findKnown();
    return known?.phrase.role !== "handler" && this.#fitsBetter(known);
  }

  /** Tells whether a phrase that gbasic does not have reads more words than the declaration. */
  #fitsBetter(known: KnownMatch | undefined): boolean {
    return (
      !this.#clauseBehindWith() &&
      (known?.fitting ?? 0) > this.countPhraseWords(this.tries.statements)
    );
  }

  /** `WEBHOOK "orders" WITH LIMIT …` is none of the WEBHOOKs that call an address with something. */
  #clauseBehindWith(): boolean {
    const next = this.literalPath(this.tries.statements).at(-1)?.slot?.next;
    const isWith = this.word(2) === "" && this.word(3) === "WITH";
    return isWith && next?.clauses?.clauses.words.has(this.word(4)) === true;
  }

  #declarationAhead(): boolean {
    const { statements } = this.tries;
    if (this.countPhraseWords(statements) === 0 && !this.lacksValue(statements)) return false;
    return this.entryAhead(this.tries.statements)?.phraseKind === "declaration";
  }

  #readProcedure(into: Procedure[]): void {
    const keyword = this.take();
    const kind = keyword.tokenType === words.Sub ? "SUB" : "FUNCTION";
    const header = readHeader(keyword, this.#headerAhead(), this.#splits);
    const defaults = this.#readDefaults(header?.parameters ?? []);
    if (header === undefined) this.report(syntaxMessages.missingName(kind), spanOf(keyword));
    this.currentFunction = kind === "FUNCTION" ? header?.key : undefined;
    const block = openBlock(kind, spanOf(keyword));
    const body = [...defaults, ...this.readBlock(block)];
    this.currentFunction = undefined;
    this.#close(block);
    if (header === undefined) return;
    const parameters = header.parameters.map(withoutPlace);
    into.push({ ...header, parameters, body, ...this.spanFrom(block.span.start) });
  }

  /** Clauses of other handlers are told of before anything else that does not fit. */
  #refuseElsewhere(meant: PhraseEntry | undefined): void {
    if (meant?.elsewhere === undefined) return;
    for (let at = 1; !this.atLineEnd(at); at++) {
      const hint = meant.elsewhere.get(this.word(at));
      if (hint === undefined) continue;
      while (--at > 0) this.take();
      this.#failMore(meant.title, hint);
    }
  }

  #failMore(title: string, hint: string): never {
    this.fail(phraseMessages.noMore(title, describeToken(this.LA(1)), hint));
  }

  #headerAhead(): IToken[] {
    const line: IToken[] = [];
    for (let at = 1; !this.atLineEnd(at) && !endsHeader(this.LA(at)); at++) line.push(this.LA(at));
    return line;
  }

  /** Passes over a header, of which only the values of parameters are read. */
  #readDefaults(parameters: readonly HeaderParameter[]): Statement[] {
    const defaults: Statement[] = [];
    while (!this.atLineEnd() && !endsHeader(this.LA(1))) {
      const { startOffset } = this.LA(1);
      const index = parameters.findIndex(({ equalStart }) => equalStart === startOffset);
      const name = parameters[index]?.name;
      this.take();
      if (name !== undefined) {
        const value = this.attempt(() => this.unstopped(() => this.SUBRULE(this.expression), true));
        if (value === undefined) break;
        const span = { start: name.start, end: value.end };
        defaults.push({ kind: "parameter-default", name, index, value, ...span });
      }
    }
    return defaults;
  }

  #readDeclaration(into: Declaration[], headless: HeadlessHandler[], lines: TopLevelLines): void {
    const { start, end } = spanOf(this.LA(1));
    const first = this.word(1);
    const meant = this.entryAhead(this.tries.statements);
    const phrase = this.attempt(() => {
      this.#refuseElsewhere(meant);
      const read = this.readPhrase(this.tries.statements, 0);
      if (!this.atLineEnd()) {
        if (read.entry.noMore !== undefined) this.#failMore(read.entry.title, read.entry.noMore);
        this.failLeftOver();
      }
      return read;
    });
    const word = (phrase?.entry ?? meant)?.block ?? "ON";
    if (this.#fileWords.has(first) && !this.#closed.has(start)) {
      const body = lines.beginFile();
      if (phrase === undefined) headless.push({ body, ...this.spanFrom(start) });
      else into.push({ phrase, body, wholeFile: true, ...this.spanFrom(start) });
      return;
    }
    const block: OpenBlock = {
      opening: (phrase?.entry ?? meant)?.title ?? word,
      closing: `END ${word}`,
      span: phrase === undefined ? { start, end } : { start, end: phrase.end },
      endWords: [word],
      endTokens: [],
    };
    const body = this.readBlock(block);
    this.#close(block);
    const span = this.spanFrom(start);
    if (phrase === undefined) headless.push({ body, ...span });
    else into.push({ phrase, body, ...span });
  }

  #readUnserved(): UnservedHandler {
    const known = this.findKnown();
    const leading = known?.leading ?? 2;
    const { command, body, start, end } = this.readCommandStatement({ known, leading });
    return { command, body, start, end };
  }

  #close(block: OpenBlock): void {
    if (!this.closeBlock(block)) return;
    this.attempt(() => {
      if (!this.atLineEnd()) this.failLeftOver();
    });
  }
}

/** The lines of a handler that is the rest of the file are read after it. */
function toItsEnd(declaration: Declaration): Declaration {
  if (declaration.wholeFile !== true) return declaration;
  return { ...declaration, end: declaration.body.at(-1)?.end ?? declaration.end };
}
