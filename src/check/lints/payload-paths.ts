import { knownObjectMessages } from "../../diagnostics/codes/known-objects.ts";
import { lintMessages, type StepFault } from "../../diagnostics/codes/lints.ts";
import type { Message, Report } from "../../diagnostics/diagnostic.ts";
import type { HandlerDeclaration, WhatsAppEvent } from "../../host/handler.ts";
import type { Span } from "../../source/span.ts";
import type { Expression, Phrase } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { changeValue } from "./meta-payload.ts";
import { expressionSlot } from "./outside.ts";
import { type PathPart, readPayloadPath } from "./payload-path.ts";
import type { Shape } from "./payload-shape.ts";
import { type PayloadStep, stepInto } from "./payload-step.ts";
import { PayloadValues, stepOf } from "./payload-values.ts";

/**
 * Warns of paths and members that no WhatsApp payload has, nor an object that gbasic gives, and of lists of a delivery in handlers that
 * never get them: one that runs once for each message never sees `statuses`.
 */
export function findPayloadMistakes(linted: LintedScript, report: Report): void {
  const checker = new PathChecker(linted, report);
  for (const body of linted.bodies) {
    walkBlock(body.block, {
      expression: (expression) => {
        checker.check(expression, body);
      },
    });
  }
}

/** The lists of a delivery, with the handlers that run once for each of their items. */
const LISTS: ReadonlyMap<string, ListOfItems> = new Map<string, ListOfItems>([
  ["messages", { event: "message", statement: "ON WHATSAPP MESSAGE" }],
  ["statuses", { event: "status", statement: "ON WHATSAPP STATUS" }],
  ["errors", { event: "error", statement: "ON WHATSAPP ERROR" }],
]);

interface ListOfItems {
  readonly event: WhatsAppEvent;
  readonly statement: string;
}

/** What a handler runs once for; undefined where its payload can hold more than that. */
function itemOf(declaration: HandlerDeclaration): WhatsAppEvent | undefined {
  if (declaration.kind === "webhook") return declaration.raw ? undefined : "message";
  if (declaration.kind !== "whatsapp") return undefined;
  return declaration.event === "field" ? undefined : declaration.event;
}

class PathChecker {
  readonly #linted: LintedScript;
  readonly #report: Report;
  readonly #values: PayloadValues;

  constructor(linted: LintedScript, report: Report) {
    this.#linted = linted;
    this.#report = report;
    this.#values = new PayloadValues(linted);
  }

  check(expression: Expression, body: CheckedBody): void {
    if (expression.kind === "phrase") this.#checkPhrase(expression.phrase, body);
    if (expression.kind !== "member" && expression.kind !== "index") return;
    const shape = this.#values.shapeOf(expression.target, body);
    const step = stepOf(expression);
    if (shape === undefined || step === undefined) return;
    const span = expression.kind === "member" ? expression.property : expression.index;
    this.#step(shape, step, span, body);
  }

  #checkPhrase(phrase: Phrase, body: CheckedBody): void {
    if (phrase.entry.title !== "GET JSON PATH") return;
    const [object, written] = [expressionSlot(phrase, "object"), expressionSlot(phrase, "path")];
    const path = this.#values.pathOf(phrase, body);
    if (object === undefined || written === undefined || path === undefined) return;
    let shape = this.#values.shapeOf(object, body);
    for (const part of readPayloadPath(path) ?? []) {
      if (shape === undefined) return;
      shape = this.#step(shape, part.step, this.#placeOf(written, path, part), body);
    }
  }

  /** Reports a step that finds nothing. @returns what it leads to, where that is known */
  #step(shape: Shape, step: PayloadStep, span: Span, body: CheckedBody): Shape | undefined {
    const result = stepInto(shape, step);
    if (result.kind === "never") {
      const name = step.kind === "member" ? step.name : "[ ]";
      this.#report(neverThere(shape, name, result.reason, result.proposed), span);
    }
    if (result.kind !== "found") return undefined;
    if (shape === changeValue && step.kind === "member") this.#checkList(step.name, span, body);
    return result.shape;
  }

  /** Reports a list of a delivery that is never there for the handler that reads it. */
  #checkList(name: string, span: Span, body: CheckedBody): void {
    const items = LISTS.get(name.toLowerCase());
    if (items === undefined) return;
    // A SUB may be called by any handler.
    const { handlers, names } = this.#linted.script;
    const readers = handlers.filter((handler) => handler.body === body || body.kind !== "handler");
    const kinds = new Set(readers.map(({ declaration }) => itemOf(declaration)));
    const [kind = "message"] = kinds;
    if (kinds.has(undefined) || kinds.has(items.event)) return;
    if (kinds.size === 0 && items.event === "message") return;
    const isLanguage = names.registry.phrases.some(({ title }) => title === items.statement);
    const canBeRaw = readers.some(({ declaration }) => declaration.kind === "webhook");
    const statement = isLanguage ? items.statement : undefined;
    this.#report(lintMessages.neverInPlainHandler(name, kind, statement, canBeRaw), span);
  }

  /** The place of a part in the script, where the path is written there as it is read. */
  #placeOf(literal: Span, path: string, part: PathPart): Span {
    const start = literal.start + 1;
    const written = this.#linted.script.file.text.slice(start, start + path.length);
    return written === path ? { start: start + part.start, end: start + part.end } : literal;
  }
}

function neverThere(
  shape: Shape,
  name: string,
  reason: StepFault,
  proposed: string | undefined,
): Message {
  if (shape.kind === "any" || shape.owner === undefined) {
    return lintMessages.neverInPayload(name, reason, proposed);
  }
  const members = shape.kind === "object" ? [...shape.members.keys()] : [];
  return knownObjectMessages.neverInObject(shape.owner, name, reason, proposed, members);
}
