import type { CheckedBody } from "../check/script.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import type { Span } from "../source/span.ts";
import type { Block, Expression } from "../syntax/ast.ts";
import { compileBlock } from "./block.ts";
import { compileConstants } from "./constant.ts";
import { BodyJumps } from "./body-jumps.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode, ValueCode } from "./code.ts";
import type { BodyContext, ScriptContext } from "./context.ts";
import { ErrorTrap } from "./error-trap.ts";
import { compileExpression } from "./expression.ts";
import { inSequence } from "./sequence.ts";
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
  const { targets, traps } = body.jumps;
  const waits =
    script.colour === "async" || body.suspends || (isEntry && (body.loops || body.recurses));
  const site = { file: script.checked.file, span: { start: 0, end: 0 } };
  const jumps = targets.size > 0 ? new BodyJumps(body, waits, site) : undefined;
  const context = new BodyCompiler({
    script,
    body,
    procedure,
    jumps,
    isEntry,
    callsGiveTurns: isEntry,
    trap: traps ? new ErrorTrap(body) : undefined,
    trapsStatements: traps,
  });
  const code = jumps === undefined ? context.block(body.block) : runSections(jumps, context);
  const constants = compileConstants(body.block, context);
  return constants.length === 0 ? code : inSequence([...constants, code], context);
}

function runSections(jumps: BodyJumps, context: BodyContext): StatementCode {
  jumps.compile(context);
  const atEnd = (signal: Signal) => (signal === Signal.endOfBody ? Signal.next : signal);
  return jumps.waits
    ? waiting(async (frame: Frame) => atEnd(await jumps.runFromWaiting(frame, 0)))
    : action((frame: Frame) => atEnd(jumps.runFrom(frame, 0)));
}

type BodyParts = Pick<
  BodyContext,
  | "script"
  | "body"
  | "procedure"
  | "isEntry"
  | "callsGiveTurns"
  | "jumps"
  | "trap"
  | "trapsStatements"
>;

class BodyCompiler implements BodyContext {
  readonly script: ScriptContext;
  readonly body: CheckedBody;
  readonly procedure: ProcedureCode | undefined;
  readonly isEntry: boolean;
  readonly callsGiveTurns: boolean;
  readonly jumps: BodyJumps | undefined;
  readonly trap: ErrorTrap | undefined;
  readonly trapsStatements: boolean;
  readonly #parts: BodyParts;

  constructor(parts: BodyParts) {
    this.#parts = parts;
    this.script = parts.script;
    this.body = parts.body;
    this.procedure = parts.procedure;
    this.isEntry = parts.isEntry;
    this.callsGiveTurns = parts.callsGiveTurns;
    this.jumps = parts.jumps;
    this.trap = parts.trap;
    this.trapsStatements = parts.trapsStatements;
  }

  get maySync(): boolean {
    return this.script.colour !== "async";
  }

  expression(expression: Expression): ValueCode {
    return compileExpression(expression, this);
  }

  block(block: Block): StatementCode {
    return compileBlock(block, this);
  }

  insideLoop(): BodyContext {
    return this.callsGiveTurns ? new BodyCompiler({ ...this.#parts, callsGiveTurns: false }) : this;
  }

  insideTry(): BodyContext {
    return this.trapsStatements
      ? new BodyCompiler({ ...this.#parts, trapsStatements: false })
      : this;
  }

  site({ start, end }: Span): Site {
    return { file: this.script.checked.file, span: { start, end } };
  }
}
