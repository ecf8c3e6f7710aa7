import { phoneCheckMessages } from "../../diagnostics/codes/phone-calls.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { HandlerDeclaration } from "../../host/handler.ts";
import type { Span } from "../../source/span.ts";
import type { Phrase } from "../../syntax/ast.ts";
import { callersOf, type Calls } from "../call-graph.ts";
import { calledProcedure } from "../resolve.ts";
import type { CheckedBody, CheckedScript } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { callPhrase } from "./call-phrase.ts";
import type { LintedScript } from "./linted-script.ts";

/**
 * Finds statements for phone calls where no call is answered: in handlers of messages and events, and
 * in SUBs and FUNCTIONs that run for those or behind SPAWN alone.
 */
export function findStatementsWithoutCaller(linted: LintedScript, report: Report): void {
  const { script, isIncluded } = linted;
  // Most scripts answer no calls.
  if (!script.needs.has("call")) return;
  const uses = linted.bodies.map((body) => useOf(script, body));
  const silent = new Map<CheckedBody, string>();
  for (const { declaration, source, body } of script.handlers) {
    if (!mayAnswerCalls(declaration)) silent.set(body, source.phrase.entry.title);
  }
  for (const { body, phrases } of uses) {
    const handler = silent.get(body);
    if (handler === undefined) continue;
    for (const phrase of phrases) {
      report(phoneCheckMessages.wrongHandler(phrase.entry.title, handler), phrase);
    }
  }
  // Whoever includes it may call any of its SUBs.
  if (!isIncluded) findInProcedures(script, uses, silent, report);
}

/** What a body has of calls. */
interface Use {
  readonly body: CheckedBody;
  readonly phrases: readonly Phrase[];
  /** Keys of the SUBs and FUNCTIONs that it calls, and of those that it spawns, with the first place. */
  readonly called: ReadonlyMap<string, Span>;
  readonly spawned: ReadonlyMap<string, Span>;
}

function findInProcedures(
  script: CheckedScript,
  uses: readonly Use[],
  silent: ReadonlyMap<CheckedBody, string>,
  report: Report,
): void {
  const calls: Calls = new Map(
    uses.map(({ body, called }) => [keyOf(body), new Set(called.keys())]),
  );
  const places = uses.flatMap((use) => [
    ...use.spawned,
    ...(silent.has(use.body) ? use.called : []),
  ]);
  const heard = uses.filter(({ body }) => isRoot(body) && !silent.has(body));
  for (const { body, phrases } of uses) {
    const [phrase] = phrases;
    if (phrase === undefined || body.procedure === undefined) continue;
    const callers = callersOf([body.procedure.key], calls);
    const place = places.find(([key]) => callers.has(key));
    const isHeard = heard.some(({ called }) => [...called.keys()].some((key) => callers.has(key)));
    if (place === undefined || isHeard) continue;
    const { start, end } = place[1];
    const message = phoneCheckMessages.noCaller(phrase.entry.title, body.title);
    const related = { file: script.file, span: { start, end }, message: "it is run from here" };
    report(message, phrase, { related: [related] });
  }
}

function isRoot({ kind }: CheckedBody): boolean {
  return kind === "handler" || kind === "main";
}

/** Only SUBs and FUNCTIONs are called. */
function keyOf(body: CheckedBody): string {
  return body.procedure?.key ?? `${body.title} ${String(body.block[0]?.start ?? "")}`;
}

/** A request may be a call that a script answers by its own path. */
function mayAnswerCalls(declaration: HandlerDeclaration): boolean {
  if (declaration.kind === "webhook") return true;
  return declaration.kind === "twilio" && declaration.event !== "sms";
}

function useOf({ names }: CheckedScript, body: CheckedBody): Use {
  const phrases: Phrase[] = [];
  const called = new Map<string, Span>();
  const spawned = new Map<string, Span>();
  walkBlock(body.block, {
    statement(statement) {
      const phrase = callPhrase(statement, names.runnable);
      if (phrase !== undefined) phrases.push(phrase);
      if (statement.kind !== "spawn") return;
      const key = calledProcedure(names, body.scope, statement.call)?.key;
      if (key !== undefined && !spawned.has(key)) spawned.set(key, statement);
    },
    expression(expression) {
      const key = calledProcedure(names, body.scope, expression)?.key;
      if (key !== undefined && !called.has(key)) called.set(key, expression);
    },
  });
  return { body, phrases, called, spawned };
}
