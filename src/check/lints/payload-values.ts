import type {
  Expression,
  Identifier,
  IndexExpression,
  MemberExpression,
  Phrase,
} from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { metaPayload } from "./meta-payload.ts";
import { Origins } from "./origins.ts";
import { constantSlot, expressionSlot } from "./outside.ts";
import { readPayloadPath } from "./payload-path.ts";
import { list, type Shape } from "./payload-shape.ts";
import { type PayloadStep, stepInto } from "./payload-step.ts";

/** Finds out which expressions are parts of a WhatsApp payload. */
export class PayloadValues {
  readonly #origins: Origins;
  /** The bodies in which a parsed request body is a WhatsApp payload. */
  readonly #bodies: ReadonlySet<CheckedBody>;
  readonly #shapes = new Map<Expression, Shape | "unknown">();

  constructor(linted: LintedScript) {
    this.#origins = new Origins(linted);
    this.#bodies = whatsAppBodies(linted);
  }

  /** Gives the shape of an expression's value; undefined where it is not known to be a part. */
  shapeOf(expression: Expression, body: CheckedBody): Shape | undefined {
    if (this.#bodies.size === 0) return undefined;
    const known = this.#shapes.get(expression);
    if (known !== undefined) return known === "unknown" ? undefined : known;
    // A value that leads back to itself is met again before it is known.
    this.#shapes.set(expression, "unknown");
    const shape = this.#findShape(expression, body);
    if (shape !== undefined) this.#shapes.set(expression, shape);
    return shape;
  }

  #findShape(expression: Expression, body: CheckedBody): Shape | undefined {
    switch (expression.kind) {
      case "name":
        return this.#shapeOfName(expression.name, body);
      case "member":
      case "index": {
        const target = this.shapeOf(expression.target, body);
        const step = stepOf(expression);
        return target && step && found(target, step);
      }
      case "phrase":
        return this.#shapeOfPhrase(expression.phrase, body);
      default:
        return undefined;
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

  #shapeOfPhrase(phrase: Phrase, body: CheckedBody): Shape | undefined {
    switch (phrase.entry.title) {
      case "PARSE JSON": {
        const source = expressionSlot(phrase, "text");
        const isBody = source !== undefined && this.#isRequestBody(source, body, new Set());
        return isBody && this.#bodies.has(body) ? metaPayload : undefined;
      }
      case "GET JSON PATH": {
        const object = expressionSlot(phrase, "object");
        const parts = readPayloadPath(constantSlot(phrase, "path") ?? "[");
        let shape = object && this.shapeOf(object, body);
        for (const { step } of parts ?? []) shape &&= found(shape, step);
        const isList = parts?.some(({ step }) => step.kind === "several");
        if (parts === undefined || shape === undefined) return undefined;
        return isList === true ? list(shape) : shape;
      }
      default:
        return undefined;
    }
  }

  #isRequestBody(expression: Expression, body: CheckedBody, seen: Set<Expression>): boolean {
    if (seen.has(expression)) return false;
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
  if (index.kind !== "literal") return { kind: "item" };
  return typeof index.value === "string" ? { kind: "member", name: index.value } : { kind: "item" };
}

function found(shape: Shape, step: PayloadStep): Shape | undefined {
  const result = stepInto(shape, step);
  return result.kind === "found" ? result.shape : undefined;
}

const WHATSAPP =
  /whatsapp_business_account|\bchanges\s*\[[^\]]*\]\s*\.\s*value\s*\.\s*(?:messages|statuses)\b/iu;
/** Facebook and Instagram send an envelope of the same kind with other things in it. */
const OTHERS = /["'](?:instagram|page)["']/iu;

/** Finds the bodies whose code, or that of the only handler of a script, is about WhatsApp alone. */
function whatsAppBodies({ script, bodies }: LintedScript): ReadonlySet<CheckedBody> {
  const { text } = script.file;
  if (!WHATSAPP.test(text) || OTHERS.test(text)) return new Set();
  const isAll = script.handlers.length === 1;
  return new Set(
    bodies.filter(({ block }) => {
      const [first, last] = [block[0], block.at(-1)];
      if (first === undefined || last === undefined) return false;
      return isAll || WHATSAPP.test(text.slice(first.start, last.end));
    }),
  );
}
