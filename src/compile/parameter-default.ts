import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import type { ParameterDefaultStatement } from "../syntax/ast.ts";
import { sigilOf } from "../syntax/sigil.ts";
import { assignVariable, variableSlot } from "./assignment.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { counted, countersOf } from "./coverage/counting.ts";
import { compileConverted, sigilConversion } from "./convert.ts";

/** Compiles the value that a parameter has where a call leaves it out. */
export function compileParameterDefault(
  { name, index, value }: ParameterDefaultStatement,
  context: BodyContext,
): StatementCode {
  const converted = compileConverted(
    value,
    (at) => sigilConversion(sigilOf(name.key), at),
    context,
  );
  const [isUsed] = countersOf("default", name, [value], context);
  const code = counted(assignVariable(variableSlot(name, context), converted, context), isUsed);
  if (code.colour === "sync") {
    const { run } = code;
    return action((frame: Frame) => (frame.given > index ? Signal.next : run(frame)));
  }
  return waiting(async (frame: Frame) => (frame.given > index ? Signal.next : code.run(frame)));
}
