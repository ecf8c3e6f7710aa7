import type { IToken, ParserMethod, TokenType } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type {
  BinaryOperator,
  Expression,
  FieldTarget,
  MethodExpression,
  Statement,
} from "./ast.ts";
import type { KnownMatch } from "./known-phrase.ts";
import { PhraseStatementParser } from "./phrase-statement-parser.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

const STATEMENT_BEGINNINGS: ReadonlySet<TokenType> = new Set([
  words.Return,
  words.Exit,
  words.Break,
  words.Continue,
  words.Call,
  words.Spawn,
  words.Let,
]);
/** Operators that may stand before the `=` of an assignment. */
const COMPOUND: ReadonlyMap<string, BinaryOperator> = new Map([
  ...(["+", "-", "*", "/", "\\", "^", "&"] as const).map((sign) => [`${sign}=`, sign] as const),
  ["**=", "^"],
  ["++", "+"],
  ["--", "-"],
]);
/** What begins nothing but a value. */
const VALUES = [
  tokens.NumberLiteral,
  tokens.TextLiteral,
  tokens.TemplateStart,
  tokens.LeftParenthesis,
  tokens.LeftBracket,
  tokens.LeftBrace,
  tokens.Minus,
  tokens.Exclamation,
  tokens.Lambda,
] as const;
const OPERATORS_ALONE: ReadonlySet<TokenType> = new Set([
  tokens.Plus,
  tokens.Minus,
  tokens.Times,
  tokens.Divide,
  tokens.Ampersand,
]);

/** Statements that begin with a word of no structural meaning: phrases, calls, assignments. */
export abstract class WordStatementParser extends PhraseStatementParser {
  readonly assignment: ParserMethod<[], Statement> = this.RULE("assignment", (): Statement => {
    const written = this.SUBRULE(this.primary);
    const target = this.ACTION(() => this.targetOf(written));
    this.CONSUME(tokens.Equal);
    const value = this.SUBRULE(this.expression);
    return this.ACTION((): Statement => ({
      kind: "assignment",
      target,
      value,
      start: target.start,
      end: value.end,
    }));
  });

  readonly wordStatement: ParserMethod<[], Statement> = this.RULE(
    "wordStatement",
    (): Statement => {
      if (!this.RECORDING_PHASE) return this.#readWordStatement();
      return { kind: "broken", ...spanOf(this.CONSUME(words.Word)) };
    },
  );

  /** Tells whether a jump to one of several labels begins here. */
  protected abstract listedJumpAhead(): boolean;
  /** Reads such a jump. */
  protected abstract readListedJump(): Statement;

  #readWordStatement(): Statement {
    if (this.listedJumpAhead()) return this.readListedJump();
    if (this.isVariable() || this.#isElementAssignment()) {
      return this.readTargetFirst();
    }
    if (this.word(1) === "SET" && this.#isAssignment(2)) return this.#readSet();
    const procedure = this.findProcedure();
    const phraseWords = this.countPhraseWords(this.tries.statements);
    const ownWords = procedure?.words.length ?? 0;
    if (procedure !== undefined && ownWords >= phraseWords) {
      const call = this.readProcedureCall(procedure);
      return { kind: "call-statement", call, start: call.start, end: call.end };
    }
    const known = this.findKnown();
    if (phraseWords > 0 && phraseWords >= (known?.fitting ?? 0)) {
      return this.fitting(
        phraseWords,
        () => this.readPhraseStatement(),
        (head) => this.readCommandStatement(head),
      );
    }
    return this.#readUnprovided(known);
  }

