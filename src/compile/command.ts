import { commandMessages } from "../diagnostics/codes/commands.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import { Signal } from "../runtime/signal.ts";
import type { Value } from "../runtime/value/value.ts";
import type { CommandExpression, CommandStatement } from "../syntax/ast.ts";
import type { KnownPhrase } from "../syntax/known-phrase.ts";
import { action, computed } from "./code.ts";
import type { StatementCode, SyncValue } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** Compiles a phrase that gbasic lacks: it ends a run, unless it only says when others run it. */
export function compileCommand(
  { command: { known, ...span } }: CommandStatement,
  context: BodyContext,
): StatementCode {
  const phrase = required(known);
  if (phrase.role !== "action") return action(() => Signal.next);
  const { run } = raising(phrase, context.site(span));
  return action(function raiseAtCommand(frame): Signal {
    run(frame);
    return Signal.next;
  });
}

/** Compiles such a phrase where it stands for a value. */
export function compileCommandValue(
  { command: { known, ...span } }: CommandExpression,
  context: BodyContext,
): SyncValue {
  return raising(required(known), context.site(span));
}

/** Makes what ends a run with the phrase that gbasic lacks. */
export function raising(phrase: KnownPhrase, { file, span }: Site): SyncValue {
  return computed(function raiseNotProvided(): Value {
    throw locate(new BasicError(commandMessages.reached(phrase)), file, span);
  });
}

function required(known: KnownPhrase | undefined): KnownPhrase {
  if (known === undefined) throw new Error("a script with errors cannot be compiled");
  return known;
}
