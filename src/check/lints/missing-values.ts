import type { Expression, Identifier } from "../../syntax/ast.ts";
import { DEEPEST } from "./expression-memo.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { Origins } from "./origins.ts";
import { mayBeMissing } from "./outside.ts";
import { functionUse } from "./passed-arguments.ts";
import { Tests } from "./tested-values.ts";

/** The expression whose value is perhaps missing, and the body that it stands in. */
export interface MissingSource {
  readonly expression: Expression;
  readonly body: CheckedBody;
}

/** Finds out where a value may turn out to be null because a payload lacks what is read from it. */
export class MissingValues {
  readonly #linted: LintedScript;
  readonly #origins: Origins;
  readonly #sources = new Map<Expression, MissingSource | "none">();
  #depth = 0;
  readonly #tests = new Map<CheckedBody, Tests>();

  constructor(linted: LintedScript) {
    this.#linted = linted;
    this.#origins = new Origins(linted);
  }

  /**
   * Finds the expression whose value is perhaps missing and reaches this one without a condition
   * looking at it on the way.
   * @returns undefined where nothing shows that it could be null
   */
  sourceOf(expression: Expression, body: CheckedBody): MissingSource | undefined {
    const known = this.#sources.get(expression);
    if (known !== undefined) return known === "none" ? undefined : known;
    if (this.#depth >= DEEPEST) return undefined;
    // A value that leads back to itself is met again before it is known.
    this.#sources.set(expression, "none");
    this.#depth++;
    const source = this.#isTested(expression, body) ? undefined : this.#find(expression, body);
    this.#depth--;
    if (source !== undefined) this.#sources.set(expression, source);
    return source;
  }

  #find(expression: Expression, body: CheckedBody): MissingSource | undefined {
    switch (expression.kind) {
      case "name":
        return this.#sourceOfName(expression.name, body);
      case "phrase":
        return mayBeMissing(expression.phrase) ? { expression, body } : undefined;
      case "member":
      case "index":
        return this.#isPartOfJson(expression, body, new Set()) ? { expression, body } : undefined;
      case "call":
      case "method":
        return this.#sourceOfTrimmed(expression, body);
      default:
        return undefined;
    }
  }

  #sourceOfName(name: Identifier, body: CheckedBody): MissingSource | undefined {
    for (const origin of this.#origins.of(body, name) ?? []) {
      if (origin.kind !== "value") continue;
      const source = this.sourceOf(origin.expression, origin.body);
      if (source !== undefined) return source;
    }
    return undefined;
  }

  /** `TRIM$` of nothing is an empty text, which is no better. */
  #sourceOfTrimmed(expression: Expression, body: CheckedBody): MissingSource | undefined {
    const use = functionUse(this.#linted.script.names, body.scope, expression);
    const [first] = use?.args ?? [];
    return use?.entry.name === "TRIM" && first !== undefined
      ? this.sourceOf(first, body)
      : undefined;
  }

  /** A member of what was parsed from a text or picked from such an object. */
  #isPartOfJson(expression: Expression, body: CheckedBody, seen: Set<Expression>): boolean {
    if (seen.has(expression) || seen.size >= DEEPEST) return false;
    seen.add(expression);
    switch (expression.kind) {
      case "member":
      case "index":
        return this.#isPartOfJson(expression.target, body, seen);
      case "phrase":
        return /^(?:PARSE JSON|GET JSON PATH)$/u.test(expression.phrase.entry.title);
      case "call": {
        const use = functionUse(this.#linted.script.names, body.scope, expression);
        return use?.entry.name === "PARSEJSON";
      }
      case "name": {
        const origins = this.#origins.of(body, expression.name) ?? [];
        return origins.some(
          ({ kind, expression: origin, body: there }) =>
            kind !== "part" && this.#isPartOfJson(origin, there, seen),
        );
      }
      default:
        return false;
    }
  }

  #isTested(value: Expression, body: CheckedBody): boolean {
    const known = this.#tests.get(body);
    const tests = known ?? new Tests(body);
    if (known === undefined) this.#tests.set(body, tests);
    return tests.isTested(value);
  }
}