  /** `SET order.state = "new"`, also with TO. */
  #readSet(): Statement {
    const { start } = spanOf(this.take());
    const target = this.targetOf(this.SUBRULE(this.primary));
    if (this.word(1) === "TO") this.take();
    else this.CONSUME(tokens.Equal);
    const value = this.SUBRULE(this.expression);
    return { kind: "assignment", target, value, ...this.spanFrom(start) };
  }

  /** What no provided phrase begins: a declaration, a call, a known phrase, or unknown words. */
  #readUnprovided(known: KnownMatch | undefined): Statement {
    const declared = this.readDeclared();
    if (declared !== undefined) return declared;
    if (this.isAhead(2, tokens.LeftParenthesis) && this.adjacent(2)) return this.readTargetFirst();
    const begun = this.literalPath(this.tries.statements).length;
    if (begun > (known?.fitting ?? 0)) this.failIncomplete(this.tries.statements);
    if (known !== undefined) return this.readCommandStatement({ known, leading: known.leading });
    if (this.#operatorAhead(2)) {
      return this.#readValue(this.SUBRULE(this.expression));
    }
    return this.readCommandStatement(this.unknownHead());
  }

  /** Tells whether the words ahead begin a statement rather than go on with an expression. */
  protected atKnownStatement(): boolean {
    const token = this.LA(1);
    if (token.tokenType !== tokens.PlainWord) return STATEMENT_BEGINNINGS.has(token.tokenType);
    if (this.isAhead(2, tokens.Equal) || this.findProcedure() !== undefined) return true;
    return this.countPhraseWords(this.tries.statements) > 0;
  }

  protected override statementBegins(ahead: number): boolean {
    const token = this.LA(ahead);
    const isWord = wordOf(token) !== "";
    if (token.tokenType !== tokens.PlainWord) {
      return isWord && !words.OPERAND_WORDS.has(token.tokenType);
    }
    if (this.isAhead(ahead + 1, tokens.Equal)) return true;
    const procedure = this.findProcedure(ahead);
    if (procedure !== undefined) return procedure.header.kind === "sub";
    const { statements, functions } = this.tries;
    const word = this.word(ahead);
    const mayEnd = statements.words.get(word)?.end !== undefined;
    const goesOn = this.canStartOperand(ahead + 1) || (mayEnd && this.atStatementEnd(ahead + 1));
    return goesOn && statements.words.has(word) && !functions.words.has(word);
  }

  /** `a(0) = 1`: an assignment to an element, which looks like a call up to the `=`. */
  #isElementAssignment(): boolean {
    if (!this.isAhead(2, tokens.LeftParenthesis)) return false;
    const { after } = this.scanBracket(2);
    const type = this.LA(after).tokenType;
    const assigns = type === tokens.Equal || type === tokens.CompoundEqual;
    if (assigns && this.adjacent(2)) return true;
    // `PRINT (a).b` prints; only where nothing else begins so is it an element that gets a value.
    if (this.countPhraseWords(this.tries.statements) > 0) return false;
    if (assigns) return true;
    return (type === tokens.Dot || type === tokens.LeftBracket) && this.adjacent(after);
  }

  #isAssignment(ahead: number): boolean {
    if (this.word(ahead) === "") return false;
    const type = this.LA(ahead + 1).tokenType;
    // `SET HEADER [a] TO b` gives a list to a statement, `SET ITEMS[0] = b` sets an item.
    const isItem = type === tokens.LeftBracket && this.adjacent(ahead + 1);
    return type === tokens.Equal || type === tokens.Dot || isItem;
  }

  /** Takes a name that is set without LET for a member where a WITH block sets fields. */
  protected abstract field(written: Expression): FieldTarget | undefined;

  /** An assignment, or a call such as `f(a)` and `list.push(x)`. */
  protected readTargetFirst(): Statement {
    const written = this.SUBRULE(this.primary);
    const span = { start: written.start, end: written.end };
    if (this.isAhead(1, tokens.Equal)) {
      const target = this.field(written) ?? this.targetOf(written);
      this.take();
      const value = this.SUBRULE(this.expression);
      return { kind: "assignment", target, value, start: span.start, end: value.end };
    }
    if (this.isAhead(1, tokens.CompoundEqual)) return this.#readCompound(written);
    if (this.isAhead(1, tokens.StepSign)) return this.#readStep(written);
    if (this.#operatorAhead(1)) {
      return this.#readValue(this.SUBRULE1(this.expression, { ARGS: [0, written] }));
    }
    const called = isErrorCleared(written) ? undefined : this.#readMethodArguments(written);
    if (called !== undefined)
      return { kind: "call-statement", call: called, ...this.spanFrom(span.start) };
    if (isErrorCleared(written)) return { kind: "clear-error", ...span };
    if (written.kind === "call" || written.kind === "method" || written.kind === "procedure-call") {
      return { kind: "call-statement", call: written, ...span };
    }
    return this.#readValue(written);
  }

  /** A value on a line of its own: most likely a rest, or a PRINT that was forgotten. */
  readonly valueStatement: ParserMethod<[], Statement> = this.RULE(
    "valueStatement",
    (): Statement => {
      if (!this.RECORDING_PHASE) return this.#readValue(this.SUBRULE2(this.expression));
      const token = this.OR(VALUES.map((type) => ({ ALT: () => this.CONSUME(type) })));
      return { kind: "broken", ...spanOf(token) };
    },
  );

  #readValue(value: Expression): Statement {
    const span = { start: value.start, end: value.end };
    if (value.kind === "binary" && value.operator === "=") {
      const { left } = value;
      this.fail(syntaxMessages.notAssignable(), { start: left.start, end: left.end });
    }
    if (this.atStatementEnd(1)) this.report(syntaxMessages.valueAlone(), span);
    return { kind: "value", value, ...span };
  }

  #operatorAhead(ahead: number): boolean {
    return OPERATORS_ALONE.has(this.LA(ahead).tokenType) && !this.prefixAhead(ahead);
  }

  /** `TOTAL += 1` is `TOTAL = TOTAL + 1`. */
  #readCompound(written: Expression): Statement {
    const sign = this.take();
    return this.#changed(written, sign, this.SUBRULE(this.expression));
  }

  /** `TOTAL++` is `TOTAL = TOTAL + 1`. */
  #readStep(written: Expression): Statement {
    const sign = this.take();
    return this.#changed(written, sign, { kind: "literal", value: 1, ...spanOf(sign) });
  }

  #changed(written: Expression, sign: IToken, right: Expression): Statement {
    const target = this.targetOf(written);
    const operator = COMPOUND.get(sign.image) ?? "+";
    const operatorSpan = spanOf(sign);
    const span = { start: written.start, end: right.end };
    const value: Expression = {
      kind: "binary",
      operator,
      operatorSpan,
      left: written,
      right,
      ...span,
    };
    return { kind: "assignment", target, value, ...span };
  }

  /** `orders.push order`, as Visual Basic calls a method. */
  #readMethodArguments(written: Expression): MethodExpression | undefined {
    if (written.kind !== "member") return undefined;
    const args: Expression[] = [];
    if (this.canStartOperand(1))
      do {
        if (args.length > 0) this.take();
        args.push(this.SUBRULE(this.expression));
      } while (this.isAhead(1, tokens.Comma));
    const { target, property: method, optional, start } = written;
    return { kind: "method", target, method, args, optional, ...this.spanFrom(start) };
  }
}

/** `ERR.CLEAR`, as Visual Basic writes CLEAR ERROR. */
function isErrorCleared(written: Expression): boolean {
  if (written.kind !== "member" && written.kind !== "method") return false;
  const property = written.kind === "member" ? written.property : written.method;
  const { target } = written;
  return property.key === "CLEAR" && target.kind === "name" && target.name.key === "ERR";
}
