import type { ParserMethod } from "chevrotain";
import { errorMessages } from "../diagnostics/codes/errors.ts";
import type { Span } from "../source/span.ts";
import type { Block, CatchPart, Identifier, Statement } from "./ast.ts";
import { identifierOf } from "./headers.ts";
import { type OpenBlock, openBlock } from "./open-block.ts";
import { spanOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import { WithParser } from "./with-parser.ts";
import * as words from "./words.ts";

/** TRY and THROW. */
export abstract class TryParser extends WithParser {
  readonly tryStatement: ParserMethod<[], Statement> = this.RULE("tryStatement", (): Statement => {
    const token = this.CONSUME(words.Try);
    if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
    return this.#readTry(spanOf(token));
  });

  readonly throwStatement: ParserMethod<[], Statement> = this.RULE(
    "throwStatement",
    (): Statement => {
      const { start } = spanOf(this.CONSUME(words.Throw));
      if (!this.RECORDING_PHASE && this.#exceptionAhead()) this.#passOverException();
      const value = this.SUBRULE(this.expression);
      return { kind: "throw", value, start, end: value.end };
    },
  );

  /** `THROW NEW EXCEPTION("text")`, as Visual Basic and others write it, throws the text. */
  #exceptionAhead(): boolean {
    return this.word(1) === "NEW" && this.word(2) !== "" && this.isAhead(3, tokens.LeftParenthesis);
  }

  #passOverException(): void {
    this.take();
    this.take();
  }

  #readTry(opening: Span): Statement {
    const block = openBlock("TRY", opening);
    this.readHead(() => undefined);
    const body = this.readBlock(block);
    let handler: CatchPart | undefined;
    let cleanup: Block | undefined;
    while (this.isAhead(1, words.Catch) || this.isAhead(1, words.Finally)) {
      const isCatch = this.isAhead(1, words.Catch);
      if (cleanup !== undefined || (isCatch && handler !== undefined)) this.#reportOrder();
      const token = this.take();
      if (isCatch) handler = this.#readCatch(spanOf(token), block);
      else {
        this.readHead(() => undefined);
        cleanup = this.readBlock(block);
      }
    }
    const isClosed = this.closeBlock(block);
    if (isClosed && handler === undefined && cleanup === undefined) {
      this.report(errorMessages.tryAlone(), opening);
    }
    return { kind: "try", body, handler, cleanup, ...this.spanFrom(opening.start) };
  }

  #reportOrder(): void {
    const token = this.LA(1);
    this.report(errorMessages.catchOrder(token.image), spanOf(token));
  }

  #readCatch(opening: Span, block: OpenBlock): CatchPart {
    const variable = this.readHead(() => this.#readVariable());
    const body = this.readBlock(block);
    return { variable, body, ...this.spanFrom(opening.start) };
  }

  #readInBrackets(): Identifier {
    this.take();
    const name = identifierOf(this.CONSUME2(words.Word));
    this.CONSUME(tokens.RightParenthesis);
    return name;
  }

  /** `CATCH e` and, as Visual Basic has it, `CATCH e AS EXCEPTION`; all errors are of one type. */
  #readVariable(): Identifier | undefined {
    if (this.atStatementEnd(1)) return undefined;
    if (this.isAhead(1, tokens.LeftParenthesis)) return this.#readInBrackets();
    const name = identifierOf(this.CONSUME(words.Word));
    if (this.word(1) === "AS") {
      this.take();
      this.CONSUME1(words.Word);
    }
    return name;
  }
}
