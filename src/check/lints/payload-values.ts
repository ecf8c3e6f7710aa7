import type {
  Expression,
  Identifier,
  IndexExpression,
  MemberExpression,
  Phrase,
} from "../../syntax/ast.ts";
import { DEEPEST } from "./expression-memo.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { constantText } from "./constant-text.ts";
import { KnownObjectValues } from "./known-object-values.ts";
import { Origins } from "./origins.ts";
import { expressionSlot } from "./outside.ts";
import { functionUse } from "./passed-arguments.ts";
import { readPayloadPath } from "./payload-path.ts";
import { list, type Shape } from "./payload-shape.ts";
import { type PayloadStep, stepInto } from "./payload-step.ts";
import { whatsAppBodies } from "./whatsapp-bodies.ts";

/** Finds out which expressions are parts of a WhatsApp payload, or of an object that gbasic gives. */
export class PayloadValues {
  readonly #origins: Origins;
  readonly #linted: LintedScript;
  /** The bodies in which a parsed request body is a WhatsApp payload, with its shape. */
  readonly #bodies: ReadonlyMap<CheckedBody, Shape>;
  readonly #objects: KnownObjectValues;
  #depth = 0;
  readonly #shapes = new Map<Expression, Shape | "unknown">();

  constructor(linted: LintedScript) {
    this.#linted = linted;
    this.#origins = new Origins(linted);
    this.#bodies = whatsAppBodies(linted);
    this.#objects = new KnownObjectValues(linted, this.#origins);
  }

  /** Gives the shape of an expression's value; undefined where it is not known to be a part. */
  shapeOf(expression: Expression, body: CheckedBody): Shape | undefined {
    if (this.#bodies.size === 0 && this.#objects.isEmpty) return undefined;
    const known = this.#shapes.get(expression);
    if (known !== undefined) return known === "unknown" ? undefined : known;
    if (this.#depth >= DEEPEST) return undefined;
    // A value that leads back to itself is met again before it is known.
    this.#shapes.set(expression, "unknown");
    this.#depth++;
    const shape = this.#findShape(expression, body);
    this.#depth--;
    if (shape !== undefined) this.#shapes.set(expression, shape);
    return shape;
  }

  #findShape(expression: Expression, body: CheckedBody): Shape | undefined {
    const known = this.#objects.shapeOf(expression, body);
    if (known !== undefined) return known;
    switch (expression.kind) {
      case "name":
        return this.#shapeOfName(expression.name, body);
      case "member":
      case "index": {
        const target = this.shapeOf(expression.target, body);
        const step = stepOf(expression);
        return target && step && found(target, step);
      }
      default:
        return this.#shapeOfCall(expression, body);
    }
  }

  /** A name is a part only where everything that it is ever set to is the same part. */
  #shapeOfName(name: Identifier, body: CheckedBody): Shape | undefined {
    let common: Shape | undefined;
    for (const origin of this.#origins.of(body, name) ?? []) {
      if (origin.kind === "part") continue;
      const value = this.shapeOf(origin.expression, origin.body);
      const shape = origin.kind === "item" ? value && found(value, { kind: "item" }) : value;
      if (shape === undefined || origin.kind === "number") return undefined;
      if (common !== undefined && common !== shape) return undefined;
      common = shape;
    }
    return common;
  }

  #shapeOfCall(expression: Expression, body: CheckedBody): Shape | undefined {
    const use = functionUse(this.#linted.script.names, body.scope, expression);
    const isParsed = expression.kind === "phrase" && isParseJson(expression.phrase);
    if (isParsed || use?.entry.name === "PARSEJSON") {
      const source =
        expression.kind === "phrase" ? expressionSlot(expression.phrase, "text") : use?.args[0];
      const isBody = source !== undefined && this.#isRequestBody(source, body, new Set());
      return isBody ? this.#bodies.get(body) : undefined;
    }
    return expression.kind === "phrase" ? this.#shapeAtPath(expression.phrase, body) : undefined;
  }

  #shapeAtPath(phrase: Phrase, body: CheckedBody): Shape | undefined {
    const object = expressionSlot(phrase, "object");
    if (phrase.entry.title !== "GET JSON PATH" || object === undefined) return undefined;
    const parts = readPayloadPath(this.pathOf(phrase, body) ?? "[");
    if (parts === undefined) return undefined;
    let shape = this.shapeOf(object, body);
    for (const { step } of parts) shape &&= found(shape, step);
    const isList = parts.some(({ step }) => step.kind === "several");
    return shape !== undefined && isList ? list(shape) : shape;
  }

  /** Names the member of an object of some shape that an expression reads; undefined for others. */
  memberOf(expression: Expression, body: CheckedBody, holder: Shape): string | undefined {
    if (expression.kind === "phrase") return this.#memberAtPath(expression.phrase, body, holder);
    if (expression.kind !== "member" && expression.kind !== "index") return undefined;
    const step = stepOf(expression);
    const isOfHolder = this.shapeOf(expression.target, body) === holder;
    return isOfHolder && step?.kind === "member" ? step.name : undefined;
  }

  #memberAtPath(phrase: Phrase, body: CheckedBody, holder: Shape): string | undefined {
    const object = expressionSlot(phrase, "object");
    const steps = readPayloadPath(this.pathOf(phrase, body) ?? "[")?.map(({ step }) => step) ?? [];
    const last = steps.at(-1);
    let shape = object && this.shapeOf(object, body);
    for (const step of steps.slice(0, -1)) shape &&= found(shape, step);
    return shape === holder && last?.kind === "member" ? last.name : undefined;
  }

  /** Gives the path of a GET JSON PATH, also where a constant holds it or it is joined of such. */
  pathOf(phrase: Phrase, body: CheckedBody): string | undefined {
    const path = expressionSlot(phrase, "path");
    return path && constantText(path, body, this.#origins);
  }

  #isRequestBody(expression: Expression, body: CheckedBody, seen: Set<Expression>): boolean {
    if (seen.has(expression) || seen.size >= DEEPEST) return false;
    seen.add(expression);
    if (expression.kind === "phrase") return expression.phrase.entry.title === "GET REQUEST BODY";
    if (expression.kind !== "name") return false;
    const origins = (this.#origins.of(body, expression.name) ?? []).filter(
      ({ kind }) => kind !== "part",
    );
    return (
      origins.length > 0 &&
      origins.every(({ expression: origin, body: there }) =>
        this.#isRequestBody(origin, there, seen),
      )
    );
  }
}

/** Gives the step that a member or an index makes; undefined where an index is not known. */
export function stepOf(expression: MemberExpression | IndexExpression): PayloadStep | undefined {
  if (expression.kind === "member") return { kind: "member", name: expression.property.text };
  const { index } = expression;
  // A numeric text finds an item too.
  if (index.kind !== "literal" || /^\d*$/u.test(String(index.value))) return { kind: "item" };
  return typeof index.value === "string" ? { kind: "member", name: index.value } : { kind: "item" };
}

function found(shape: Shape, step: PayloadStep): Shape | undefined {
  const result = stepInto(shape, step);
  return result.kind === "found" ? result.shape : undefined;
}

function isParseJson({ entry }: Phrase): boolean {
  return entry.title === "PARSE JSON";
}
