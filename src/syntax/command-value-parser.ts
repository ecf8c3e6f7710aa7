import type { Report } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import type { Expression, Statement } from "./ast.ts";
import { type CommandHead, CommandParser, depthOf } from "./command-parser.ts";
import { ADDITIVE } from "./operators.ts";
import { sigilOf } from "./sigil.ts";
import { PhraseProblem } from "./syntax-problem.ts";
import { spanOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** A value before one of these is whole: what follows belongs to the statement around it. */
const CONNECTIVES: ReadonlySet<string> = new Set([
  ...words.ARGUMENT_SEPARATORS,
  ..."AS BY ON INTO SET WHERE".split(" "),
]);
/** Stands for a statement or an expression that could not be read. */
interface BrokenPart extends Span {
  readonly kind: "broken";
}

/** Decides between what gbasic provides and what it reads over, for values and for statements. */
export abstract class CommandValueParser extends CommandParser {
  protected override readWordOperand(): Expression {
    const head = this.#valueHead();
    return head === undefined ? super.readWordOperand() : this.readCommandValue(head);
  }

  protected override readPhraseOperand(phraseWords: number): Expression {
    return this.fitting(
      phraseWords,
      () => this.#readPhraseValue(),
      (head) => this.readCommandValue(head),
    );
  }

  #readPhraseValue(): Expression {
    const phrase = this.readPhrase(this.tries.functions, ADDITIVE);
    return { kind: "phrase", phrase, start: phrase.start, end: phrase.end };
  }

  /**
   * Reads a provided phrase. Where it is written otherwise, the known phrase that begins with the same
   * words is read over in its place; where there is none, that is the mistake, and its words are read
   * over all the same.
   * @param phraseWords how many words of the provided phrase are there
   */
  protected fitting<T extends Expression | Statement>(
    phraseWords: number,
    read: () => T,
    instead: (head: CommandHead) => T,
  ): T | BrokenPart {
    const { start } = spanOf(this.LA(1));
    const known = this.findKnown();
    const { report } = this;
    const held: Parameters<Report>[] = [];
    this.report = (...finding) => held.push(finding);
    const tell = (): void => {
      this.report = report;
      for (const finding of held) report(...finding);
    };
    const result = this.guarded(read, (problem) => {
      if (!(problem instanceof PhraseProblem)) {
        tell();
        throw problem;
      }
      held.length = 0;
      const isKnown = known !== undefined && known.fitting >= phraseWords;
      const command = instead({ known: isKnown ? known : undefined, leading: phraseWords, start });
      if (isKnown) return command;
      held.length = 0;
      held.push([problem.detail, problem.span]);
      return { kind: "broken", start, end: command.end } as const;
    });
    tell();
    return result;
  }

  /** Tells what command begins where a value is wanted; undefined where none does. */
  #valueHead(): CommandHead | undefined {
    if (this.LA(1).tokenType !== tokens.PlainWord) {
      const isCall = this.isAhead(1, words.Call) && this.isText(2);
      return isCall ? { known: this.findKnown(), leading: 1 } : undefined;
    }
    if (this.errorMessageAhead()) return undefined;
    const calls = this.isAhead(2, tokens.LeftParenthesis);
    if (calls || this.isVariable() || this.findProcedure() !== undefined) return undefined;
    const phraseWords = this.countPhraseWords(this.tries.functions);
    const known = this.findKnown();
    if (known !== undefined && known.fitting > phraseWords) {
      const { leading } = known;
      // In `list CONTAINS(2)` what follows is an operator.
      const takesValue = this.canStartOperand(2) && !words.FUNCTION_WORDS.has(this.LA(2).tokenType);
      if (leading > 1 || takesValue) return { known, leading };
    }
    if (phraseWords > 0) return undefined;
    if (this.otherPhraseAhead(this.tries.functions)) return this.unknownHead();
    // `x = SEND MAIL …`: the statement is there, its value is not.
    const leading = this.countPhraseWords(this.tries.statements);
    if (leading < 2) return this.#unknownValueHead();
    return { known: undefined, statement: this.entryAhead(this.tries.statements), leading };
  }

  /**
   * Words that nobody knows stand for a value where something around them goes on after them, as in
   * `IF CHECK STOCK item THEN`. At the end of a statement they are told of as what is left over.
   */
  #unknownValueHead(): CommandHead | undefined {
    if (this.LA(2).tokenType !== tokens.PlainWord || this.isStop(2)) return undefined;
    if (CONNECTIVES.has(this.word(2))) return undefined;
    if (sigilOf(this.word(1)) !== undefined) return undefined;
    const { known, leading } = this.unknownHead();
    let depth = 0;
    for (let ahead = 2; ; ahead++) {
      const type = this.LA(ahead).tokenType;
      if (depth === 0 && this.atStatementEnd(ahead)) return undefined;
      if (depth === 0 && this.endsValue(ahead)) return { known, leading };
      if (depth === 0 && this.commasSeparate && type === tokens.Comma) return { known, leading };
      depth += depthOf(this.LA(ahead));
      if (this.atLineEnd(ahead)) return undefined;
    }
  }
}
