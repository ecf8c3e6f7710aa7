import type { IOrAlt, IToken, ParserMethod, TokenType } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Expression, UnaryExpression, WithSubject } from "./ast.ts";
import { identifierOf } from "./headers.ts";
import { namespacedFunction } from "./namespaces.ts";
import { buildTree, NEGATABLE, precedenceOf, type Term } from "./operators.ts";
import { describeToken, spanOf, wordOf } from "./token.ts";
import { LiteralParser } from "./literal-parser.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** How many operands and operators one expression may have, so that its tree stays shallow. */
const MAXIMUM_TERMS = 1000;

/** What may stand before an operand. */
const PREFIXES = new Map<TokenType, UnaryExpression["operator"]>([
  [tokens.Minus, "-"],
  [tokens.Plus, "+"],
  [words.Not, "NOT"],
  [tokens.Exclamation, "NOT"],
]);

/** The grammar of expressions; words that begin a phrase are left to the subclass. */
export abstract class ExpressionParser extends LiteralParser {
  /** Reads an operand that begins with a word: a name, a call or a phrase. */
  protected abstract readWordOperand(): Expression;

  /** What the innermost WITH block is about; undefined outside of all of them. */
  protected abstract subject(): WithSubject | undefined;

  /**
   * An expression with operators of at least this precedence; 0 takes `?:` too. Its first operand
   * may have been read already.
   */
  override readonly expression: ParserMethod<[number?, Expression?], Expression> = this.RULE(
    "expression",
    (minimum: number = 0, first?: Expression): Expression => {
      if (this.RECORDING_PHASE) return this.#recordExpression();
      const terms: Term[] = [];
      if (first === undefined) this.#readOperand(terms);
      else terms.push({ kind: "operand", expression: first });
      while (this.#continues(minimum)) this.#readInfix(terms);
      const tree = buildTree(terms);
      if (minimum > 0 || !this.isAhead(1, tokens.Question)) return tree;
      return this.#readChoice(tree);
    },
  );

  /** Tells the grammar around expressions what they may begin with. */
  #recordExpression(): Expression {
    this.OPTION(() =>
      this.OR([...PREFIXES.keys()].map((type) => ({ ALT: () => this.CONSUME(type) }))),
    );
    return this.SUBRULE(this.primary);
  }

