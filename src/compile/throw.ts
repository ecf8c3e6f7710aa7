import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { ErrorValue, ThrownError } from "../runtime/value/error-value.ts";
import { isObject } from "../runtime/value/kind.ts";
import { getMember } from "../runtime/value/member.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import type { ThrowStatement } from "../syntax/ast.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** Compiles THROW. An error that was caught is raised again as it was, with its first place. */
export function compileThrow(
  { value, ...span }: ThrowStatement,
  context: BodyContext,
): StatementCode {
  const code = context.expression(value);
  const site = context.site(span);
  if (code.colour === "sync" && context.maySync) {
    const { run: read } = code;
    return action(function raise(frame: Frame) {
      throw errorOf(read(frame), site);
    });
  }
  return waiting(async function raiseWaiting(frame: Frame) {
    throw errorOf(await code.run(frame), site);
  });
}

function errorOf(value: Value, { file, span }: Site): unknown {
  if (value instanceof ErrorValue) return ErrorValue.errorOf(value);
  const message = isObject(value) ? getMember(value, "message") : null;
  return locate(new ThrownError(value, toText(message ?? value)), file, span);
}
