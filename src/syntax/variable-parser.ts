import type { ParserMethod } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { DimStatement, DimVariable, Expression, Identifier, Statement } from "./ast.ts";
import { identifierOf } from "./headers.ts";
import { spanOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import { WordStatementParser } from "./word-statement-parser.ts";
import * as words from "./words.ts";

/** LET, with a type as DIM has it too, DIM and REDIM. */
export abstract class VariableParser extends WordStatementParser {
  readonly letStatement: ParserMethod<[], Statement> = this.RULE("letStatement", () => {
    const token = this.CONSUME(words.Let);
    if (!this.RECORDING_PHASE && this.word(1) !== "" && this.word(2) === "AS") {
      return this.#readVariables("dim", spanOf(token).start);
    }
    return this.SUBRULE(this.assignment);
  });

  readonly dimStatement: ParserMethod<[], Statement> = this.RULE("dimStatement", (): Statement => {
    const token = this.OR([
      { ALT: () => this.CONSUME(words.Dim) },
      { ALT: () => this.CONSUME(words.Redim) },
    ]);
    if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
    const mode = token.tokenType === words.Dim ? "dim" : this.#redimMode();
    return this.#readVariables(mode, spanOf(token).start);
  });

  #readVariables(mode: DimStatement["mode"], start: number): DimStatement {
    const variables = [this.#readVariable()];
    while (this.isAhead(1, tokens.Comma)) {
      this.take();
      variables.push(this.#readVariable());
    }
    return { kind: "dim", mode, variables, ...this.spanFrom(start) };
  }

  #redimMode(): DimStatement["mode"] {
    if (this.word(1) !== "PRESERVE" || this.word(2) === "") return "redim";
    this.take();
    return "preserve";
  }

  #readVariable(): DimVariable {
    const name = identifierOf(this.CONSUME(words.Word));
    const bounds = this.isAhead(1, tokens.LeftParenthesis) ? this.#readBounds() : undefined;
    const created = this.#passOverCreation();
    return {
      name,
      ...(created === undefined ? {} : { created }),
      bounds: bounds ?? [],
      isList: bounds !== undefined,
      value: this.#readInitial(),
      ...this.spanFrom(name.start),
    };
  }

  /** `= value` behind a variable that is declared. */
  #readInitial(): Expression | undefined {
    if (!this.isAhead(1, tokens.Equal)) return undefined;
    this.take();
    return this.SUBRULE2(this.expression);
  }

  /** `(3)`, `(1, 2)`, `()`, and `(1 TO 3)`, of which the first index is 0 all the same. */
  #readBounds(): Expression[] {
    const bounds: Expression[] = [];
    this.take();
    while (!this.isAhead(1, tokens.RightParenthesis)) {
      const bound = this.unstopped(() => this.#readBound());
      bounds.push(bound);
      if (!this.isAhead(1, tokens.Comma)) break;
      this.take();
    }
    this.CONSUME(tokens.RightParenthesis);
    return bounds;
  }

  #readBound(): Expression {
    const bound = this.stoppedBefore("TO", () => this.SUBRULE(this.expression));
    if (this.word(1) !== "TO") return bound;
    this.take();
    return this.SUBRULE1(this.expression);
  }

  /** Passes over the type; what stands behind NEW is kept, as it is no type alone. */
  #passOverCreation(): Identifier | undefined {
    const isNew = this.word(1) === "AS" && this.word(2) === "NEW" && this.word(3) !== "";
    const created = isNew ? identifierOf(this.LA(3)) : undefined;
    this.passOverType();
    return created;
  }

  /** A type after AS is passed over, as in headers: sigils alone convert. */
  protected passOverType(): void {
    if (this.word(1) !== "AS") return;
    if (this.word(2) === "") {
      if (this.atStatementEnd(2) || this.isAhead(2, tokens.Comma)) {
        this.fail(syntaxMessages.missingType(), this.spanAhead());
      }
      return;
    }
    this.take();
    if (this.word(1) === "NEW" && this.word(2) !== "") this.take();
    this.take();
  }
}
