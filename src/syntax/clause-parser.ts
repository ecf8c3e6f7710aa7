import type { IToken, TokenType } from "chevrotain";
import { type MeantPhrase, phraseMessages } from "../diagnostics/codes/phrases.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { SlotValue } from "./ast.ts";
import { precedenceOf } from "./operators.ts";
import type { PhraseEntry, Slot } from "./pattern.ts";
import { SlotParser, type Walk } from "./slot-parser.ts";
import { describeToken, spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import {
  type ClauseSet,
  continuations,
  describeContinuations,
  meantBy,
  type TrieNode,
} from "./trie.ts";
import { usageOf } from "./usage.ts";
import * as words from "./words.ts";

/** What begins nothing but a value. */
export const VALUES: ReadonlySet<TokenType> = new Set([
  tokens.TextLiteral,
  tokens.TemplateStart,
  tokens.NumberLiteral,
]);

/** Of more words, nobody can tell which one is missing. */
const MOST_MISSING = 3;

/** The phrase that was read last. */
interface EndedPhrase {
  /** From where it could have gone on. */
  readonly node: TrieNode;
  readonly entry: PhraseEntry;
  /** The offset of its last token. */
  readonly at: number;
}

/** Reads the clauses of a phrase, and says how a phrase should have gone on. */
export abstract class ClauseParser extends SlotParser {
  protected ended: EndedPhrase | undefined;

  /** Tells whether a provided statement begins with a word. */
  protected abstract beginsStatement(word: string): boolean;

  protected abstract findProcedure(ahead?: number): unknown;

  protected failOtherwise(meant: MeantPhrase, expected: string, proposed?: string): never {
    const found = describeToken(this.LA(1));
    this.failPhrase(phraseMessages.otherwise(meant, expected, found, proposed));
  }

  /** Says how the phrase that ended just now could have gone on, where it could. */
  protected failAfterPhrase(): void {
    if (this.ended?.at !== this.LA(0).startOffset) return;
    const { node, entry } = this.ended;
    const further = continuations(node);
    if (further.length === 0) return;
    const proposed = suggest(this.word(1), further);
    const [clause] = node.clauses === undefined ? [] : continuations(node.clauses.clauses);
    const { title } = entry;
    const written = usageOf(entry);
    // Of a phrase with clauses alone the usage would show none.
    const usage = written === title && clause !== undefined ? `${title} ${clause} …` : written;
    this.failOtherwise({ title, usage }, describeContinuations(node), proposed);
  }

  /** Two values side by side are none, so a word of the phrase before one is no name. */
  protected lacksWord({ words: longer, end }: TrieNode): boolean {
    const fits =
      longer.size > 0 && longer.size <= MOST_MISSING && this.isAhead(1, tokens.PlainWord);
    if (end !== undefined || !fits || this.findProcedure() !== undefined) return false;
    if (VALUES.has(this.LA(2).tokenType)) return true;
    const isName = this.isAhead(2, tokens.PlainWord) && !words.CONNECTIVES.has(this.word(2));
    return isName && !this.isStop(2) && precedenceOf(this.LA(2).tokenType) === undefined;
  }

  /** Fails where a value stands in the place of a word that must go on from a node. */
  protected failMissingWord(node: TrieNode, before: string): never {
    const { title } = meantBy(node, before);
    const found = describeToken(this.LA(1));
    this.failPhrase(phraseMessages.missingWord(title, before, [...node.words.keys()], found));
  }

  /** Fails where a word is like one that could go on from the node. */
  protected failMisspelt(node: TrieNode | undefined, token: IToken): void {
    if (node === undefined || token.tokenType !== tokens.PlainWord) return;
    const proposed = suggest(wordOf(token), continuations(node));
    if (proposed === undefined || node.words.has(wordOf(token))) return;
    const expected = describeContinuations(node);
    this.failPhrase(
      phraseMessages.otherwise(meantBy(node, token.image), expected, token.image, proposed),
      spanOf(token),
    );
  }

  /** Reads what fills a slot, up to where the phrase would go on. */
  protected readSlotUpTo(next: TrieNode, slot: Slot, walk: Walk): SlotValue {
    const takesValue = slot.type !== "word" && slot.type !== "lines" && slot.type !== "constant";
    if (takesValue && (this.#valueIsMissing() || this.#goesOnWithout(next))) {
      this.failOtherwise(walk, "a value");
    }
    return this.upTo(next, () => this.readSlotValue(slot, walk));
  }

  /** `DOWNLOAD WHATSAPP MEDIA AS "a.jpg"`: a word of the phrase before a text is no value. */
  #goesOnWithout({ words: following }: TrieNode): boolean {
    return following.has(this.word(1)) && this.isAhead(2, tokens.TextLiteral);
  }

  #valueIsMissing(): boolean {
    const token = this.LA(1);
    if (wordOf(token) !== "") return words.NEVER_OPERANDS.has(token.tokenType);
    return !this.canStartOperand(1) && !this.signAhead() && !this.isAhead(1, tokens.Dot);
  }

  /** Reads a value up to where the phrase would go on. */
  protected upTo<T>(next: TrieNode, read: () => T): T {
    const stops = this.stops;
    this.stops = [...stops, next];
    const value = read();
    this.stops = stops;
    return value;
  }

  protected capture(node: TrieNode, word: string, walk: Walk): void {
    const slot = node.captures.get(word);
    const token = this.take();
    if (slot !== undefined) walk.slots.set(slot.name, { kind: "word", word, ...spanOf(token) });
  }

  /** How many tokens a clause's joiner takes up ahead (0 or 1); undefined where no clause begins. */
  protected clauseAhead(set: ClauseSet, ahead = 1): 0 | 1 | undefined {
    const joins = this.isAhead(ahead, tokens.Comma) || words.CLAUSE_JOINERS.has(this.word(ahead));
    if (joins && (this.#beginsClause(set, ahead + 1) || this.#misspellsClause(set, ahead + 1)))
      return 1;
    return this.#beginsClause(set, ahead) ? 0 : undefined;
  }

  /** `WITH SUBJCT text`: a value would end before another one. */
  #misspellsClause(set: ClauseSet, ahead: number): boolean {
    if (!this.isAhead(ahead, tokens.PlainWord)) return false;
    // A word is not asked whether it ends a value, as that would ask the next one, and so on.
    const isAsked = this.isAhead(ahead + 1, tokens.PlainWord) || this.canStartOperand(ahead + 1);
    return isAsked && suggest(this.word(ahead), set.clauses.words.keys()) !== undefined;
  }

  /** In `WITH subject, body` the words are values. */
  #beginsClause(set: ClauseSet, ahead: number): boolean {
    const clause = set.clauses.words.get(this.word(ahead));
    return clause !== undefined && (clause.clauseEnd || !this.isAhead(ahead + 1, tokens.Comma));
  }

  protected readClauses(owner: TrieNode, set: ClauseSet, walk: Walk): TrieNode {
    for (;;) {
      if (this.continuesOnNextLine(owner)) this.take();
      const joiner = this.clauseAhead(set);
      if (joiner === undefined) break;
      if (joiner === 1) this.take();
      this.#readClause(owner, set, walk);
    }
    const missing = set.required.find(({ slot }) => !walk.slots.has(slot));
    if (missing === undefined && !this.isStop(1)) this.failMisspelt(owner, this.LA(1));
    if (missing === undefined) {
      this.#failUnknownClause(set, walk);
      return set.after;
    }
    const meant = meantBy(owner, walk.title);
    const joined = words.CLAUSE_JOINERS.has(this.word(1)) || this.isAhead(1, tokens.Comma);
    const proposed = suggest(this.word(joined ? 2 : 1), continuations(set.clauses));
    if (proposed !== undefined) {
      if (joined) this.take();
      this.failOtherwise(meant, describeContinuations(set.clauses), proposed);
    }
    this.failPhrase(phraseMessages.missingClause(meant.title, missing.words));
  }

  /** `MOCK GET url WITH { … }`: only a clause can follow, and this is none. */
  #failUnknownClause({ clauses }: ClauseSet, walk: Walk): void {
    if (this.word(1) !== "WITH" || this.isStop(1) || this.atStatementEnd(2)) return;
    this.take();
    this.failOtherwise(walk, describeContinuations(clauses));
  }

  #readClause(owner: TrieNode, set: ClauseSet, walk: Walk): void {
    const token = this.LA(1);
    const clause: Walk = { ...walk, slots: new Map() };
    let node = set.clauses;
    while (!node.clauseEnd || node.words.has(this.word(1)) || this.#wordEndsClause(node, set)) {
      const child = node.words.get(this.word(1));
      if (child !== undefined) {
        this.capture(node, this.word(1), clause);
        node = child;
      } else if (node.slot !== undefined) {
        const { slot, next } = node.slot;
        const value = this.upTo(next, () => this.readSlotUpTo(owner, slot, clause));
        clause.slots.set(slot.name, value);
        node = next;
      } else {
        const proposed = suggest(this.word(1), continuations(node));
        const expected = describeContinuations(node);
        const begun = this.source.slice(token.startOffset, this.LA(1).startOffset).trim();
        this.failOtherwise({ ...walk, usage: `${begun} ${expected}` }, expected, proposed);
      }
    }
    if ([...clause.slots.keys()].some((name) => walk.slots.has(name))) {
      this.report(phraseMessages.repeatedClause(describeToken(token)), spanOf(token));
      return;
    }
    for (const [name, value] of clause.slots) walk.slots.set(name, value);
  }

  /** Tells whether a word that may end a clause is there, and not the beginning of another clause. */
  #wordEndsClause({ slot }: TrieNode, set: ClauseSet): boolean {
    if (slot?.slot.type !== "word" || !this.isAhead(1, tokens.PlainWord)) return false;
    if (this.isStop(1) || this.clauseAhead(set) !== undefined) return false;
    return suggest(this.word(1), set.clauses.words.keys()) === undefined;
  }

  /** A line that begins with a clause of this phrase goes on with it. */
  protected continuesOnNextLine(node: TrieNode): boolean {
    if (!this.isAhead(1, tokens.Newline)) return false;
    const joiner = node.clauses === undefined ? undefined : this.clauseAhead(node.clauses, 2);
    if (joiner === 1) return true;
    const word = this.word(2);
    if (joiner === undefined && !node.words.has(word)) return false;
    // A word that can begin a statement of its own needs a second word to belong here.
    const startsStatement =
      words.RESERVED_WORDS.has(word) || this.beginsStatement(word) || word === "WITH";
    const child = node.words.get(word);
    if (startsStatement) return child?.words.has(this.word(3)) === true;
    return !this.isAhead(3, tokens.Equal);
  }
}
