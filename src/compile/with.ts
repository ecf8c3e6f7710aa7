import { resolveCall } from "../check/resolve.ts";
import type { VariableSlot } from "../check/scope.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { objectFrom } from "../runtime/value/member.ts";
import type { Value } from "../runtime/value/value.ts";
import type {
  AssignmentTarget,
  Expression,
  WithStatement,
  WithSubjectExpression,
} from "../syntax/ast.ts";
import { assignVariable, compileAssignment, subjectSlot } from "./assignment.ts";
import { action, computed, waiting } from "./code.ts";
import type { StatementCode, SyncValue, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { inSequence } from "./sequence.ts";
import { readVariable } from "./variable.ts";

/**
 * Compiles WITH. Where its lines set fields, they make a new object, which takes the place of what
 * the target held once the block is through; so the block still reads the old one by its name.
 */
export function compileWith(statement: WithStatement, context: BodyContext): StatementCode {
  const { target, value, setsFields, subject } = statement;
  const keep = (code: ValueCode) => assignVariable(subjectSlot(subject, context), code, context);
  const body = context.block(statement.body);
  if (value !== undefined) {
    const store = storeSubject(statement, asTarget(target, context), context);
    return inSequence([keep(context.expression(value)), store, body], context);
  }
  if (setsFields) {
    return inSequence(
      [keep(newObject), body, storeSubject(statement, asTarget(target, context), context)],
      context,
    );
  }
  if (target.kind === "field") throw new Error("a field is only ever set");
  const create = inSequence(
    isAssignable(target, context)
      ? [keep(newObject), storeSubject(statement, target, context)]
      : [],
    context,
  );
  const read = keep(context.expression(target));
  return inSequence([read, whereNull(subjectSlot(subject, context), create), body], context);
}

/** Compiles what a member that begins with a dot is a member of. */
export function compileSubject(
  { subject }: WithSubjectExpression,
  context: BodyContext,
): ValueCode {
  return readVariable(subjectSlot(subject, context));
}

const newObject: SyncValue = computed(function makeObject(): Value {
  return objectFrom([]);
});

function storeSubject(
  { subject }: WithStatement,
  target: AssignmentTarget,
  context: BodyContext,
): StatementCode {
  const { start, end } = target;
  const value: Expression = { kind: "with-subject", subject, start, end };
  return compileAssignment({ kind: "assignment", target, value, start, end }, context);
}

/** Runs code where what a WITH block is about is null. */
function whereNull({ index }: VariableSlot, code: StatementCode): StatementCode {
  if (code.colour === "sync") {
    const { run } = code;
    return action((frame: Frame): Signal => {
      return frame.locals[index] === null ? run(frame) : Signal.next;
    });
  }
  return waiting(async (frame: Frame): Promise<Signal> => {
    return frame.locals[index] === null ? code.run(frame) : Signal.next;
  });
}

function asTarget(target: WithStatement["target"], context: BodyContext): AssignmentTarget {
  if (isAssignable(target, context)) return target;
  throw new Error("a WITH block sets what cannot be assigned to");
}

/** What looks like a call is an element of a list, unless a function has the name. */
function isAssignable(
  target: WithStatement["target"],
  { script, body }: BodyContext,
): target is AssignmentTarget {
  switch (target.kind) {
    case "name":
      // Where no line sets a member, the name may be set nowhere.
      return body.scope.find(target.name.key) !== undefined;
    case "member":
    case "index":
    case "field":
      return true;
    case "call":
      return resolveCall(script.checked.names, body.scope, target.name)?.kind === "element";
    default:
      return false;
  }
}
