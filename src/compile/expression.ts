import type { Expression } from "../syntax/ast.ts";
import { compileBinary } from "./binary.ts";
import { compileCall, compileName } from "./call.ts";
import { compileProcedureCall } from "./call-procedure.ts";
import { compileCommandValue } from "./command.ts";
import { constant } from "./code.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { compileConditional } from "./logic.ts";
import { compileMethod } from "./method.ts";
import { compilePhrase } from "./phrase.ts";
import { compileList, compileObject, compileTemplate } from "./literal.ts";
import { compileIndex, compileMember } from "./member.ts";
import { compileSubject } from "./with.ts";
import { compileNullTest, compileUnary } from "./unary.ts";

/** Compiles any expression. */
export function compileExpression(expression: Expression, context: BodyContext): ValueCode {
  switch (expression.kind) {
    case "literal":
      return constant(expression.value);
    case "template":
      return compileTemplate(expression, context);
    case "name":
      return compileName(expression, context);
    case "member":
      return compileMember(expression, context);
    case "index":
      return compileIndex(expression, context);
    case "call":
      return compileCall(expression, context);
    case "method":
      return compileMethod(expression, context);
    case "procedure-call":
      return compileProcedureCall(expression.procedure, expression.args, expression, context);
    case "phrase":
      return compilePhrase(expression.phrase, context);
    case "unary":
      return compileUnary(expression, context);
    case "binary":
      return compileBinary(expression, context);
    case "null-test":
      return compileNullTest(expression, context);
    case "conditional":
      return compileConditional(expression, context);
    case "list":
      return compileList(expression, context);
    case "object":
      return compileObject(expression, context);
    case "with-subject":
      return compileSubject(expression, context);
    case "command-value":
      return compileCommandValue(expression, context);
    case "broken":
      throw new Error("a script with errors cannot be compiled");
  }
}
