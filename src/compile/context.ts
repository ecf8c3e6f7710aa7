import type { CheckedFile, CheckedBody } from "../check/script.ts";
import type { Site } from "../runtime/error.ts";
import type { Span } from "../source/span.ts";
import type { Block, Expression } from "../syntax/ast.ts";
import type { Coverage } from "./coverage/coverage.ts";
import type { BodyJumps } from "./body-jumps.ts";
import type { ErrorTrap } from "./error-trap.ts";
import type { StatementCode, ValueCode } from "./code.ts";
import type { ProcedureCode } from "./procedure-code.ts";

/** Which flavours are made: `async` makes everything wait, so that tests can compare the two. */
export type Colour = "as needed" | "async";

/** What the makers of one file share. */
export interface ScriptContext {
  readonly checked: CheckedFile;
  readonly colour: Colour;
  /** Where it is counted what runs; undefined where nothing is. */
  readonly coverage: Coverage | undefined;
  /** True where tests may replace SUBs and FUNCTIONs. */
  readonly doubles: boolean;
  /**
   * Those of the script and of all that it includes, by `Procedure.key`; their bodies are compiled
   * when they are first needed.
   */
  readonly procedures: ReadonlyMap<string, ProcedureCode>;
}

/** What the makers of one body are given. */
export interface BodyContext {
  readonly script: ScriptContext;
  readonly body: CheckedBody;
  /** The SUB or FUNCTION whose body this is. */
  readonly procedure: ProcedureCode | undefined;
  /** True in an entry point, whose loops give others a turn. */
  readonly isEntry: boolean;
  /** True outside the loops of an entry point, where the loops of what is called do so too. */
  readonly callsGiveTurns: boolean;
  /** False where everything has to be made async. */
  readonly maySync: boolean;
  /** How the body jumps; undefined where it does not. */
  readonly jumps: BodyJumps | undefined;
  /** What ON ERROR says; undefined where nothing in the file does. */
  readonly trap: ErrorTrap | undefined;
  /** True where ON ERROR looks after the errors of statements. */
  readonly trapsStatements: boolean;
  expression(expression: Expression): ValueCode;
  block(block: Block): StatementCode;
  /** The same body, inside a loop. */
  insideLoop(): BodyContext;
  /** The same body, inside TRY, where ON ERROR has no say. */
  insideTry(): BodyContext;
  site(span: Span): Site;
}
