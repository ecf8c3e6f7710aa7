import type { IToken, TokenType } from "chevrotain";
import { endsBlock, type OpenBlock, openBlock } from "../open-block.ts";
import { spanOf, wordOf } from "../token.ts";
import * as tokens from "../tokens.ts";
import * as words from "../words.ts";
import {
  ENDS,
  REAL_ENDS,
  PARTS,
  OPENINGS,
  PROCEDURES,
  FOLLOWS_NAME,
  INLINE,
  MAY_STAND_ALONE,
  STAND_ALONE,
} from "./block-tokens.ts";
import type { BrokenScript } from "./broken-script.ts";
import { chooseEnds } from "./end-choice.ts";
import type { Mend } from "./mend.ts";
import { MendList } from "./mend-list.ts";
import type { EndCandidate, Nesting } from "./nesting.ts";
import { isLikeEndOf, meantOpening, meantPart } from "./spelling.ts";
import { endsStatement, type StatementStart, statementStarts } from "./statement-starts.ts";

/**
 * Finds words of the structure that are misspelt or mixed up, such as END FI, SELCT CASE or WEND in
 * a DO loop, by the blocks that lack an end, or have one too many. What it finds is a guess: the
 * caller keeps it only where the script reads better with it.
 */
export function mendBlocks(script: BrokenScript): readonly Mend[] {
  return new BlockMender(script).run();
}

/** A misspelt word that seems to begin a block. */
interface PossibleOpening {
  readonly at: number;
  readonly indent: number | undefined;
  readonly word: string;
  readonly block: OpenBlock;
}

class BlockMender {
  readonly #script: BrokenScript;
  readonly #all: readonly IToken[];
  #open: Nesting[] = [];
  readonly #possible: PossibleOpening[] = [];
  readonly #list: MendList;

  constructor(script: BrokenScript) {
    this.#script = script;
    this.#all = script.tokens;
    this.#list = new MendList(script);
  }

  run(): readonly Mend[] {
    for (const start of statementStarts(this.#all, this.#script.text)) {
      const token = this.#all[start.at];
      if (token !== undefined) this.#statement(token, start);
    }
    this.#closeDownTo(0);
    return this.#list.mends;
  }

  #statement(token: IToken, start: StatementStart): void {
    const type = token.tokenType;
    if (ENDS.has(type)) this.#end(token, start);
    else if (PARTS.has(type)) this.#part(token, start);
    else if (type === words.End) this.#note(start, 1, "bare-end");
    else if (type === tokens.PlainWord) this.#word(token, start);
    else if (type === words.If) {
      if (this.#isBlockIf(start)) this.#push(openBlock("IF", spanOf(token)), start);
    } else {
      const procedure = PROCEDURES.get(type);
      if (procedure !== undefined) this.#closeDownTo(0);
      const block = procedure ?? OPENINGS.get(type);
      if (block !== undefined) this.#push(openBlock(block, spanOf(token)), start);
    }
  }

  #push(block: OpenBlock, { at, indent }: Pick<StatementStart, "at" | "indent">): void {
    this.#open.push({ block, at, indent, candidates: [], overtaken: undefined });
  }

  /** The lines below belong to an IF whose line ends with THEN, or should. */
  #isBlockIf({ at, indent, lineEnd }: StatementStart): boolean {
    if (this.#typeAt(lineEnd - 1) === words.Then) return true;
    const line = indent === undefined ? undefined : this.#all.slice(at, lineEnd);
    return line?.every(({ tokenType }) => !INLINE.has(tokenType)) === true;
  }

