import { constantMessages } from "../diagnostics/codes/constants.ts";
import type { Constant, Statement } from "./ast.ts";
import { CommandValueParser } from "./command-value-parser.ts";
import { identifierOf } from "./headers.ts";
import { spanOf } from "./token.ts";
import * as tokens from "./tokens.ts";

/** `CONST NAME = value, OTHER = value`: names whose values never change. */
export abstract class ConstantParser extends CommandValueParser {
  /** Reads such a statement, whose word CONST is ahead. */
  protected readConstants(): Statement {
    const { start } = spanOf(this.take());
    const constants: Constant[] = [];
    do {
      if (constants.length > 0) this.take();
      constants.push(this.#readConstant());
    } while (this.isAhead(1, tokens.Comma));
    return { kind: "const", constants, ...this.spanFrom(start) };
  }

  #readConstant(): Constant {
    if (this.word(1) === "") this.failExpected("a name");
    const name = identifierOf(this.take());
    // A type after AS is passed over, as in DIM: sigils alone convert.
    if (this.word(1) === "AS" && this.word(2) !== "") {
      this.take();
      this.take();
    }
    if (this.atStatementEnd(1) || this.isAhead(1, tokens.Comma)) {
      this.fail(constantMessages.noValue(name.text), name);
    }
    if (!this.isAhead(1, tokens.Equal)) this.failExpected("=");
    this.take();
    const value = this.SUBRULE(this.expression);
    return { name, value, ...this.spanFrom(name.start) };
  }
}
