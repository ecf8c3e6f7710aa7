import type { Phrase } from "./ast.ts";
import { BareFunctionParser } from "./bare-function-parser.ts";
import type { PhraseEntry, Slot } from "./pattern.ts";
import { CLOSING_NESTS } from "./brackets.ts";
import { NEGATABLE } from "./operators.ts";
import type { Walk } from "./slot-parser.ts";
import { spanOf } from "./token.ts";
import { VALUES } from "./clause-parser.ts";
import * as tokens from "./tokens.ts";
import {
  describeContinuations,
  firstEnd,
  meantBy,
  type PhraseEnd,
  type TrieNode,
  wordBeforeValue,
} from "./trie.ts";
import * as words from "./words.ts";

/** Walks the tries of the registry; everything between a phrase's words goes to `expression`. */
export abstract class PhraseParser extends BareFunctionParser {
  /** Counts the literal words ahead that lead somewhere in a trie; 0 where no phrase begins. */
  protected countPhraseWords(root: TrieNode): number {
    const path = this.literalPath(root);
    const last = path.findLastIndex((node, at) => this.#leadsOn(node, at + 1));
    // `LOG -1` says nothing as a value, but `x = first -1` does.
    const isSigned = root === this.tries.statements && path.length === 1 && this.prefixAhead(2);
    return isSigned && path[0]?.slot !== undefined ? 1 : last + 1;
  }

  /** Follows the literal words ahead through a trie: the node after each of them. */
  protected literalPath(root: TrieNode): readonly TrieNode[] {
    const path: TrieNode[] = [];
    let node = root.words.get(this.word(1));
    while (node !== undefined) {
      path.push(node);
      node = node.words.get(this.word(path.length + 1));
    }
    return path;
  }

  /** Tells whether the line ends where the words ahead would go on with a value. */
  protected lacksValue(root: TrieNode): boolean {
    const path = this.literalPath(root);
    return path.at(-1)?.slot !== undefined && this.atStatementEnd(path.length + 1);
  }

  /** A reserved word may begin an operand where it begins a phrase function: IS NUMERIC(x). */
  protected override canStartOperand(ahead: number): boolean {
    if (super.canStartOperand(ahead)) return true;
    const phrase = this.isAhead(ahead, words.Is)
      ? this.tries.functions.words.get(this.word(ahead))
      : undefined;
    return phrase?.words.has(this.word(ahead + 1)) === true;
  }

  #leadsOn(node: TrieNode, ahead: number): boolean {
    if (node.end !== undefined || node.clauses !== undefined) return true;
    if (node.slot === undefined) return false;
    // A single word is a phrase only before a value: `x = LLM` reads a variable named LLM.
    if (ahead > 1) return true;
    const isCall = this.#isCall(node, ahead + 1);
    return this.#startsValue(ahead + 1) && !isCall && !this.#isOtherPhrase(node, ahead + 1);
  }

