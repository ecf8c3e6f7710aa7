import type { CallStatement, SimpleStatement, Statement } from "../syntax/ast.ts";
import { compileAssignment } from "./assignment.ts";
import { calledProcedure } from "../check/resolve.ts";
import { compileTurningCall } from "./call-procedure.ts";
import type { StatementCode, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { countedLoop, type LoopStatement } from "./coverage/counted-loop.ts";
import { compileCommand } from "./command.ts";
import { compileDeclared } from "./declared.ts";
import { compileDim } from "./dim.ts";
import { compileDropped } from "./dropped.ts";
import { compileForEach } from "./for-each.ts";
import { compileClearError } from "./error-state.ts";
import { compileFor } from "./for.ts";
import { compileIf } from "./if.ts";
import { compileInclude } from "./include.ts";
import { compileContinue, compileExit, compileReturn } from "./leave.ts";
import { compileGosub, compileGoto } from "./jump.ts";
import { compileOnError, compileResume } from "./on-error.ts";
import { compileParameterDefault } from "./parameter-default.ts";
import { compilePhrase } from "./phrase.ts";
import { inSequence } from "./sequence.ts";
import { compileSelect } from "./select.ts";
import { compileSpawn } from "./spawn.ts";
import { compileThrow } from "./throw.ts";
import { compileTry } from "./try.ts";
import { compileDo, compileWhile } from "./while.ts";
import { compileWith } from "./with.ts";

/** Compiles any statement. */
export function compileStatement(statement: Statement, context: BodyContext): StatementCode {
  switch (statement.kind) {
    case "if":
      return compileIf(statement, context);
    case "for":
    case "for-each":
    case "while":
    case "do":
      return countedLoop(statement, compileLoop(statement, context), context);
    case "select":
      return compileSelect(statement, context);
    case "with":
      return compileWith(statement, context);
    case "try":
      return compileTry(statement, context);
    case "command":
      return compileCommand(statement, context);
    default:
      return compileSimple(statement, context);
  }
}

function compileLoop(statement: LoopStatement, context: BodyContext): StatementCode {
  switch (statement.kind) {
    case "for":
      return compileFor(statement, context);
    case "for-each":
      return compileForEach(statement, context);
    case "while":
      return compileWhile(statement, context);
    case "do":
      return compileDo(statement, context);
  }
}

function compileSimple(statement: SimpleStatement, context: BodyContext): StatementCode {
  switch (statement.kind) {
    case "assignment":
      return compileAssignment(statement, context);
    case "parameter-default":
      return compileParameterDefault(statement, context);
    case "dim":
      return compileDim(statement, context);
    case "exit":
    case "continue":
    case "return":
      return compileLeaving(statement, context);
    case "throw":
      return compileThrow(statement, context);
    case "label":
    case "goto":
    case "gosub":
    case "on-error":
    case "resume":
    case "clear-error":
      return compileJumping(statement, context);
    case "call-statement":
      return compileCallStatement(statement, context);
    case "spawn":
      return compileSpawn(statement, context);
    case "value":
    case "phrase-statement":
      return compileDropped(compileAlone(statement, context), context);
    // The values of CONSTs are there from the beginning of their body.
    case "const":
      return inSequence([], context);
    case "include":
      return compileInclude(statement, context);
    case "param":
    case "description":
    case "table":
      return compileDeclared(statement, context);
    case "broken":
      throw new Error("a script with errors cannot be compiled");
  }
}

function compileLeaving(
  statement: Extract<SimpleStatement, { kind: "exit" | "continue" | "return" }>,
  context: BodyContext,
): StatementCode {
  if (statement.kind === "exit") return compileExit(statement);
  return statement.kind === "continue" ? compileContinue() : compileReturn(statement, context);
}

/** A value that stands alone, or a phrase, for what it does. */
function compileAlone(
  statement: Extract<SimpleStatement, { kind: "value" | "phrase-statement" }>,
  context: BodyContext,
): ValueCode {
  return statement.kind === "value"
    ? context.expression(statement.value)
    : compilePhrase(statement.phrase, context);
}

type Jumping = Extract<
  SimpleStatement,
  { kind: "label" | "goto" | "gosub" | "on-error" | "resume" | "clear-error" }
>;

function compileJumping(statement: Jumping, context: BodyContext): StatementCode {
  switch (statement.kind) {
    case "label":
      return inSequence([], context);
    case "goto":
      return compileGoto(statement, context);
    case "gosub":
      return compileGosub(statement, context);
    case "on-error":
      return compileOnError(statement, context);
    case "resume":
      return compileResume(statement, context);
    case "clear-error":
      return compileClearError();
  }
}

function compileCallStatement({ call }: CallStatement, context: BodyContext): StatementCode {
  const { names } = context.script.checked;
  const procedure = calledProcedure(names, context.body.scope, call);
  const args = "args" in call ? call.args : [];
  const turning =
    procedure === undefined ? undefined : compileTurningCall(procedure, args, call, context);
  return turning ?? compileDropped(context.expression(call), context);
}
