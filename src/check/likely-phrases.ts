import { MOST_PROPOSALS, suggest } from "../diagnostics/suggest.ts";
import type { Command, Identifier } from "../syntax/ast.ts";
import type { KnownPhrase } from "../syntax/known-phrase.ts";
import type { Scope } from "./scope.ts";
import type { FileNames } from "./script.ts";

/** A phrase that is spelt like the first words of a command. */
export interface Near {
  readonly title: string;
  readonly words: readonly Identifier[];
}

/** No phrase has more words. */
export const LONGEST_TITLE = 6;

/** Texts that differ are compared with all phrases this often; a script has far fewer. */
const MOST_SEARCHES = 10 * MOST_PROPOSALS;

/** How statements of the language itself begin. */
const STRUCTURE_TITLES = (
  "IF,ELSEIF,ELSE,FOR,FOR EACH,NEXT,WHILE,WEND,DO,LOOP,SELECT CASE,SWITCH,CASE,TRY,CATCH,FINALLY," +
  "THROW,SUB,FUNCTION,RETURN,EXIT,CONTINUE,CALL,SPAWN,GOTO,GOSUB,RESUME,CONST,REDIM,END IF,END SUB," +
  "END FUNCTION,END SELECT,END WITH,END TRY,END ON"
).split(",");

/** What must follow a word of the language where it begins a statement; all others may go on. */
const STRUCTURES: ReadonlyMap<string, RegExp> = new Map([
  ["FOR", /=|\bIN\b/i],
  ["FOR EACH", /\bIN\b/i],
  ["NEXT", /^(?:\w+(?:\s*,\s*\w+)*)?$/],
  ["DO", /^(?:(?:WHILE|UNTIL)\b.*)?$/i],
  ["LOOP", /^(?:(?:WHILE|UNTIL)\b.*)?$/i],
  ...["WEND", "TRY", "FINALLY"].map((word) => [word, /^$/] as const),
]);

interface Title {
  readonly title: string;
  /** In upper case. */
  readonly words: readonly string[];
  /** Of the language itself, of the script or of gbasic, or one that is known by name only. */
  readonly origin: "structure" | "provided" | "known";
}

/** The phrases that a command of a file may have been meant to be, found by how they are spelt. */
export class LikelyPhrases {
  /** By their number of words and their first one. */
  readonly #titles = new Map<number, Map<string, Title[]>>();
  readonly #firstWords = new Map<string, readonly string[]>();
  readonly #found = new Map<string, { title: string; count: number } | undefined>();

  constructor(names: FileNames) {
    // In this order, so that LOP is taken for LOOP rather than for LOG, and what is the script's own first.
    for (const title of STRUCTURE_TITLES) this.#add(title, "structure");
    for (const { displayName } of names.procedures.values()) this.#add(displayName, "provided");
    for (const { title } of names.registry.phrases) this.#add(title, "provided");
    for (const phrase of names.registry.known.values()) this.#add(beginningOf(phrase), "known");
  }

