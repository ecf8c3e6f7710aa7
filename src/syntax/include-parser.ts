import { includeMessages } from "../diagnostics/codes/includes.ts";
import type { Statement } from "./ast.ts";
import { ConstantParser } from "./constant-parser.ts";
import { spanOf, textOf } from "./token.ts";
import * as tokens from "./tokens.ts";

/** `INCLUDE "lib.bas"`: brings in the SUBs and FUNCTIONs of another file. */
export abstract class IncludeParser extends ConstantParser {
  /** Reads such a statement, whose word INCLUDE is ahead. */
  protected readInclude(): Statement {
    const { start } = spanOf(this.take());
    const path = this.LA(1);
    // Files are read before anything runs, so the path cannot be put together.
    if (path.tokenType !== tokens.TextLiteral) {
      this.fail(includeMessages.noPath(), this.spanAhead());
    }
    this.take();
    const { end } = spanOf(path);
    const text = textOf(path);
    return { kind: "include", path: { text, ...spanOf(path) }, start, end };
  }
}