  #end(token: IToken, start: StatementStart): void {
    const depth = this.#open.findLastIndex(({ block }) => endsBlock(block, token));
    const [top, ended] = [this.#open.at(-1), this.#open[depth]];
    if (ended === undefined) {
      const isWord = token.tokenType !== words.EndBlock || REAL_ENDS.has(wordOf(token));
      if (!isWord && this.#looksLikeEnd(wordOf(token))) this.#misspeltEnd(start, 1);
      else if (this.#useOpening(token) === undefined) this.#note(start, 1, "other-block");
    } else if (top !== ended && top?.indent === start.indent && ended.indent !== start.indent) {
      this.#note(start, 1, "other-block");
    } else {
      this.#closeDownTo(depth + 1);
      this.#open.pop();
      this.#noteOvertaken(ended, token, start);
    }
  }

  /** A misspelt end that is indented like the innermost block is taken for its end at once. */
  #misspeltEnd(start: StatementStart, count: number): void {
    const top = this.#open.at(-1);
    this.#note(start, count, "misspelt");
    const candidate = top?.candidates.at(-1);
    if (top === undefined || candidate === undefined) return;
    if (top.indent !== start.indent || !isLikeEndOf(top.block, candidate.written)) return;
    this.#list.end(top, candidate);
    this.#open.pop();
  }

  /** An end that is indented like a block further out shows which of the two lacks its own. */
  #noteOvertaken(inner: Nesting, token: IToken, { at, indent }: StatementStart): void {
    if (inner.indent === indent) return;
    const outer = this.#open.findLast(
      (nesting) => nesting.indent === indent && endsBlock(nesting.block, token),
    );
    if (outer !== undefined) outer.overtaken ??= { inner, before: at };
  }

  #part(token: IToken, start: StatementStart): void {
    const depth = this.#open.findLastIndex(({ block }) => endsBlock(block, token));
    if (depth !== -1) this.#closeDownTo(depth + 1);
    else {
      const opening = this.#useOpening(token);
      if (opening !== undefined) this.#push(opening.block, opening);
    }
    if (token.tokenType === words.Else && this.#isElseIf(start)) {
      this.#list.part(start.at, 2, "ELSE IF");
    }
  }

  /** `ELSE IIF x THEN`: where the line ends with THEN, the word after ELSE can only be IF. */
  #isElseIf({ at, lineEnd }: StatementStart): boolean {
    if (this.#typeAt(at + 1) !== tokens.PlainWord || FOLLOWS_NAME.has(this.#typeAt(at + 2))) {
      return false;
    }
    return this.#typeAt(lineEnd - 1) === words.Then;
  }

  #word(token: IToken, start: StatementStart): void {
    const { at } = start;
    const word = wordOf(token);
    const next = this.#all[at + 1];
    const second = next === undefined ? "" : wordOf(next);
    if (FOLLOWS_NAME.has(next?.tokenType)) return;
    if (this.#script.isHandler(word, second)) {
      this.#closeDownTo(0);
      this.#push(blockEndedBy(`${word} ${second}`, "ON", token), start);
      return;
    }
    const closing = this.#script.commandBlocks.get(token.startOffset);
    if (closing !== undefined) this.#commandBlock(token, closing, start);
    if (closing !== undefined || this.#misspeltPart(word, second, at)) return;
    if (second !== "" && this.#looksLikeEnd(`${word} ${second}`)) this.#misspeltEnd(start, 2);
    else if (!this.#script.isKnown(word)) this.#unknownWord(word, start);
  }

  /** `DEF F(x) … END DEF` is no statement of its own, but a FUNCTION. */
  #commandBlock(token: IToken, closing: string, start: StatementStart): void {
    const word = wordOf(token);
    const meant = this.#script.isKnown(word) ? undefined : meantOpening(word, false);
    if (meant === undefined) {
      this.#push(blockEndedBy(word, closing, token), start);
      return;
    }
    this.#list.opening(start.at, meant.word);
    this.#push(openBlock(meant.block, spanOf(token)), start);
  }

  #unknownWord(word: string, start: StatementStart): void {
    const token = this.#all[start.at];
    if (token === undefined) return;
    if (this.#looksLikeEnd(word)) {
      this.#misspeltEnd(start, 1);
      return;
    }
    const isTest = this.#typeAt(start.lineEnd - 1) === words.Then;
    const meant = meantOpening(word, isTest);
    if (meant === undefined) return;
    const block = openBlock(meant.block, spanOf(token));
    this.#possible.push({ ...start, word: meant.word, block });
  }

  #looksLikeEnd(written: string): boolean {
    return this.#open.some(({ block }) => isLikeEndOf(block, written));
  }

  #note({ at, indent }: StatementStart, count: number, kind: EndCandidate["kind"]): void {
    const to = at + count;
    const named = this.#all.slice(at, to).map(wordOf);
    if (kind === "bare-end" && !endsStatement(this.#all[to])) return;
    const candidate: EndCandidate = { from: at, to, written: named.join(" "), kind, indent };
    this.#open.at(-1)?.candidates.push(candidate);
  }

  /** `ELSIF x = 2 THEN`, `CSAE 1`: a part of the innermost block. */
  #misspeltPart(word: string, second: string, at: number): boolean {
    if (this.#script.isKnown(word)) return false;
    const count = second === "IF" ? 2 : 1;
    const written = count === 2 ? `${word} IF` : word;
    const meant = this.#meantPart(written);
    if (meant === undefined) return false;
    const isAlone = endsStatement(this.#all[at + count]);
    if (isAlone ? !MAY_STAND_ALONE.has(meant) : STAND_ALONE.has(meant)) return false;
    this.#list.part(at, count, meant);
    return true;
  }

  /** Finds the part of the innermost block, or of one whose first word is misspelt too. */
  #meantPart(written: string): string | undefined {
    const top = this.#open.at(-1);
    const known = top && meantPart(top.block, written);
    const possible = this.#possible.at(-1);
    if (known !== undefined || possible === undefined || possible.at < (top?.at ?? 0)) return known;
    const meant = meantPart(possible.block, written);
    if (meant === undefined) return undefined;
    this.#possible.pop();
    this.#list.opening(possible.at, possible.word);
    this.#push(possible.block, { at: possible.at, indent: possible.indent });
    return meant;
  }

  /** Takes the nearest misspelt word before that would begin what a token ends or goes on with. */
  #useOpening(token: IToken): PossibleOpening | undefined {
    const least = this.#open.at(-1)?.at ?? -1;
    const found = this.#possible.findLastIndex(
      ({ at, block }) => at > least && endsBlock(block, token),
    );
    const [opening] = found === -1 ? [] : this.#possible.splice(found, 1);
    if (opening !== undefined) this.#list.opening(opening.at, opening.word);
    return opening;
  }

  /** Looks for the ends of all blocks but the first ones, and closes them. */
  #closeDownTo(depth: number): void {
    const unclosed = this.#open.splice(depth);
    if (unclosed.length === 0) return;
    const { chosen, left } = chooseEnds(unclosed);
    for (const { nesting, candidate } of chosen) this.#list.end(nesting, candidate);
    for (const { overtaken } of left) {
      if (overtaken !== undefined) this.#list.missingEnd(overtaken);
    }
  }

  #typeAt(at: number): TokenType | undefined {
    return this.#all[at]?.tokenType;
  }
}

function blockEndedBy(opening: string, word: string, token: IToken): OpenBlock {
  const closing = `END ${word}`;
  return { opening, closing, span: spanOf(token), endWords: [word], endTokens: [] };
}
