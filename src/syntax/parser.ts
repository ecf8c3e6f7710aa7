import type { IToken } from "chevrotain";
import type { Report } from "../diagnostics/diagnostic.ts";
import { firstWords, readBest } from "./mending/read-best.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { ScriptTree } from "./ast.ts";
import { reportIncludeComments } from "./include-comments.ts";
import { type HeaderSplits, type ProcedureHeader } from "./headers.ts";
import { type KnownPhrase, KnownPhrases } from "./known-phrase.ts";
import { createTokenizer, type LexedScript } from "./lexer.ts";
import type { PhraseEntry } from "./pattern.ts";
import type { ProcedureNames } from "./procedure-names.ts";
import { buildTries, type FunctionNames } from "./trie.ts";
import { ScriptParser } from "./script-parser.ts";

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
  const parser = new ScriptParser(tries, new KnownPhrases(known), beginnings, fileWords(entries));
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

/** Lists the words that begin handlers which may be the rest of a file. */
function fileWords(entries: readonly PhraseEntry[]): ReadonlySet<string> {
  const found = entries.filter(({ mayTakeFile }) => mayTakeFile);
  return new Set(found.flatMap(({ block }) => block ?? []));
}
