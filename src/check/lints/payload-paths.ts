import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { HandlerDeclaration } from "../../host/handler.ts";
import type { Span } from "../../source/span.ts";
import type { Expression, Phrase } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { changeValue } from "./meta-payload.ts";
import { constantSlot, expressionSlot } from "./outside.ts";
import { type PathPart, readPayloadPath } from "./payload-path.ts";
import type { Shape } from "./payload-shape.ts";
import { type PayloadStep, stepInto } from "./payload-step.ts";
import { PayloadValues, stepOf } from "./payload-values.ts";

/**
 * Warns of paths and members that no WhatsApp payload has, and of `statuses` and `errors` of a
 * delivery in handlers that run once for each message, as those never get them.
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

/** The lists of a delivery that do not run a plain handler. */
const OF_RAW_HANDLERS: ReadonlySet<string> = new Set(["statuses", "errors"]);

/** Tells whether the payload of a handler can hold `statuses` or `errors` beside its message. */
function holds(declaration: HandlerDeclaration, list: string): boolean {
  if (declaration.kind === "webhook") return declaration.raw;
  const { event } = declaration;
  return event === "field" || event === (list === "statuses" ? "status" : "error");
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
    const [object, literal] = [expressionSlot(phrase, "object"), expressionSlot(phrase, "path")];
    const path = constantSlot(phrase, "path");
    if (object === undefined || literal === undefined || path === undefined) return;
    let shape = this.#values.shapeOf(object, body);
    for (const part of readPayloadPath(path) ?? []) {
      if (shape === undefined) return;
      shape = this.#step(shape, part.step, this.#placeOf(literal, path, part), body);
    }
  }

  /** Reports a step that finds nothing. @returns what it leads to, where that is known */
  #step(shape: Shape, step: PayloadStep, span: Span, body: CheckedBody): Shape | undefined {
    const result = stepInto(shape, step);
    if (result.kind === "never") {
      const name = step.kind === "member" ? step.name : "[ ]";
      this.#report(lintMessages.neverInPayload(name, result.reason, result.proposed), span);
    }
    if (result.kind !== "found") return undefined;
    const reads = shape === changeValue && step.kind === "member" ? step.name.toLowerCase() : "";
    if (OF_RAW_HANDLERS.has(reads) && this.#isPlain(body, reads)) {
      this.#report(lintMessages.neverInPlainHandler(reads, this.#statement(reads)), span);
    }
    return result.shape;
  }

  /** A SUB may be called by any handler, so it counts as plain where all of them are. */
  #isPlain(body: CheckedBody, reads: string): boolean {
    const gets = this.#linted.script.handlers.filter(({ declaration }) => {
      return holds(declaration, reads);
    });
    return body.kind === "handler" ? gets.every((handler) => handler.body !== body) : !gets.length;
  }

  /** The handler that is made for such items, where the language has it. */
  #statement(reads: string): string | undefined {
    const title = reads === "statuses" ? "ON WHATSAPP STATUS" : "ON WHATSAPP ERROR";
    const { phrases } = this.#linted.script.names.registry;
    return phrases.some((phrase) => phrase.title === title) ? title : undefined;
  }

  /** The place of a part in the script, where the path is written there as it is read. */
  #placeOf(literal: Span, path: string, part: PathPart): Span {
    const start = literal.start + 1;
    const written = this.#linted.script.file.text.slice(start, start + path.length);
    return written === path ? { start: start + part.start, end: start + part.end } : literal;
  }
}
