import type { CheckedBody } from "../check/script.ts";
import type { Site } from "../runtime/error.ts";
import type { Span } from "../source/span.ts";
import type { Block, Expression } from "../syntax/ast.ts";
import { compileBlock } from "./block.ts";
import type { StatementCode, ValueCode } from "./code.ts";
import type { BodyContext, ScriptContext } from "./context.ts";
import { compileExpression } from "./expression.ts";
import type { ProcedureCode } from "./procedure-code.ts";

/** What a body is compiled for. */
export interface BodyUse {
  readonly procedure?: ProcedureCode;
  /** True where runs begin with it: its outermost loops then give other requests a turn. */
  readonly isEntry: boolean;
}

/** Compiles one body. */
export function compileBody(
  script: ScriptContext,
  body: CheckedBody,
  { procedure, isEntry }: BodyUse,
): StatementCode {
  return new BodyCompiler(script, body, procedure, isEntry).block(body.block);
}

class BodyCompiler implements BodyContext {
  readonly script: ScriptContext;
  readonly body: CheckedBody;
  readonly procedure: ProcedureCode | undefined;
  readonly givesTurns: boolean;
  readonly maySync: boolean;

  constructor(
    script: ScriptContext,
    body: CheckedBody,
    procedure: ProcedureCode | undefined,
    givesTurns: boolean,
  ) {
    this.script = script;
    this.body = body;
    this.procedure = procedure;
    this.givesTurns = givesTurns;
    this.maySync = script.colour !== "async";
  }

  expression(expression: Expression): ValueCode {
    return compileExpression(expression, this);
  }

  block(block: Block): StatementCode {
    return compileBlock(block, this);
  }

  insideLoop(): BodyContext {
    if (!this.givesTurns) return this;
    return new BodyCompiler(this.script, this.body, this.procedure, false);
  }

  site({ start, end }: Span): Site {
    return { file: this.script.checked.file, span: { start, end } };
  }
}
