import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { AssignmentTarget, Expression, Statement } from "./ast.ts";
import { DeclaredParser } from "./declared-parser.ts";

/** Phrases of the registry as statements. */
export abstract class PhraseStatementParser extends DeclaredParser {
  /** Reads a phrase; what one gives goes into a variable behind INTO, or is dropped. */
  protected readPhraseStatement(): Statement {
    const { statements } = this.tries;
    const read = () => this.readPhrase(statements, 0);
    const gives = this.entryAhead(statements)?.phraseKind === "function";
    const phrase = gives ? this.stoppedBefore("INTO", read) : read();
    const span = { start: phrase.start, end: phrase.end };
    if (phrase.entry.phraseKind === "declaration") {
      this.fail(syntaxMessages.nestedDeclaration(phrase.entry.title), span);
    }
    if (phrase.entry.phraseKind === "statement")
      return { kind: "phrase-statement", phrase, ...span };
    const value = { kind: "phrase", phrase, ...span } as const;
    if (this.word(1) !== "INTO") return { kind: "call-statement", call: value, ...span };
    this.take();
    const target = this.targetOf(this.SUBRULE(this.primary));
    return { kind: "assignment", target, value, ...this.spanFrom(span.start) };
  }

  /** Takes what was read for the left side of an assignment. */
  protected targetOf(written: Expression): AssignmentTarget {
    switch (written.kind) {
      case "name":
      case "member":
      case "index":
      case "call":
        return written;
      default:
        this.fail(syntaxMessages.notAssignable(), { start: written.start, end: written.end });
    }
  }
}
