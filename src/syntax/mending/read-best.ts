import type { IToken } from "chevrotain";
import type { Message } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import { matchCommandBlocks } from "../command-blocks.ts";
import type { HeaderSplits } from "../headers.ts";
import type { ProcedureNames } from "../procedure-names.ts";
import type { KnownPhrase } from "../known-phrase.ts";
import type { PhraseEntry } from "../pattern.ts";
import { mendTokens } from "./mend.ts";
import { mendBlocks } from "./mend-blocks.ts";
import { hasLooseHeader, type OtherMeanings, splitHeaders } from "./split-headers.ts";

/** Something that is to be said of a script. */
export interface Problem {
  readonly message: Message;
  readonly span: Span;
}

/** A script as it was read. */
export interface Reading<T> {
  readonly tree: T;
  readonly problems: readonly Problem[];
  /** How many statements nobody knows; the checker reports them. */
  readonly unknownCommands: number;
  readonly procedures: ProcedureNames;
}

/** The upper-case words that something may begin with. */
export interface FirstWords extends OtherMeanings {
  /** Of statements, known phrases and procedures. */
  readonly statements: ReadonlySet<string>;
  /** The first two words of handlers, a blank between. */
  readonly handlers: ReadonlySet<string>;
}

/** Collects the words that statements, handlers and procedures of a file begin with. */
export function firstWords(
  entries: readonly PhraseEntry[],
  known: readonly KnownPhrase[],
  procedures: ProcedureNames,
  isFunction: (name: string) => boolean,
): FirstWords {
  const patterns = [...entries.flatMap(({ patterns: all }) => all.map(({ text }) => text))];
  const texts = [...patterns, ...known.map(({ pattern }) => pattern)];
  const handlers = entries.filter(({ phraseKind }) => phraseKind === "declaration");
  const begins = (words: string) => (text: string) =>
    text === words || text.startsWith(`${words} `);
  return {
    isPhrase: (words) => (words.includes(" ") ? patterns : texts).some(begins(words)),
    isFunction,
    statements: new Set([...texts.map((text) => wordsOf(text, 1)), ...procedures.firstWords()]),
    handlers: new Set(handlers.map(({ title }) => wordsOf(title, 2))),
  };
}

function wordsOf(text: string, count: number): string {
  return text.split(" ").slice(0, count).join(" ");
}

/**
 * Reads a script, and where it has mistakes once more with the words of its structure mended
 * and its headers as they are called; of the
 * two readings the one counts that leaves less to be said.
 */
export function readBest<T>(
  file: SourceFile,
  tokens: IToken[],
  read: (tokens: IToken[], splits?: HeaderSplits) => Reading<T>,
  wordsIn: (procedures: ProcedureNames) => FirstWords,
): Reading<T> {
  const first = read(tokens);
  if (mistakesOf(first) === 0 && !hasLooseHeader(tokens)) return first;
  const known = wordsIn(first.procedures);
  const { splits, problems, certain } = splitHeaders(tokens, first.procedures, known);
  const mistakes = mistakesOf(first) + certain;
  if (mistakes === 0) return first;
  const { statements, handlers } = known;
  const mends = mendBlocks({
    text: file.text,
    tokens,
    commandBlocks: matchCommandBlocks(tokens),
    lineOf: (offset) => file.position(offset).line,
    isKnown: (word) => statements.has(word),
    isHandler: (one, two) => handlers.has(`${one} ${two}`),
  });
  if (mends.length === 0 && problems.length === 0) return first;
  const mended = mends.length === 0 ? tokens : mendTokens(tokens, mends);
  const second = withProblems(read(mended, splits), [...mends, ...problems]);
  return mistakesOf(second) <= mistakes ? second : first;
}

function mistakesOf({ problems, unknownCommands }: Reading<unknown>): number {
  const errors = problems.filter(({ message }) => message.severity === "error");
  return errors.length + unknownCommands;
}

function withProblems<T>(reading: Reading<T>, problems: readonly Problem[]): Reading<T> {
  return { ...reading, problems: [...problems, ...reading.problems] };
}
