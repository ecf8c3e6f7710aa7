import type { Expression, Statement } from "../../syntax/ast.ts";
import type { StatementCode } from "../code.ts";
import type { BodyContext } from "../context.ts";
import type { CountedLoop } from "./coverage.ts";
import { blockSpan } from "./block-span.ts";
import { withAfter, withBefore } from "./counting.ts";

/** The statements that repeat others. */
export type LoopStatement = Extract<Statement, { kind: "for" | "for-each" | "while" | "do" }>;

/** Makes the body of a loop count its turns, where that is asked for. */
export function countedTurn(
  loop: LoopStatement,
  body: StatementCode,
  context: BodyContext,
): StatementCode {
  const counts = countsOf(loop, context);
  if (counts === undefined) return body;
  return withBefore(body, (frame) => {
    counts.ran.hits += 1;
    counts.turned.add(frame);
  });
}

/** Makes a loop count how often it ended without a turn, where that is asked for. */
export function countedLoop(
  loop: LoopStatement,
  code: StatementCode,
  context: BodyContext,
): StatementCode {
  const counts = countsOf(loop, context);
  if (counts === undefined) return code;
  const begun = withBefore(code, (frame) => {
    counts.turned.delete(frame);
  });
  return withAfter(begun, (frame) => {
    if (!counts.turned.has(frame)) counts.none.hits += 1;
  });
}

function countsOf(loop: LoopStatement, { script }: BodyContext): CountedLoop | undefined {
  if (script.coverage === undefined || !mayHaveNoTurn(loop)) return undefined;
  return script.coverage.of(script.checked.file).loop(loop, blockSpan(loop.body, loop));
}

/** False where everyone can see that a loop has a turn, or where it always has one. */
function mayHaveNoTurn(loop: LoopStatement): boolean {
  switch (loop.kind) {
    case "for":
      return !isWritten(loop.from) || !isWritten(loop.to);
    case "for-each":
      return loop.list.kind !== "list";
    case "while":
      return !isWritten(loop.condition);
    case "do":
      return loop.before !== undefined && !isWritten(loop.before.condition);
  }
}

function isWritten({ kind }: Expression): boolean {
  return kind === "literal";
}
