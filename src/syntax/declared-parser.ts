import type { IToken } from "chevrotain";
import type { Expression, Identifier, ParamStatement, Statement, WrittenText } from "./ast.ts";
import { IncludeParser } from "./include-parser.ts";
import { identifierOf } from "./headers.ts";
import { ADDITIVE } from "./operators.ts";
import { readTable } from "./table-lines.ts";
import { spanOf, textOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import { writtenText } from "./written.ts";

/** Words that begin a clause of PARAM; each reads on to the next of them. */
const CLAUSES: ReadonlySet<string> = new Set(
  "AS LIKE DESCRIPTION OPTIONAL REQUIRED DEFAULT ENUM".split(" "),
);

/** PARAM, DESCRIPTION and TABLE: what a script says of itself, in whatever way; CONST and INCLUDE. */
export abstract class DeclaredParser extends IncludeParser {
  /** Reads such a statement; undefined where none begins here. */
  protected readDeclared(): Statement | undefined {
    switch (this.word(1)) {
      case "PARAM":
        return this.word(2) === "" ? undefined : this.#readParam();
      case "CONST":
        return this.isAhead(2, tokens.LeftParenthesis) ? undefined : this.readConstants();
      case "INCLUDE":
        return this.isAhead(2, tokens.LeftParenthesis) ? undefined : this.readInclude();
      case "DESCRIPTION":
        return this.atStatementEnd(2) ? undefined : this.#readDescription();
      case "BEGIN":
        return this.word(2) === "TABLE" && this.#isTable(3) ? this.#readTable(2) : undefined;
      case "TABLE":
        return this.#isTable(2) ? this.#readTable(1) : undefined;
      default:
        return undefined;
    }
  }

  #readParam(): ParamStatement {
    const { start } = spanOf(this.take());
    const names: Identifier[] = [];
    do {
      if (this.isAhead(1, tokens.Comma)) this.take();
      names.push(identifierOf(this.take()));
    } while (this.isAhead(1, tokens.Comma) && this.word(2) !== "");
    const clauses = new Map([["AS", this.#takeUntilClause()]]);
    let value: Expression | undefined;
    while (!this.atLineEnd()) {
      const clause = wordOf(this.take());
      if (clause === "DEFAULT") value = this.#readDefault();
      else clauses.set(clause, this.#takeUntilClause());
    }
    const type = clauses.get("AS") ?? [];
    const firstText = type.findIndex(({ tokenType }) => tokenType === tokens.TextLiteral);
    const written = (read: readonly IToken[] = []) => writtenText(read, this.source);
    return {
      kind: "param",
      names,
      type: written(firstText === -1 ? type : type.slice(0, firstText)),
      options: textsOf(clauses.get("ENUM") ?? type),
      example: written(clauses.get("LIKE")),
      description: written(clauses.get("DESCRIPTION")),
      required: !clauses.has("OPTIONAL") && value === undefined,
      value,
      ...this.spanFrom(start),
    };
  }

  /** One value with its sign, so that the clauses after it stay clauses; else text without quotes. */
  #readDefault(): Expression | undefined {
    const { start } = this.spanAhead();
    const begins = this.canStartOperand(1) || this.isAhead(1, tokens.Minus);
    const value = begins
      ? this.nested(() => this.SUBRULE(this.expression, { ARGS: [ADDITIVE] }))
      : undefined;
    if (this.#takeUntilClause().length === 0) return value;
    const span = this.spanFrom(start);
    return { kind: "literal", value: this.source.slice(span.start, span.end), ...span };
  }

  /** An example may be written without quotes, so its tokens mean nothing by themselves. */
  #takeUntilClause(): IToken[] {
    const read: IToken[] = [];
    while (!this.atLineEnd() && !CLAUSES.has(this.word(1))) read.push(this.take());
    return read;
  }

  #readDescription(): Statement {
    const { start } = spanOf(this.take());
    const read: IToken[] = [];
    while (!this.atStatementEnd(1)) read.push(this.take());
    const text = writtenText(read, this.source) ?? { text: "", ...this.spanFrom(start) };
    return { kind: "description", text, ...this.spanFrom(start) };
  }

  /** A table has a name, and its columns as lines of text up to END TABLE. */
  #isTable(ahead: number): boolean {
    for (let at = ahead; !this.atLineEnd(at); at++) {
      if (this.isAhead(at, tokens.TextBlockStart)) return at > ahead;
    }
    return false;
  }

  #readTable(words: number): Statement {
    const { start } = spanOf(this.LA(1));
    for (let left = words; left > 0; left--) this.take();
    const head: IToken[] = [];
    while (!this.isAhead(1, tokens.TextBlockStart)) head.push(this.take());
    this.take();
    const lines: IToken[] = [];
    while (!this.isAhead(1, tokens.TextBlockEnd)) lines.push(this.take());
    this.take();
    const name = writtenText(head.slice(0, 1), this.source) ?? {
      text: "",
      ...this.spanFrom(start),
    };
    const where = writtenText(head.slice(1), this.source);
    return { kind: "table", name, where, lines: readTable(lines), ...this.spanFrom(start) };
  }
}

function textsOf(read: readonly IToken[]): WrittenText[] {
  return read
    .filter(({ tokenType }) => tokenType === tokens.TextLiteral)
    .map((token) => ({ text: textOf(token), ...spanOf(token) }));
}
