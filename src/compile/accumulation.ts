import type { VariableSlot } from "../check/scope.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { LONG_TEXT } from "../runtime/value/growing-texts.ts";
import { checkTextLength } from "../runtime/value/limits.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import type { AssignmentStatement, Expression } from "../syntax/ast.ts";
import { sigilOf } from "../syntax/sigil.ts";
import { atSite } from "./at-site.ts";
import { action } from "./code.ts";
import type { StatementCode, SyncRun } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** What is put behind the text that a variable holds. */
interface Addition {
  readonly expression: Expression;
  /** The place of the operator before it. */
  readonly site: Site;
}

/**
 * Compiles `x = x + a + b` so that a long text in x grows without a copy; whatever else x holds is
 * left to the assignment as it is.
 * @param plain the assignment as every other
 * @returns `plain` where the statement is no such assignment or may wait
 */
export function compileAccumulation(
  statement: AssignmentStatement,
  { where, index }: VariableSlot,
  plain: StatementCode,
  context: BodyContext,
): StatementCode {
  const additions = additionsOf(statement, context);
  if (plain.colour !== "sync" || additions.length === 0) return plain;
  const steps: Step[] = [];
  for (const { expression, site } of additions) {
    const code = context.expression(expression);
    if (code.colour === "async") return plain;
    steps.push({ read: code.run, site });
  }
  const isGlobal = where === "global";
  const { run: assign } = plain;
  return action(function accumulate(frame: Frame): Signal {
    const slots = isGlobal ? frame.globals : frame.locals;
    const text = slots[index];
    if (typeof text !== "string" || text.length < LONG_TEXT) return assign(frame);
    const added = textOf(steps, text.length, frame);
    const whole = text + added;
    frame.run.texts.lengthen(slots, index, text, added, whole);
    slots[index] = whole;
    return Signal.next;
  });
}

interface Step {
  readonly read: SyncRun<Value>;
  readonly site: Site;
}

/** Evaluates what is added, one after the other. @throws BasicError GB3090 for too long a text */
function textOf(steps: readonly Step[], length: number, frame: Frame): string {
  const { limits } = frame.run;
  let added = "";
  for (const { read, site } of steps) {
    const value = read(frame);
    if (typeof value === "string" && length + added.length + value.length <= limits.textLength) {
      added += value;
    } else {
      added += atSite(site, () => {
        const text = toText(value);
        checkTextLength(length + added.length + text.length, limits);
        return text;
      });
    }
  }
  return added;
}

/** Takes `x + a + b` apart, in the order of the source; empty where it does not begin with x. */
function additionsOf(
  { target, value }: AssignmentStatement,
  context: BodyContext,
): readonly Addition[] {
  if (target.kind !== "name" || (sigilOf(target.name.key) ?? "$") !== "$") return [];
  const additions: Addition[] = [];
  let left = value;
  while (left.kind === "binary" && (left.operator === "+" || left.operator === "&")) {
    additions.unshift({ expression: left.right, site: context.site(left.operatorSpan) });
    left = left.left;
  }
  return left.kind === "name" && left.name.key === target.name.key ? additions : [];
}
