import type { IToken } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { firstWords, type Problem, readBest, type Reading } from "./mending/read-best.ts";
import type { SourceFile } from "../source/source-file.ts";
import type {
  Declaration,
  HeadlessHandler,
  Procedure,
  ScriptTree,
  Statement,
  UnservedHandler,
} from "./ast.ts";
import { reportIncludeComments } from "./include-comments.ts";
import { LoopParser } from "./loop-parser.ts";
import { misplacedProcedures } from "./misplaced.ts";
import {
  collectHeaders,
  endsHeader,
  type HeaderSplits,
  type ProcedureHeader,
  readHeader,
} from "./headers.ts";
import { freeOwnNames } from "./own-names.ts";
import { type KnownPhrase, KnownPhrases } from "./known-phrase.ts";
import { createTokenizer, type LexedScript } from "./lexer.ts";
import { type OpenBlock, openBlock } from "./open-block.ts";
import { type HeaderParameter, withoutPlace } from "./parameters.ts";
import type { PhraseEntry } from "./pattern.ts";
import { ProcedureNames } from "./procedure-names.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import { buildTries, type FunctionNames, type PhraseTries } from "./trie.ts";
import * as words from "./words.ts";

/**
 * Parses one script; every mistake is reported once and the rest is still read.
 * @param included headers of the SUBs and FUNCTIONs of other files that this one may call
 */
export type Parse = (
  file: SourceFile,
  report: Report,
  included?: readonly ProcedureHeader[],
) => ScriptTree;

/** A script as a tree and as it is written. */
export interface ReadScript extends Pick<LexedScript, "tokens" | "raw"> {
  readonly tree: ScriptTree;
}
/** Parses one script and keeps its tokens beside the tree. */
export type Read = (
  file: SourceFile,
  report: Report,
  included?: readonly ProcedureHeader[],
) => ReadScript;

/**
 * Makes a parser for a registry; its grammar and tries are built once and serve all scripts.
 * @param entries the phrases that scripts may use
 * @param known phrases of General Bots that are read over, where no entry provides them
 * @throws Error where patterns clash, which is a bug of the registry
 */
export function createParser(
  entries: readonly PhraseEntry[],
  known: readonly KnownPhrase[] = [],
  functionNames?: FunctionNames,
): Parse {
  const read = createReader(entries, known, functionNames);
  return (file, report, included) => read(file, report, included).tree;
}

/** Makes a parser, as `createParser` does, for what needs the tokens too. */
export function createReader(
  entries: readonly PhraseEntry[],
  known: readonly KnownPhrase[] = [],
  functionNames?: FunctionNames,
): Read {
  const tokenize = createTokenizer();
  const beginnings = handlerBeginnings(entries, known);
  const tries = buildTries(entries, functionNames);
  const parser = new ScriptParser(tries, new KnownPhrases(known), beginnings);
  const wordsOf = (procedures: ProcedureNames) =>
    firstWords(entries, known, procedures, (name) => tries.functionNames.has(name));
  return (file, report, included = []) => {
    const reported = new Set<number>();
    const { tokens, raw, comments } = tokenize(file.text, (detail, span, details) => {
      if (detail.severity === "error") reported.add(file.position(span.start).line);
      report(detail, span, details);
    });
    const read = (input: IToken[], splits?: HeaderSplits) =>
      parser.parse(file.text, input, included, splits);
    const { tree, problems } = readBest(file, tokens, read, wordsOf);
    for (const { message, span } of problems) {
      // A text or bracket that never ends makes the rest of its line unreadable: one mistake.
      if (!reported.has(file.position(span.start).line)) report(message, span);
    }
    reportIncludeComments(comments, report);
    return { tree: { ...tree, comments }, tokens, raw };
  };
}

/** Lists the words that a handler may begin with, served or not, so that most lines are told at once. */
function handlerBeginnings(
  entries: readonly PhraseEntry[],
  known: readonly KnownPhrase[],
): ReadonlySet<string> {
  const served = entries.filter(({ phraseKind }) => phraseKind === "declaration");
  const texts = [
    ...served.flatMap(({ patterns }) => patterns.map(({ text }) => text)),
    ...known.filter(({ role }) => role === "handler").map(({ pattern }) => pattern),
  ];
  return new Set(["ON", ...texts.map((text) => text.split(" ")[0] ?? "")]);
}

/** A script without what stands between its tokens. */
type ParsedTokens = Omit<ScriptTree, "comments">;

class ScriptParser extends LoopParser {
  readonly #handlerBeginnings: ReadonlySet<string>;
  #splits: HeaderSplits = new Map();
  /** SUBs and FUNCTIONs that stand inside a handler, by their offsets. */
  #misplaced: ReadonlySet<number> = new Set();
  #procedures: Procedure[] = [];

  constructor(tries: PhraseTries, known: KnownPhrases, beginnings: ReadonlySet<string>) {
    super(tries, known);
    this.#handlerBeginnings = beginnings;
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
    this.#misplaced = misplacedProcedures(input, this.#handlerBeginnings);
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
    while (!this.atEndOfFile()) {
      if (this.#atProcedure()) this.#readProcedure(procedures);
      else if (!this.#handlerMayBegin()) this.readLine(body);
      else if (this.#atUnserved()) unserved.push(this.#readUnserved());
      else if (this.#declarationAhead()) this.#readDeclaration(declarations, headless);
      else this.readLine(body);
    }
    return { body, procedures, declarations, unserved, headless };
  });

  protected override atTopLevelStart(): boolean {
    if (this.#atProcedure()) return !this.#misplaced.has(this.LA(1).startOffset);
    return this.#handlerMayBegin() && this.#declarationAhead();
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
    if (this.#declarationAhead()) {
      return (known?.fitting ?? 0) > this.countPhraseWords(this.tries.statements);
    }
    if (known !== undefined) return known.phrase.role === "handler";
    return this.word(1) === "ON" && this.word(2) !== "" && this.word(2) !== "ERROR";
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

  #readDeclaration(into: Declaration[], headless: HeadlessHandler[]): void {
    const { start, end } = spanOf(this.LA(1));
    const meant = this.entryAhead(this.tries.statements);
    const phrase = this.attempt(() => {
      const read = this.readPhrase(this.tries.statements, 0);
      if (!this.atLineEnd()) this.failLeftOver();
      return read;
    });
    const word = (phrase?.entry ?? meant)?.block ?? "ON";
    const block: OpenBlock = {
      opening: (phrase?.entry ?? meant)?.title ?? "ON",
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