  /**
   * Finds the phrase or SUB that is spelt like a command.
   * @param more how many words fit already: only a phrase with more of them is nearer
   */
  nearest(command: Command, more: number, scope?: Scope): Near | undefined {
    const all = wordsToCompare(command, scope);
    const asked = `${command.words.length} ${more} ${command.text} ${textOf(all)}`;
    if (!this.#found.has(asked)) this.#found.set(asked, this.#search(command, all, more));
    const found = this.#found.get(asked);
    return found && { title: found.title, words: all.slice(0, found.count) };
  }

  #search(command: Command, all: readonly Identifier[], more: number) {
    if (this.#found.size >= MOST_SEARCHES) return undefined;
    const fixed = command.known === undefined ? 0 : command.words.length;
    // The words may run on into what was meant as a slot, so shorter beginnings are tried too.
    for (let count = all.length; count > more; count--) {
      const meant = all.slice(0, count);
      const titles = this.#spelt(command, meant, fixed);
      // What fits already must not make up for what does not.
      const rests = titles.map(({ words }) => words.slice(fixed).join(" "));
      const rest = suggest(textOf(meant.slice(fixed)), rests);
      const title = rest === undefined ? undefined : titles[rests.indexOf(rest)]?.title;
      if (title !== undefined) return { title, count };
    }
    return fixed > 0 ? undefined : this.#endingWith(command.words);
  }

  /** RESPONSE STATUS is SET RESPONSE STATUS without its first word. */
  #endingWith(words: readonly Identifier[]) {
    if (words.length < 2) return undefined;
    const end = ` ${textOf(words).toUpperCase()}`;
    const longer = [...(this.#titles.get(words.length + 1)?.values() ?? [])].flat();
    const found = longer.find(
      ({ title, origin }) => origin === "provided" && title.toUpperCase().endsWith(end),
    );
    return found && { title: found.title, count: words.length };
  }

  /** The titles whose words are those of a command, the first ones, or else spelt like them. */
  #spelt(command: Command, meant: readonly Identifier[], fixed: number): readonly Title[] {
    const [first] = meant;
    const ofLength = this.#titles.get(meant.length);
    if (first === undefined || ofLength === undefined) return [];
    const firstWords = fixed > 0 ? [first.key] : this.#wordsLike(first.key);
    return firstWords
      .flatMap((word) => ofLength.get(word) ?? [])
      .filter((title) => mayMean(title, command))
      .filter(({ words }) =>
        meant.every(({ key }, at) => at === 0 || isLike(key, words[at] ?? "", at < fixed)),
      );
  }

  /** The first words of phrases that a word is or is spelt like. */
  #wordsLike(key: string): readonly string[] {
    const known = this.#firstWords.get(key);
    if (known !== undefined) return known;
    const all = new Set([...this.#titles.values()].flatMap((titles) => [...titles.keys()]));
    const like = [...all].filter((word) => isLike(key, word, false));
    this.#firstWords.set(key, like);
    return like;
  }

  #add(title: string, origin: Title["origin"]): void {
    const words = title.toUpperCase().split(" ");
    const [first = ""] = words;
    const ofLength = this.#titles.get(words.length) ?? new Map<string, Title[]>();
    this.#titles.set(words.length, ofLength);
    const titles = ofLength.get(first) ?? [];
    ofLength.set(first, titles);
    titles.push({ title, words, origin });
  }
}

/** The first words up to one before which more than a blank stands, such as a comma or a text. */
export function sideBySide(words: readonly Identifier[]): Identifier[] {
  const end = words.findIndex(({ start }, at) => at > 0 && start - (words[at - 1]?.end ?? 0) > 1);
  return words.slice(0, end === -1 ? words.length : end);
}

/** Words as they are written, with a blank between them. */
export function textOf(words: readonly Identifier[]): string {
  return words.map(({ text }) => text).join(" ");
}

/** Words that fit already, and those after them that are no variables. */
function wordsToCompare({ known, words, mentioned }: Command, scope?: Scope): Identifier[] {
  const all = sideBySide([...words, ...mentioned]).slice(0, LONGEST_TITLE);
  if (known === undefined) return all;
  const end = all.findIndex(({ key }, at) => at >= words.length && scope?.find(key) !== undefined);
  return end === -1 ? all : all.slice(0, end);
}

/** The words of a known phrase up to its first value. */
function beginningOf({ pattern }: KnownPhrase): string {
  return pattern.split(/ […"]/, 1)[0] ?? pattern;
}

/** Tells whether a title can stand before what is written after the first words of a command. */
function mayMean({ title, words, origin }: Title, { known, words: own, text }: Command): boolean {
  // PAY INVOICE LATER is no PLAY: a single word of a phrase stands before a value.
  if (origin === "known") return own.length === 1 || words.length > 1;
  if (origin !== "structure") return true;
  if (known !== undefined) return false;
  const follows = STRUCTURES.get(title);
  const before = textOf(own.slice(0, words.length)).length;
  return follows === undefined || follows.test(text.slice(before).trim());
}

function isLike(written: string, word: string, exactly: boolean): boolean {
  return written === word || (!exactly && suggest(written, [word]) !== undefined);
}
