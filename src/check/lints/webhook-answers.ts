import { webhookMessages, type WayToAnswer } from "../../diagnostics/codes/webhooks.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { Block } from "../../syntax/ast.ts";
import type { CheckedHandler } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { findWebhookAnswers } from "../webhook-answers.ts";
import type { LintedScript } from "./linted-script.ts";

/** Which way counts where there are several, the first one first. */
const ORDER: readonly WayToAnswer[] = ["return", "variables", "object", "print"];

/** Warns of a `WEBHOOK "name"` that fills its response in two ways, of which one counts. */
export function findMixedWebhookAnswers({ script }: LintedScript, report: Report): void {
  for (const handler of script.handlers) {
    const { declaration } = handler;
    if (declaration.kind !== "webhook" || declaration.name === undefined) continue;
    const ways = waysOf(handler, script);
    const [used, ignored] = ORDER.filter((way) => ways.has(way));
    if (used === undefined || ignored === undefined) continue;
    // Here RETURN ends with what was set, and there with a value: both may be meant.
    const [lost, first] = [ways.get(ignored), ways.get(used)];
    if (lost === undefined || first === undefined) continue;
    const related = [
      { file: script.file, span: first, message: webhookMessages.answeredHere(used) },
    ];
    report(webhookMessages.mixedAnswers(used, ignored), lost, { related });
  }
}

function waysOf(
  { body }: CheckedHandler,
  { names, main }: LintedScript["script"],
): ReadonlyMap<WayToAnswer, Span> {
  const { fields, objects } = findWebhookAnswers(names, [main, body]);
  const ways = new Map<WayToAnswer, Span>();
  const note = (way: WayToAnswer, place: Span | undefined) => {
    if (place !== undefined) ways.set(way, { start: place.start, end: place.end });
  };
  note("variables", fields.values().next().value);
  note("object", objects[0]);
  note("return", firstReturn(body.block));
  note("print", firstPrint(body.block));
  return ways;
}

/** `RETURN result` says what is meant by `result` itself. */
function firstReturn(block: Block): Span | undefined {
  return firstOf(block, (statement) => {
    if (statement.kind !== "return" || statement.value === undefined) return false;
    const { value } = statement;
    if (value.kind === "literal" && value.value === null) return false;
    return !(value.kind === "name" && ["RESULT", "RESPONSE"].includes(value.name.key));
  });
}

function firstPrint(block: Block): Span | undefined {
  return firstOf(
    block,
    (statement) =>
      statement.kind === "phrase-statement" && statement.phrase.entry.title === "PRINT",
  );
}

function firstOf(block: Block, is: (statement: Block[number]) => boolean): Span | undefined {
  let found: Span | undefined;
  walkBlock(block, {
    statement(statement) {
      if (is(statement)) found ??= statement;
    },
  });
  return found;
}
