import { errorMemberOf, type ErrorPart } from "../check/error-names.ts";
import { resolveName } from "../check/resolve.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { getMember } from "../runtime/value/member.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Expression, Identifier } from "../syntax/ast.ts";
import { action, computed } from "./code.ts";
import type { StatementCode, SyncValue } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** What ERR is for an error with a code that is no number, such as `THROW { code: "STOCK" }`. */
const NUMBER_OF_THROWN = 3050;

/** Compiles ERR, ERROR and ERROR MESSAGE: what they tell of the last error that was caught. */
export function readError(part: ErrorPart): SyncValue {
  const read = PARTS[part];
  return computed(function readErrorState(frame: Frame): Value {
    return read(frame);
  });
}

/** Compiles `ERR.member`; members that are none of its own are members of the error. */
export function readErrorMember({ key, text }: Identifier): SyncValue {
  const part = errorMemberOf(key);
  if (part !== undefined) return readError(part);
  return computed(function readErrorMember(frame: Frame): Value {
    return getMember(frame.run.caught ?? null, text);
  });
}

/** Tells whether an expression is ERR, and no variable of that name. */
export function isErrorState(expression: Expression, { script, body }: BodyContext): boolean {
  if (expression.kind !== "name") return false;
  return resolveName(script.checked.names, body.scope, expression.name)?.kind === "error";
}

/** Compiles CLEAR ERROR. */
export function compileClearError(): StatementCode {
  return action(function clearError(frame: Frame): Signal {
    frame.run.caught = undefined;
    return Signal.next;
  });
}

const PARTS: Readonly<Record<ErrorPart, (frame: Frame) => Value>> = {
  happened: ({ run }) => run.caught !== undefined,
  message: ({ run }) => (run.caught === undefined ? "" : toText(run.caught)),
  line: ({ run }) => run.caught?.line ?? 0,
  number: ({ run }) => (run.caught === undefined ? 0 : numberOf(run.caught.code ?? null)),
};

/** The number of `GB3002` is 3002. */
function numberOf(code: Value): number {
  if (typeof code === "number") return code;
  const digits = /^(?:GB)?(\d+)$/.exec(toText(code))?.[1];
  return digits === undefined ? NUMBER_OF_THROWN : Number(digits);
}
