import type {
  CallExpression,
  Expression,
  Identifier,
  MethodExpression,
  Phrase,
  Procedure,
} from "../../syntax/ast.ts";
import type { FunctionEntry } from "../../functions/define.ts";
import { remembering } from "./expression-memo.ts";
import type { LintedScript } from "./linted-script.ts";
import { calledProcedure, resolveCall } from "../resolve.ts";
import type { CheckedBody } from "../script.ts";
import { childExpressions, walkBlock } from "../walk.ts";
import type { Origins } from "./origins.ts";

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

/** Functions whose result holds no markup, whatever they are given. */
const ENCODING: ReadonlySet<string> = new Set(
  "XMLESCAPE HTMLESCAPE URLENCODE BASE64ENCODE MD5 SHA256 HMAC UUID FORMAT".split(" "),
);

/** Operators that pass a side on as it is, or as a part of the result. */
const PASSING: ReadonlySet<string> = new Set(["+", "&", "OR", "AND", "??"]);

/** Finds out which texts may hold what somebody outside wrote, as they wrote it. */
export class OutsideText {
  readonly #linted: LintedScript;
  readonly #origins: Origins;
  /** Tells whether text from outside reaches an expression without having been encoded. */
  readonly reaches = remembering((expression, body) => this.#find(expression, body));

  constructor(linted: LintedScript, origins: Origins) {
    this.#linted = linted;
    this.#origins = origins;
  }

  #find(expression: Expression, body: CheckedBody): boolean {
    const procedure = calledProcedure(this.#linted.script.names, body.scope, expression);
    if (procedure !== undefined) return this.#reachesResult(procedure);
    switch (expression.kind) {
      case "name":
        return this.#reachesName(expression.name, body);
      case "phrase":
        return this.#reachesPhrase(expression.phrase, body);
      case "call":
        return this.#reachesCall(expression, body);
      case "method":
        return this.#reachesMethod(expression, body);
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
    return childExpressions(expression).some((part) => this.reaches(part, body));
  }

  #reachesName(name: Identifier, body: CheckedBody): boolean {
    // A sigil for numbers converts whatever is assigned.
    if (/[%!#]$/u.test(name.key)) return false;
    return (this.#origins.of(body, name) ?? []).some(
      (origin) => origin.kind !== "number" && this.reaches(origin.expression, origin.body),
    );
  }

  #reachesPhrase(phrase: Phrase, body: CheckedBody): boolean {
    if (FROM_OUTSIDE.has(phrase.entry.title)) return true;
    return [...phrase.slots.values()].some(
      (slot) => slot.kind === "expression" && this.reaches(slot.value, body),
    );
  }

  #reachesCall(call: CallExpression, body: CheckedBody): boolean {
    const target = resolveCall(this.#linted.script.names, body.scope, call.name);
    if (target?.kind === "element") return this.#reachesName(call.name, body);
    if (target?.kind !== "function" || !passesText(target.entry, call.args)) return false;
    return call.args.some((argument) => this.reaches(argument, body));
  }

  #reachesMethod({ method, target, args }: MethodExpression, body: CheckedBody): boolean {
    const entry = this.#linted.script.names.registry.methods.get(method.key);
    const all = [target, ...args];
    if (entry === undefined || !passesText(entry, all)) return false;
    return all.some((part) => this.reaches(part, body));
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

function passesText({ name, returns }: FunctionEntry, args: readonly Expression[]): boolean {
  if (returns === "number" || returns === "boolean" || ENCODING.has(name)) return false;
  // REPLACE(TEXT$, "&", "&amp;") is how a script escapes by itself.
  const last = args.at(-1);
  const isEntity =
    last?.kind === "literal" && typeof last.value === "string" && /^&#?\w+;$/u.test(last.value);
  return !(name === "REPLACE" && isEntity);
}
