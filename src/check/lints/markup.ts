import type { Expression } from "../../syntax/ast.ts";
import { remembering } from "./expression-memo.ts";
import type { LintedScript } from "./linted-script.ts";
import { calledProcedure } from "../resolve.ts";
import type { CheckedBody } from "../script.ts";
import { childExpressions, walkBlock } from "../walk.ts";
import type { Origin, Origins } from "./origins.ts";
import { functionUse, passedArguments } from "./passed-arguments.ts";

/** A tag of any kind that a mail or a page in HTML does not have. */
export const TAG =
  /<(?!\/?(?:html|head|body|title|style|h[1-6]|p|br|hr|b|i|u|a|em|strong|small|span|div|pre|img|[uo]l|li|table|t[rdh]|thead|tbody)\b)[A-Za-z/?!]/u;
/** A tag of TwiML that holds text or has attributes (Twilio's TwiML reference). */
export const TWIML_TAG =
  /<\/?(?:Response|Say|Play|Gather|Record|Dial|Number|Client|Sip|Conference|Queue|Redirect|Enqueue|Message|Body|Media|Sms|Stream|Parameter|Prompt|Pay|Refer|Task)\b/u;

/** Finds out which expressions give text that has tags of some kind in it. */
export class Markup {
  readonly #linted: LintedScript;
  readonly #origins: Origins;
  readonly #tag: RegExp;
  /** What is known of variables, by the list of what they are set to. */
  readonly #variables = new Map<readonly Origin[], boolean>();
  /** Tells whether an expression may give text with tags, wherever it comes from. */
  readonly isIn = remembering((expression, body) => this.#find(expression, body));

  constructor(linted: LintedScript, origins: Origins, tag: RegExp) {
    this.#linted = linted;
    this.#origins = origins;
    this.#tag = tag;
  }

  #find(expression: Expression, body: CheckedBody): boolean {
    const { names, procedures } = this.#linted.script;
    const called = calledProcedure(names, body.scope, expression);
    const callee = called && procedures.get(called.key)?.body;
    if (callee !== undefined) return this.#hasLiteral(callee);
    if (this.#tag.test(literalText(expression))) return true;
    if (expression.kind !== "name") {
      const use = functionUse(names, body.scope, expression);
      const parts = use === undefined ? childExpressions(expression) : passedArguments(use);
      for (const part of parts) if (this.isIn(part, body)) return true;
      return false;
    }
    const origins = this.#origins.of(body, expression.name);
    return origins !== undefined && this.#isInVariable(origins);
  }

  #isInVariable(origins: readonly Origin[]): boolean {
    const known = this.#variables.get(origins);
    if (known !== undefined) return known;
    // A text that is built up of itself is met again before it is known.
    this.#variables.set(origins, false);
    const found = this.#isInOrigin(origins);
    this.#variables.set(origins, found);
    return found;
  }

  #isInOrigin(origins: readonly Origin[]): boolean {
    for (const { expression, body } of origins) if (this.isIn(expression, body)) return true;
    return false;
  }

  /** A FUNCTION of the file that has tags in it is there to make markup. */
  #hasLiteral({ block }: CheckedBody): boolean {
    let found = false;
    walkBlock(block, {
      expression: (expression) => {
        found ||= this.#tag.test(literalText(expression));
      },
    });
    return found;
  }
}

/** Gives the text that an expression states by itself: a literal, or the fixed parts of a template. */
export function literalText(expression: Expression): string {
  if (expression.kind === "literal" && typeof expression.value === "string")
    return expression.value;
  if (expression.kind !== "template") return "";
  return expression.parts.filter((part) => typeof part === "string").join("");
}
