import type { IToken, ParserMethod } from "chevrotain";
import { isAboutNames, syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Expression, ObjectMember } from "./ast.ts";
import { LookaheadParser } from "./lookahead-parser.ts";
import { numberOf } from "./numbers.ts";
import type { SyntaxProblem } from "./syntax-problem.ts";
import { describeToken, spanOf, textOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import type { TrieNode } from "./trie.ts";
import * as words from "./words.ts";

/** Values that are written out, and everything else that stands in brackets. */
export abstract class LiteralParser extends LookaheadParser {
  /** Where the slots that are being read would go on; brackets clear them. */
  protected stops: readonly TrieNode[] = [];
  /** True in a list, an object or arguments, where a comma separates values. */
  protected commasSeparate = false;

  /** An expression with operators of at least this precedence; 0 takes `?:` too. */
  abstract readonly expression: ParserMethod<[number?, Expression?], Expression>;

  readonly simpleLiteral: ParserMethod<[], Expression> = this.RULE(
    "simpleLiteral",
    (): Expression => {
      const token = this.OR([
        { ALT: () => this.CONSUME(tokens.NumberLiteral) },
        { ALT: () => this.CONSUME(tokens.TextLiteral) },
        { ALT: () => this.CONSUME(words.True) },
        { ALT: () => this.CONSUME(words.False) },
        { ALT: () => this.CONSUME(words.Null) },
      ]);
      return { kind: "literal", value: literalValue(token), ...spanOf(token) };
    },
  );

  /** Takes a number or text that stands here. */
  protected takeLiteral(): Expression {
    const token = this.take();
    return { kind: "literal", value: literalValue(token), ...spanOf(token) };
  }

  readonly bracketed: ParserMethod<[], Expression> = this.RULE("bracketed", () => {
    this.CONSUME(tokens.LeftParenthesis);
    const inside = this.unstopped(() => this.SUBRULE(this.expression));
    this.CONSUME(tokens.RightParenthesis);
    return inside;
  });

  /** A function without a name, which the language lacks; the rest of its line is read. */
  readonly lambda: ParserMethod<[], Expression> = this.RULE("lambda", (): Expression => {
    const span = spanOf(this.CONSUME(tokens.Lambda));
    this.ACTION(() => {
      this.report(syntaxMessages.functionAsValue(), span);
    });
    return { kind: "broken", ...span };
  });

  readonly template: ParserMethod<[], Expression> = this.RULE("template", (): Expression => {
    const { start } = spanOf(this.CONSUME(tokens.TemplateStart));
    const parts: (string | Expression)[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => parts.push(textOf(this.CONSUME(tokens.TemplateText))) },
        {
          ALT: () => {
            this.CONSUME(tokens.InterpolationStart);
            parts.push(this.#readInterpolation());
            this.CONSUME(tokens.InterpolationEnd);
          },
        },
      ]);
    });
    const { end } = spanOf(this.CONSUME(tokens.TemplateEnd));
    return { kind: "template", parts, start, end };
  });

  /** A mistake in it spoils no more than itself. */
  #readInterpolation(): Expression {
    if (this.RECORDING_PHASE) return this.SUBRULE(this.expression);
    const { start } = this.spanAhead();
    const read = (): Expression => {
      const value = this.unstopped(() => this.SUBRULE(this.expression));
      if (!this.isAhead(1, tokens.InterpolationEnd)) {
        this.fail(syntaxMessages.expected("}", describeToken(this.LA(1))));
      }
      return value;
    };
    return this.guarded(read, ({ detail, span }) => {
      this.report(
        isAboutNames(detail) ? detail : syntaxMessages.brokenInterpolation(detail.message),
        span,
      );
      this.#passInterpolation();
      return { kind: "broken", ...this.spanFrom(start) };
    });
  }

  #passInterpolation(): void {
    for (let depth = 1; !this.atLineEnd(); this.take()) {
      if (this.isAhead(1, tokens.InterpolationStart)) depth++;
      else if (this.isAhead(1, tokens.InterpolationEnd) && --depth === 0) return;
    }
  }

  readonly list: ParserMethod<[], Expression> = this.RULE("list", (): Expression => {
    const { start } = spanOf(this.CONSUME(tokens.LeftBracket));
    const items: Expression[] = [];
    this.unstopped(() => {
      let more = true;
      this.MANY({
        GATE: () => more,
        DEF: () => {
          items.push(this.SUBRULE(this.expression));
          more = this.#takeComma();
        },
      });
    }, true);
    const { end } = spanOf(this.CONSUME(tokens.RightBracket));
    return { kind: "list", items, start, end };
  });

  readonly object: ParserMethod<[], Expression> = this.RULE("object", (): Expression => {
    const { start } = spanOf(this.CONSUME(tokens.LeftBrace));
    const members: ObjectMember[] = [];
    this.unstopped(() => {
      let more = true;
      this.MANY({
        GATE: () => more,
        DEF: () => {
          members.push(this.SUBRULE(this.member));
          more = this.#takeComma();
        },
      });
    }, true);
    const { end } = spanOf(this.CONSUME(tokens.RightBrace));
    return { kind: "object", members, start, end };
  });

  readonly member: ParserMethod<[], ObjectMember> = this.RULE("member", (): ObjectMember => {
    const name = this.OR([
      { ALT: () => this.CONSUME(tokens.TextLiteral) },
      { ALT: () => this.CONSUME(words.Word) },
      { ALT: () => this.CONSUME(tokens.NumberLiteral) },
    ]);
    this.CONSUME(tokens.Colon);
    const value = this.SUBRULE(this.expression);
    const key = name.tokenType === tokens.TextLiteral ? textOf(name) : name.image;
    return { key, value, start: spanOf(name).start, end: value.end };
  });

  /** A comma may stand after the last item too. */
  #takeComma(): boolean {
    const comma = this.OPTION(() => this.CONSUME(tokens.Comma));
    return comma !== undefined;
  }

  /**
   * Reads what stands in brackets, where the words of the phrase around mean nothing.
   * @param separates true where commas separate values there
   */
  protected unstopped<T>(read: () => T, separates = false): T {
    const { stops, commasSeparate } = this;
    this.stops = [];
    this.commasSeparate = separates;
    const result = this.nested(read);
    this.stops = stops;
    this.commasSeparate = commasSeparate;
    return result;
  }

  /** A problem leaves the brackets and slots that it was found in. */
  protected override guarded<T, R>(read: () => T, recover: (problem: SyntaxProblem) => R): T | R {
    const { stops, commasSeparate } = this;
    return super.guarded(read, (problem) => {
      this.stops = stops;
      this.commasSeparate = commasSeparate;
      return recover(problem);
    });
  }

  /** Reads `(a, b)`, the bracket being the next token. */
  protected readArguments(): Expression[] {
    const args: Expression[] = [];
    this.CONSUME(tokens.LeftParenthesis);
    this.unstopped(() => {
      while (!this.isAhead(1, tokens.RightParenthesis)) {
        args.push(this.SUBRULE(this.expression));
        if (!this.isAhead(1, tokens.Comma)) break;
        this.take();
      }
    }, true);
    this.CONSUME(tokens.RightParenthesis);
    return args;
  }
}

function literalValue(token: IToken): null | boolean | number | string {
  switch (token.tokenType) {
    case tokens.NumberLiteral:
      return numberOf(token.image);
    case tokens.TextLiteral:
      return textOf(token);
    case words.True:
      return true;
    case words.False:
      return false;
    default:
      return null;
  }
}
