import type { Block } from "../syntax/ast.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { countedStatement } from "./coverage/counted-statement.ts";
import { compileTrapped } from "./on-error.ts";
import { inSequence } from "./sequence.ts";
import { compileStatement } from "./statement.ts";

/** Compiles statements that run one after the other until one of them leaves. */
export function compileBlock(block: Block, context: BodyContext): StatementCode {
  return inSequence(
    block.map((statement) => {
      const code = compileTrapped(statement, compileStatement(statement, context), context);
      return countedStatement(statement, code, context);
    }),
    context,
  );
}