  /** `GET FORM "name"` is no GET of a variable FORM: two values side by side are none. */
  #isOtherPhrase({ words: longer, slot }: TrieNode, ahead: number): boolean {
    const gives = this.tries.functions.words.has(this.word(ahead - 1));
    if (!gives || longer.size === 0 || !this.isAhead(ahead, tokens.PlainWord)) return false;
    const [word, next] = [this.word(ahead), this.word(ahead + 1)];
    const begins = this.tries.functions.words.has(word) && !longer.has(word);
    if (begins || this.findProcedure(ahead) !== undefined) return false;
    if (this.atStatementEnd(ahead + 1) || this.adjacent(ahead + 1)) return false;
    if (slot?.next.words.has(next) === true || words.CONNECTIVES.has(next)) return false;
    if (this.isStop(ahead + 1)) return false;
    return this.isAhead(ahead + 1, tokens.PlainWord) || VALUES.has(this.LA(ahead + 1).tokenType);
  }

  /** Tells whether words stand here that begin like a phrase of one word, and are none. */
  protected otherPhraseAhead(root: TrieNode): boolean {
    const node = root.words.get(this.word(1));
    return node?.slot !== undefined && this.#isOtherPhrase(node, 2);
  }

  /** `first NOT IN list` goes on with an operator, not with a value. */
  #startsValue(ahead: number): boolean {
    const isOperator =
      this.isAhead(ahead, words.Not) && NEGATABLE.has(this.LA(ahead + 1).tokenType);
    return !isOperator && this.canStartOperand(ahead);
  }

  #isCall(node: TrieNode, ahead: number): boolean {
    return this.isAhead(ahead, tokens.LeftParenthesis) && firstEnd(node)?.entry.callable === true;
  }

  /** Reads the phrase that begins here; its words were found in the trie before. */
  protected readPhrase(root: TrieNode, minimum: number): Phrase {
    const { start } = spanOf(this.LA(1));
    const walk: Walk = {
      slots: new Map(),
      minimum,
      ...meantBy(this.literalPath(root).at(-1) ?? root, this.word(1)),
    };
    const { entry, pattern } = this.#walk(root, walk);
    const span = this.spanFrom(start);
    return { entry, pattern, slots: walk.slots, ...span };
  }

  #walk(root: TrieNode, walk: Walk): PhraseEnd {
    let node = root;
    let owner = root;
    for (;;) {
      // Behind clauses there may be more of them.
      if (node.clauses !== undefined) owner = node;
      const word = this.word(1);
      const child = node.words.get(word);
      const slot = this.isAhead(1, tokens.TextLiteral) ? (node.quoted ?? node.slot) : node.slot;
      if (node.clauses !== undefined && this.clauseAhead(node.clauses) !== undefined) {
        node = this.readClauses(node, node.clauses, walk);
      } else if (child !== undefined && this.#literalWins(node, child)) {
        this.capture(node, word, walk);
        node = child;
      } else if (node.comma !== undefined && this.isAhead(1, tokens.Comma)) {
        this.take();
        node = node.comma;
      } else if (slot !== undefined && (slot === node.quoted || this.#slotWins(node))) {
        this.#failMisspeltWord(node, child);
        node = this.#readSlot(slot.slot, slot.next, walk);
      } else if (this.continuesOnNextLine(node)) {
        this.take();
      } else if (node.end === undefined && node.clauses !== undefined) {
        node = this.readClauses(node, node.clauses, walk);
      } else {
        if (!this.isStop(1)) this.failMisspelt(node, this.LA(1));
        if (node.end === undefined) {
          this.failOtherwise(meantBy(node, walk.title), describeContinuations(node));
        }
        const from = owner.clauses === undefined ? node : owner;
        this.ended = { node: from, entry: node.end.entry, at: this.LA(0).startOffset };
        return node.end;
      }
    }
  }

  /**
   * Fails where a value would begin with a word that is like one of the phrase, and could not go on:
   * `EXPECT STATSU 200`, `EXPECT SENT WHATSAP`, or with one of the phrase whose next word is missing:
   * `WITH IMAGE "a.png"` without FROM.
   */
  #failMisspeltWord(node: TrieNode, child: TrieNode | undefined): void {
    if (this.countPhraseWords(this.tries.functions) > 0) return;
    if (child !== undefined) {
      if (child.slot !== undefined) return;
      this.failMisspelt(child, this.LA(2));
      if (this.lacksWord(child)) this.failMissingWord(child, this.take().image);
    } else if (VALUES.has(this.LA(2).tokenType) && this.findProcedure() === undefined) {
      this.failMisspelt(node, this.LA(1));
    }
  }

  #slotWins(node: TrieNode): boolean {
    if (node.slot?.slot.type === "word") {
      // Where the phrase may end here, only a word that means nothing else fills the slot.
      if (node.end === undefined) return this.word(1) !== "";
      const isPlain = this.isAhead(1, tokens.PlainWord) && !words.CONNECTIVES.has(this.word(1));
      return isPlain && !this.isStop(1);
    }
    if (node.slot?.slot.type === "lines") return true;
    // `POST url WITH` goes on in the next line.
    if (node.slot?.slot.type === "named" && this.isAhead(1, tokens.Newline) && this.namesAhead(2)) {
      this.take();
      return true;
    }
    return (
      this.canStartOperand(1) || this.signAhead() || (!this.atLineEnd() && node.end === undefined)
    );
  }

  /** A literal word wins over reading it as a name if the phrase can go on after it. */
  #literalWins(node: TrieNode, child: TrieNode): boolean {
    if (node.slot === undefined || this.#goesOn(child, 2) || this.#goesOnInWords(child))
      return true;
    // Where the line ends behind it and a name could not end the phrase, the word was meant.
    return this.atStatementEnd(2) && !mayEnd(node.slot.next);
  }

  /** `DOWNLOAD WHATSAPP MEDIA` without its id: more words of the phrase, and nothing else that has them. */
  #goesOnInWords(child: TrieNode): boolean {
    let node = child;
    let ahead = 2;
    for (; node.words.has(this.word(ahead)); ahead++)
      node = node.words.get(this.word(ahead)) ?? node;
    if (ahead === 2 || node.slot === undefined) return false;
    const lacksValue = this.atStatementEnd(ahead) || node.slot.next.words.has(this.word(ahead));
    const isOther = this.countPhraseWords(this.tries.functions) > 0;
    return lacksValue && !isOther && this.findProcedure() === undefined;
  }

  #goesOn(node: TrieNode, ahead: number): boolean {
    // Two words of a phrase side by side are no names, whatever follows them.
    if (node.end !== undefined && (ahead > 2 || this.atStatementEnd(ahead))) return true;
    const child = node.words.get(this.word(ahead));
    if (child !== undefined && this.#goesOn(child, ahead + 1)) return true;
    if (node.comma !== undefined && this.isAhead(ahead, tokens.Comma)) return true;
    if (node.clauses !== undefined) return true;
    // `BUTTONS[0]` is an item of a variable, as everywhere.
    if (this.isAhead(ahead, tokens.LeftBracket) && this.adjacent(ahead)) return false;
    return node.slot !== undefined && (this.#startsValue(ahead) || this.prefixAhead(ahead));
  }

  #readSlot(slot: Slot, next: TrieNode, walk: Walk): TrieNode {
    const call = slot.type === "word" ? undefined : this.#callForm(slot, next, walk);
    if (call !== undefined) return call;
    walk.slots.set(slot.name, this.readSlotUpTo(next, slot, walk));
    return next;
  }

  /**
   * Reads slots from a bracket, as in `GET JSON PATH(object, "a.b")`; a bracket that only groups
   * the first value, as in `GET JSON PATH (PARSE JSON x), "a"`, is left to the expression.
   */
  #callForm(slot: Slot, next: TrieNode, walk: Walk): TrieNode | undefined {
    if (slot.type === "rest" || slot.type === "shown") return undefined;
    if (!this.isAhead(1, tokens.LeftParenthesis)) return undefined;
    const { commas, after } = this.scanBracket(1);
    if (commas === 0 && (walk.minimum === 0 || next.comma !== undefined)) return undefined;
    if (walk.minimum === 0 && !this.atStatementEnd(after)) return undefined;
    const path: Slot[] = [slot];
    let node = next;
    for (let count = 0; count < commas; count++) {
      const following = node.comma?.slot;
      if (following === undefined) return undefined;
      path.push(following.slot);
      node = following.next;
    }
    if (!mayEnd(node) || node.words.has(this.word(after))) return undefined;
    const args = this.readArguments();
    const [first] = args;
    if (first !== undefined && args.length === 1 && commas > 0) {
      // The commas were those of a phrase: the bracket held the first value alone.
      args[0] = this.upTo(next, () => this.readAfterBracket(first, walk.minimum));
      node = next;
    }
    for (const [at, value] of args.entries()) {
      const { start, end } = value;
      walk.slots.set(path[at]?.name ?? "", { kind: "expression", value, start, end });
    }
    return node;
  }

  protected override isStop(ahead: number): boolean {
    const word = this.word(ahead);
    return this.stops.some((node) => {
      const child = node.words.get(word);
      if (child !== undefined) {
        if (child.end !== undefined && this.#endsPhrase(ahead + 1)) return true;
        if (child.words.has(this.word(ahead + 1))) return true;
        const goesOn = this.canStartOperand(ahead + 1) || this.prefixAhead(ahead + 1);
        if (child.slot !== undefined && goesOn) return true;
      }
      return node.clauses !== undefined && this.clauseAhead(node.clauses, ahead) !== undefined;
    });
  }

  /** The statement or the bracket around ends, or goes on with a word of its structure, as `IF … THEN` does. */
  #endsPhrase(ahead: number): boolean {
    const word = this.word(ahead);
    if (this.atStatementEnd(ahead) || words.RESERVED_WORDS.has(word)) return true;
    if (CLOSING_NESTS.has(this.LA(ahead).tokenType)) return true;
    return this.stops.some((node) => node.words.has(word));
  }

  /** Reads an expression that ends before a word of the statement around it. @param word upper case */
  protected stoppedBefore<T>(word: string, read: () => T): T {
    const stops = this.stops;
    this.stops = [...stops, wordBeforeValue(word)];
    const result = read();
    this.stops = stops;
    return result;
  }

  protected override beginsStatement(word: string): boolean {
    return this.tries.statements.words.has(word);
  }

  /** Guesses which phrase is meant here from its literal words alone. */
  protected entryAhead(root: TrieNode): PhraseEntry | undefined {
    return firstEnd(this.literalPath(root).at(-1) ?? root)?.entry;
  }
}

/** Tells whether a phrase is whole at a node, where it may still have clauses. */
function mayEnd({ end, clauses }: TrieNode): boolean {
  return end !== undefined || (clauses?.required.length === 0 && mayEnd(clauses.after));
}
