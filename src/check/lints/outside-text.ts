import type {
  CallExpression,
  Expression,
  Identifier,
  Phrase,
  Procedure,
} from "../../syntax/ast.ts";
import { remembering } from "./expression-memo.ts";
import { givesEscaped, isEscaper } from "./escaping.ts";
import type { LintedScript } from "./linted-script.ts";
import { calledProcedure, resolveCall } from "../resolve.ts";
import type { CheckedBody } from "../script.ts";
import { childExpressions, walkBlock } from "../walk.ts";
import type { Origin, Origins } from "./origins.ts";
import { givesDelivered, isDelivered, isNotWritten } from "./delivered-text.ts";
import { KnownObjectValues } from "./known-object-values.ts";
import { functionUse, passedArguments } from "./passed-arguments.ts";

/** Phrase functions that give text which somebody outside wrote, by their titles. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set([
  "GET FORM VALUE",
  "GET QUERY VALUE",
  "GET PATH VALUE",
  "GET REQUEST BODY",
  "GET REQUEST HEADER",
  "GET REQUEST PATH",
  "GENERATE RESPONSE",
  "LLM",
]);

/** Operators that pass a side on as it is, or as a part of the result. */
const PASSING: ReadonlySet<string> = new Set(["+", "&", "OR", "AND", "??"]);

/** Finds out which texts may hold what somebody outside wrote, as they wrote it. */
export class OutsideText {
  readonly #linted: LintedScript;
  readonly #origins: Origins;
  readonly #objects: KnownObjectValues;
  /** What is known of variables, by the list of what they are set to. */
  readonly #reached = new Map<readonly Origin[], boolean>();
  /** Where a variable is set to its own value, escaped. */
  readonly #escaping = new Map<readonly Origin[], readonly Origin[]>();
  /** Tells whether text from outside reaches an expression without having been encoded. */
  readonly reaches = remembering((expression, body) => this.#find(expression, body));

  constructor(linted: LintedScript, origins: Origins) {
    this.#linted = linted;
    this.#origins = origins;
    this.#objects = new KnownObjectValues(linted, origins);
  }

  /** Tells whether what an expression gives is escaped by the function that it calls. */
  isEscaping(expression: Expression, body: CheckedBody): boolean {
    const { script } = this.#linted;
    const procedure = calledProcedure(script.names, body.scope, expression);
    if (procedure !== undefined) return isEscaper(script, procedure);
    const use = functionUse(script.names, body.scope, expression);
    return use !== undefined && givesEscaped(use);
  }

  #find(expression: Expression, body: CheckedBody): boolean {
    if (this.isEscaping(expression, body)) return false;
    if (isDelivered(expression, body, this.#objects)) return true;
    if (isNotWritten(expression, body, this.#objects)) return false;
    const procedure = calledProcedure(this.#linted.script.names, body.scope, expression);
    if (procedure !== undefined) return this.#reachesResult(procedure);
    const use = functionUse(this.#linted.script.names, body.scope, expression);
    if (use !== undefined) return this.#reachesOneOf(passedArguments(use), body);
    switch (expression.kind) {
      case "name":
        return this.#reachesName(expression.name, body);
      case "phrase":
        return this.#reachesPhrase(expression.phrase, body);
      case "call":
        return this.#reachesCall(expression, body);
      case "binary":
        return PASSING.has(expression.operator) && this.#reachesAny(expression, body);
      case "conditional":
        return this.reaches(expression.whenTrue, body) || this.reaches(expression.whenFalse, body);
      case "index":
      case "member":
        return this.reaches(expression.target, body);
      case "template":
      case "list":
      case "object":
        return this.#reachesAny(expression, body);
      default:
        return false;
    }
  }

  #reachesAny(expression: Expression, body: CheckedBody): boolean {
    return this.#reachesOneOf(childExpressions(expression), body);
  }

  #reachesOneOf(parts: readonly Expression[], body: CheckedBody): boolean {
    for (const part of parts) if (this.reaches(part, body)) return true;
    return false;
  }

  #reachesName(name: Identifier, body: CheckedBody): boolean {
    // A sigil for numbers converts whatever is assigned.
    if (/[%!#]$/u.test(name.key)) return false;
    const origins = this.#origins.of(body, name);
    if (origins === undefined || this.#isEscapedAbove(origins, name, body)) return false;
    const known = this.#reached.get(origins);
    if (known !== undefined) return known;
    // A text that is built up of itself is met again before it is known.
    this.#reached.set(origins, false);
    const found = this.#reachesOrigin(origins);
    this.#reached.set(origins, found);
    return found;
  }

  #reachesOrigin(origins: readonly Origin[]): boolean {
    for (const { kind, expression, body } of origins) {
      if (kind !== "number" && this.reaches(expression, body)) return true;
    }
    return false;
  }

  /** `NAME$ = XMLESCAPE(NAME$)` above a use puts the escaped text in the place of the other. */
  #isEscapedAbove(origins: readonly Origin[], name: Identifier, body: CheckedBody): boolean {
    let escaping = this.#escaping.get(origins);
    if (escaping === undefined) {
      escaping = origins.filter(
        ({ kind, expression, body: there }) =>
          kind === "value" && this.isEscaping(expression, there) && mentions(expression, name.key),
      );
      this.#escaping.set(origins, escaping);
    }
    return escaping.some(({ expression, body: there }) => {
      return there === body && expression.end <= name.start;
    });
  }

  #reachesPhrase(phrase: Phrase, body: CheckedBody): boolean {
    if (FROM_OUTSIDE.has(phrase.entry.title) || givesDelivered(phrase)) return true;
    return [...phrase.slots.values()].some(
      (slot) => slot.kind === "expression" && this.reaches(slot.value, body),
    );
  }

  /** What is left to a call that is none of a function: an element of a list. */
  #reachesCall(call: CallExpression, body: CheckedBody): boolean {
    const target = resolveCall(this.#linted.script.names, body.scope, call.name);
    return target?.kind === "element" && this.#reachesName(call.name, body);
  }

  /** What a FUNCTION of the file gives is what its RETURNs and assignments to its name say. */
  #reachesResult({ key }: Procedure): boolean {
    const body = this.#linted.script.procedures.get(key)?.body;
    if (body === undefined) return false;
    let found = false;
    walkBlock(body.block, {
      statement: (statement) => {
        const given =
          statement.kind === "return" ||
          (statement.kind === "assignment" &&
            statement.target.kind === "name" &&
            statement.target.name.key.replace(/[$%!#]$/u, "") === key)
            ? statement.value
            : undefined;
        if (given !== undefined) found ||= this.reaches(given, body);
      },
    });
    return found;
  }
}

function mentions(expression: Expression, key: string): boolean {
  if (expression.kind === "name" && expression.name.key === key) return true;
  return childExpressions(expression).some((part) => mentions(part, key));
}
