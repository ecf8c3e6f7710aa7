import type { IToken, TokenType } from "chevrotain";
import { syntaxMessages } from "../../diagnostics/codes/syntax.ts";
import { collectLooseHeaders, type HeaderSplits } from "../headers.ts";
import type { ProcedureNames } from "../procedure-names.ts";
import { withoutSigil } from "../sigil.ts";
import { wordOf } from "../token.ts";
import * as tokens from "../tokens.ts";
import * as words from "../words.ts";
import type { Problem } from "./read-best.ts";

/** Headers that are meant otherwise than they are read, and what is said of them. */
export interface SplitHeaders {
  readonly splits: HeaderSplits;
  readonly problems: readonly Problem[];
  /** How many of them are called in a way that nothing else can be meant. */
  readonly certain: number;
}

/** What the words of a call may mean beside a SUB or FUNCTION of the file. */
export interface OtherMeanings {
  /** Tells whether a provided phrase begins with words, or one of a single word does or is known. */
  isPhrase(words: string): boolean;
  /** Tells whether a library function has a name. */
  isFunction(name: string): boolean;
}

/** What a value that a call is given may begin with, beside a word. */
const VALUES: ReadonlySet<TokenType> = new Set([
  tokens.NumberLiteral,
  tokens.TextLiteral,
  tokens.TemplateStart,
  tokens.LeftParenthesis,
  tokens.LeftBracket,
  tokens.LeftBrace,
]);

/** Headers of more words are taken as they are read. */
const MOST_WORDS = 12;

/** Tells whether there are headers without brackets whose last words may be meant as parameters. */
export function hasLooseHeader(all: readonly IToken[]): boolean {
  return collectLooseHeaders(all).some(({ key }) => key.includes(" "));
}

/**
 * Finds headers without brackets, all of whose words are the name, where calls show that the last
 * words are meant as parameters: `SUB DOUBLE IT N` and `DOUBLE IT 4`.
 * @param procedures those of the file as they are read, and those of included files
 * @param others what else a call may mean
 */
export function splitHeaders(
  all: readonly IToken[],
  procedures: ProcedureNames,
  others: OtherMeanings,
): SplitHeaders {
  const headers = collectLooseHeaders(all).filter(({ key }) => beginningsOf(key).length > 0);
  const called = beginningsCalled(
    all,
    procedures,
    new Set(headers.flatMap(({ key }) => beginningsOf(key))),
  );
  const splits = new Map<number, number>();
  const problems: Problem[] = [];
  const set = namesSet(all);
  let certain = 0;
  for (const { kind, key, displayName, nameSpan } of headers) {
    const beginning = beginningsOf(key).findLast((one) => called.has(one));
    if (beginning === undefined) continue;
    const count = beginning.split(" ").length;
    const written = displayName.split(" ");
    const name = written.slice(0, count).join(" ");
    const parameters = written.slice(count).join(", ");
    splits.set(nameSpan.start, count);
    // Else a phrase, a function or a variable of that name may be meant.
    const isCall = called.get(beginning) === true && !others.isFunction(beginning);
    const isName = beginning.includes(" ") || (isCall && !set.has(beginning));
    if (isName && !others.isPhrase(beginning)) certain++;
    problems.push({
      message: syntaxMessages.headerWithoutBrackets(kind.toUpperCase(), name, parameters),
      span: nameSpan,
    });
  }
  return { splits, problems, certain };
}

/** The names that a file sets by `=` or DIM, without sigils. */
function namesSet(all: readonly IToken[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [at, token] of all.entries()) {
    const isSet = all[at + 1]?.tokenType === tokens.Equal || all[at - 1]?.tokenType === words.Dim;
    if (isSet) found.add(withoutSigil(wordOf(token)));
  }
  return found;
}

/** Lists what the name may be if its last words are parameters, the shortest first. */
function beginningsOf(key: string): string[] {
  const all = key.split(" ");
  if (all.length > MOST_WORDS) return [];
  return all.slice(1).map((_, last) => all.slice(0, last + 1).join(" "));
}

/**
 * Finds the beginnings of names that stand before a value, where no procedure is called, each with
 * whether the value is in brackets somewhere.
 */
function beginningsCalled(
  all: readonly IToken[],
  procedures: ProcedureNames,
  beginnings: ReadonlySet<string>,
): ReadonlyMap<string, boolean> {
  const called = new Map<string, boolean>();
  for (const [at, token] of all.entries()) {
    const before = all[at - 1]?.tokenType;
    const first = wordAt(all, at);
    if (!beginnings.has(first) || before === words.Sub || before === words.Function) continue;
    if (procedures.find(wordOf(token), (after) => wordAt(all, at + after)) !== undefined) continue;
    const { beginning, next } = longestAt(all, at, beginnings);
    if (next === undefined || !isValue(next)) continue;
    const inBrackets = next.tokenType === tokens.LeftParenthesis;
    called.set(beginning, inBrackets || called.get(beginning) === true);
  }
  return called;
}

function longestAt(all: readonly IToken[], at: number, beginnings: ReadonlySet<string>) {
  let beginning = wordAt(all, at);
  let end = at + 1;
  while (beginnings.has(`${beginning} ${wordAt(all, end)}`)) {
    beginning = `${beginning} ${wordAt(all, end)}`;
    end++;
  }
  return { beginning, next: all[end] };
}

function isValue({ tokenType }: IToken): boolean {
  return tokenType === tokens.PlainWord || VALUES.has(tokenType);
}

function wordAt(all: readonly IToken[], at: number): string {
  const token = all[at];
  return token === undefined ? "" : withoutSigil(wordOf(token));
}