  #readChoice(condition: Expression): Expression {
    this.take();
    const whenTrue = this.nested(() => this.SUBRULE(this.expression));
    this.CONSUME(tokens.Colon);
    const whenFalse = this.nested(() => this.SUBRULE2(this.expression));
    const span = { start: condition.start, end: whenFalse.end };
    return { kind: "conditional", condition, whenTrue, whenFalse, ...span };
  }

  /** A single operand with its signs, without infix operators. */
  #readOperand(terms: Term[]): void {
    for (;;) {
      const token = this.LA(1);
      const operator = PREFIXES.get(token.tokenType);
      if (operator === undefined) break;
      this.take();
      this.#add(terms, { kind: "prefix", operator, span: spanOf(token) });
    }
    this.#add(terms, { kind: "operand", expression: this.#readPrimary() });
  }

  /** The commonest operands are read at once; the grammar chooses among the others. */
  #readPrimary(): Expression {
    const type = this.LA(1).tokenType;
    if (type === tokens.PlainWord) return this.#readPostfix(this.readWordOperand());
    if (type === tokens.NumberLiteral || type === tokens.TextLiteral) {
      return this.#readPostfix(this.takeLiteral());
    }
    return this.SUBRULE(this.primary);
  }

  #readInfix(terms: Term[]): void {
    const negated = this.isAhead(1, words.Not);
    if (negated) this.take();
    const token = this.take();
    const type = token.tokenType;
    if (type === words.Is) {
      this.#readNullTest(terms, token);
      return;
    }
    if (type === words.Starts || type === words.Ends) this.takeWord("WITH");
    this.#add(terms, { kind: "infix", type, negated, span: spanOf(token) });
    const choices = type === words.In ? this.#readChoices() : undefined;
    if (choices === undefined) this.#readOperand(terms);
    else this.#add(terms, { kind: "operand", expression: choices });
  }

  /** `IN (1, 2)`, as SQL writes a list. */
  #readChoices(): Expression | undefined {
    const { commas } = this.scanBracket(1);
    if (!this.isAhead(1, tokens.LeftParenthesis) || commas === 0) return undefined;
    const { start } = this.spanAhead();
    const items = this.readArguments();
    const [first] = items;
    // The commas were those of a phrase: the bracket holds one value.
    if (first !== undefined && items.length === 1) return first;
    return { kind: "list", items, ...this.spanFrom(start) };
  }

  #operands: IOrAlt<Expression>[] | undefined;

  readonly primary: ParserMethod<[], Expression> = this.RULE("primary", (): Expression => {
    const operand = this.OR((this.#operands ??= this.#listOperands()));
    return this.RECORDING_PHASE ? operand : this.#readPostfix(operand);
  });

  #listOperands(): IOrAlt<Expression>[] {
    return [
      { ALT: () => this.SUBRULE(this.simpleLiteral) },
      { ALT: () => this.SUBRULE(this.template) },
      { ALT: () => this.SUBRULE(this.bracketed) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.object) },
      { ALT: () => this.SUBRULE(this.wordOperand) },
      { ALT: () => this.SUBRULE(this.subjectMember) },
      { ALT: () => this.SUBRULE(this.lambda) },
    ];
  }

  readonly wordOperand: ParserMethod<[], Expression> = this.RULE("wordOperand", (): Expression => {
    if (!this.RECORDING_PHASE) return this.readWordOperand();
    return { kind: "broken", ...spanOf(this.CONSUME(words.Word)) };
  });

  /** `.name`: a member of what the WITH block around is about. */
  readonly subjectMember: ParserMethod<[], Expression> = this.RULE(
    "subjectMember",
    (): Expression => {
      const dot = this.CONSUME(tokens.Dot);
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(dot) };
      const subject = this.subject();
      const { start } = spanOf(dot);
      if (subject === undefined) this.fail(syntaxMessages.memberOfNothing(), spanOf(dot));
      return this.#readMember({ kind: "with-subject", subject, start, end: start }, false);
    },
  );

  /** Reads what follows a bracket that turned out to hold the beginning of an expression. */
  protected readAfterBracket(inside: Expression, minimum: number): Expression {
    const first = this.#readPostfix(inside);
    return this.SUBRULE(this.expression, { ARGS: [minimum, first] });
  }

  #continues(minimum: number): boolean {
    const token = this.LA(1);
    let type = token.tokenType;
    if (type === words.Not) {
      type = this.LA(2).tokenType;
      if (!NEGATABLE.has(type)) return false;
    }
    const precedence = precedenceOf(type);
    if (precedence === undefined || precedence < minimum) return false;
    return wordOf(token) === "" || !this.isStop(1);
  }

  #readPostfix(operand: Expression): Expression {
    let target = operand;
    for (let steps = 0; ; steps += 1) {
      const type = this.LA(1).tokenType;
      if (steps > MAXIMUM_TERMS) this.fail(syntaxMessages.tooManyTerms(MAXIMUM_TERMS));
      if (type === tokens.LeftBracket && this.adjacent(1)) {
        this.take();
        const index = this.unstopped(() => this.SUBRULE(this.expression));
        const { end } = spanOf(this.CONSUME(tokens.RightBracket));
        target = { kind: "index", target, index, start: target.start, end };
      } else if ((type === tokens.Dot || type === tokens.OptionalDot) && this.adjacent(1)) {
        this.take();
        target = this.#readMember(target, type === tokens.OptionalDot);
      } else return target;
    }
  }

  #readMember(target: Expression, optional: boolean): Expression {
    const property = identifierOf(this.CONSUME(words.Word));
    const { start } = target;
    if (this.isAhead(1, tokens.LeftParenthesis) && this.adjacent(1)) {
      const args = this.readArguments();
      const { end } = this.spanFrom(start);
      const called =
        target.kind === "name" ? namespacedFunction(target.name.key, property.key) : undefined;
      if (called !== undefined) {
        const name = { ...property, text: called, key: called };
        return { kind: "call", name, args, start, end };
      }
      return { kind: "method", target, method: property, args, optional, start, end };
    }
    return { kind: "member", target, property, optional, start, end: property.end };
  }

  #readNullTest(terms: Term[], is: IToken): void {
    const negated = this.isAhead(1, words.Not);
    if (negated) this.take();
    this.CONSUME(words.Null);
    const span = { start: spanOf(is).start, end: spanOf(this.LA(0)).end };
    this.#add(terms, { kind: "null-test", negated, span });
  }

  /** Consumes a word that must stand here. @param word upper case */
  protected takeWord(word: string): void {
    if (this.word(1) !== word) this.failExpected(word);
    this.take();
  }

  protected failExpected(expected: string, proposed?: string): never {
    this.fail(syntaxMessages.expected(expected, describeToken(this.LA(1)), proposed));
  }

  #add(terms: Term[], term: Term): void {
    if (terms.length >= MAXIMUM_TERMS) this.fail(syntaxMessages.tooManyTerms(MAXIMUM_TERMS));
    terms.push(term);
  }
}
