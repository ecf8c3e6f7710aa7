import type { IToken, ParserMethod, TokenType } from "chevrotain";
import type { Expression, Identifier, LabelStatement, SelectCase, Statement } from "./ast.ts";
import { identifierOf } from "./headers.ts";
import { StatementParser } from "./statement-parser.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

const JUMPS: ReadonlySet<TokenType> = new Set([words.Goto, words.Gosub, words.Resume]);

/** Labels, jumps and ON ERROR. */
export abstract class JumpParser extends StatementParser {
  /** The keys of all labels that something in the file jumps to. */
  #targets: ReadonlySet<string> = new Set();

  protected collectTargets(input: readonly IToken[]): void {
    this.#targets = new Set(
      input.flatMap((token, at) => (JUMPS.has(token.tokenType) ? labelsFrom(input, at + 1) : [])),
    );
  }

  /** Tells whether `ON n GOTO a, b` begins here. */
  protected override listedJumpAhead(): boolean {
    if (this.word(1) !== "ON") return false;
    for (let at = 2; !this.atStatementEnd(at); at++) {
      if (this.isAhead(at, words.Goto) || this.isAhead(at, words.Gosub)) return at > 2;
    }
    return false;
  }

  /** `ON n GOTO a, b` goes to the label that n counts, the first one being 1, or goes on. */
  protected override readListedJump(): Statement {
    const { start } = spanOf(this.take());
    const subject = this.SUBRULE(this.expression);
    const kind = this.take().tokenType === words.Goto ? "goto" : "gosub";
    const cases: SelectCase[] = [];
    do {
      if (cases.length > 0) this.take();
      const label = this.readLabelName();
      const span = { start: label.start, end: label.end };
      const value: Expression = { kind: "literal", value: cases.length + 1, ...span };
      const body: Statement[] = [{ kind, label, ...span }];
      cases.push({ tests: [{ kind: "equals", value, ...span }], body, ...span });
    } while (this.isAhead(1, tokens.Comma));
    return { kind: "select", subject, cases, otherwise: undefined, ...this.spanFrom(start) };
  }

  readonly labelStatement: ParserMethod<[], Statement> = this.RULE(
    "labelStatement",
    (): Statement => {
      const first = this.OR1([
        { ALT: () => this.CONSUME(words.Label) },
        { ALT: () => this.CONSUME(tokens.LineNumber) },
      ]);
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(first) };
      if (first.tokenType === tokens.LineNumber) {
        return { kind: "label", label: labelOf(first), ...spanOf(first) };
      }
      const label = this.readLabelName();
      return { kind: "label", label, ...this.spanFrom(spanOf(first).start) };
    },
  );

  readonly jumpStatement: ParserMethod<[], Statement> = this.RULE(
    "jumpStatement",
    (): Statement => {
      const token = this.OR1([
        { ALT: () => this.CONSUME(words.Goto) },
        { ALT: () => this.CONSUME(words.Gosub) },
      ]);
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
      const kind = token.tokenType === words.Goto ? "goto" : "gosub";
      const label = this.readLabelName();
      return { kind, label, ...this.spanFrom(spanOf(token).start) };
    },
  );

  readonly onErrorStatement: ParserMethod<[], Statement> = this.RULE(
    "onErrorStatement",
    (): Statement => {
      const token = this.CONSUME(words.OnError);
      const { start } = spanOf(token);
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
      if (this.isAhead(1, words.Goto)) {
        this.take();
        const label = this.readLabelName();
        const action = label.key === "0" ? "off" : "goto";
        return { kind: "on-error", action, label, ...this.spanFrom(start) };
      }
      if (this.word(1) !== "RESUME") this.failExpected("RESUME NEXT or GOTO");
      this.take();
      this.takeWord("NEXT");
      return { kind: "on-error", action: "resume-next", label: undefined, ...this.spanFrom(start) };
    },
  );

  readonly resumeStatement: ParserMethod<[], Statement> = this.RULE(
    "resumeStatement",
    (): Statement => {
      const token = this.CONSUME(words.Resume);
      const { start } = spanOf(token);
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
      const isNext = this.word(1) === "NEXT";
      const label = isNext || this.atStatementEnd(1) ? undefined : this.readLabelName();
      if (isNext) this.take();
      const where = isNext ? "next" : label === undefined || label.key === "0" ? "same" : "label";
      return { kind: "resume", where, label, ...this.spanFrom(start) };
    },
  );

  readonly clearErrorStatement: ParserMethod<[], Statement> = this.RULE(
    "clearErrorStatement",
    (): Statement => ({ kind: "clear-error", ...spanOf(this.CONSUME(words.ClearError)) }),
  );

  /** Reads a jump to a line that is named by its number alone, as after THEN. */
  protected readBareTarget(): Statement | undefined {
    const isNumber = this.isAhead(1, tokens.NumberLiteral) && this.atStatementEnd(2);
    if (!isNumber) return undefined;
    const label = this.readLabelName();
    return { kind: "goto", label, start: label.start, end: label.end };
  }

  /**
   * Tells whether `name:` begins the line: a label, if something jumps to it, or if it stands alone
   * and means nothing else.
   */
  protected labelAhead(): boolean {
    const token = this.LA(1);
    if (wordOf(token) === "" || !this.isAhead(2, tokens.Colon)) return false;
    if (this.#targets.has(wordOf(token))) return true;
    if (token.tokenType !== tokens.PlainWord || !this.atLineEnd(3)) return false;
    if (this.findProcedure() !== undefined) return false;
    return this.countPhraseWords(this.tries.statements) === 0;
  }

  /** Reads `name:`, which `labelAhead` found. */
  protected readLabel(): LabelStatement {
    const label = labelOf(this.take());
    this.CONSUME(tokens.Colon);
    return { kind: "label", label, ...this.spanFrom(label.start) };
  }

  protected readLabelName(): Identifier {
    const token = this.LA(1);
    if (wordOf(token) === "" && !/^\d+$/.test(token.image)) this.failExpected("a label");
    return labelOf(this.take());
  }
}

/** The keys of the labels that stand from a place on, with commas between. */
function labelsFrom(input: readonly IToken[], from: number): string[] {
  const keys: string[] = [];
  for (let at = from; ; at += 2) {
    const token = input[at];
    if (token !== undefined) keys.push(labelOf(token).key);
    if (input[at + 1]?.tokenType !== tokens.Comma) return keys;
  }
}

function labelOf(token: IToken): Identifier {
  const identifier = identifierOf(token);
  return { ...identifier, key: identifier.key.replace(/^0+(?=\d)/, "") };
}
