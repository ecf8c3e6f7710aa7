import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Fix, Report } from "../../diagnostics/diagnostic.ts";
import type { Expression } from "../../syntax/ast.ts";
import { Compositions, isJoin, type Piece } from "./composition.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { childExpressions, walkBlock } from "../walk.ts";
import { Markup, TAG, TWIML_TAG } from "./markup.ts";
import { type Origin, Origins } from "./origins.ts";
import { OutsideText } from "./outside-text.ts";
import { xmlAnswersOf } from "./xml-answers.ts";

/**
 * Warns of text from outside that is put between the tags of TwiML as it came: an `&` or a `<` in it
 * makes the answer unreadable for Twilio. The fix escapes it.
 */
export function findUnescapedTwiml(linted: LintedScript, report: Report): void {
  // Most scripts have no markup at all.
  if (!linted.script.file.text.includes("<")) return;
  const origins = new Origins(linted);
  const checker = new TwimlChecker(linted, origins, report);
  for (const body of linted.bodies) checker.check(body);
}

class TwimlChecker {
  readonly #text: string;
  readonly #report: Report;
  readonly #origins: Origins;
  readonly #outside: OutsideText;
  readonly #compositions: Compositions;
  readonly #anyMarkup: Markup;
  readonly #twiml: Markup;
  /** Expressions that are part of one that was looked at as a whole, or that are no answer. */
  readonly #passedOver = new Set<Expression>();
  readonly #said = new Set<Expression>();
  /** What variables are set to, for those that hold markup. */
  readonly #lookedThrough = new Set<readonly Origin[]>();

  constructor(linted: LintedScript, origins: Origins, report: Report) {
    this.#text = linted.script.file.text;
    this.#report = report;
    this.#origins = origins;
    this.#outside = new OutsideText(linted, origins);
    this.#compositions = new Compositions(linted, origins);
    this.#anyMarkup = new Markup(linted, origins, TAG);
    this.#twiml = new Markup(linted, origins, TWIML_TAG);
  }

  check(body: CheckedBody): void {
    const { answersXml, printed, elsewhere } = xmlAnswersOf(body);
    const markup = answersXml ? this.#anyMarkup : this.#twiml;
    for (const value of elsewhere) this.#passOver(value);
    walkBlock(body.block, {
      expression: (expression) => {
        this.#checkComposition(expression, body, markup);
      },
    });
    // Where nothing else that is printed is markup, a value may be a whole answer of its own.
    const alone = printed.filter((item) => !markup.isIn(item, body));
    if (alone.length === printed.length) return;
    for (const item of alone) {
      const whole: Piece = { expression: item, body, isText: true };
      for (const piece of this.#piecesOf(item, body) ?? [whole]) this.#checkPiece(piece, markup);
    }
  }

  #checkComposition(expression: Expression, body: CheckedBody, markup: Markup): void {
    if (this.#outside.isEscaping(expression, body)) this.#passOver(expression);
    if (this.#passedOver.has(expression)) return;
    const pieces = this.#piecesOf(expression, body) ?? [];
    const isMarkup =
      pieces.some((piece) => markup.isIn(piece.expression, piece.body)) ||
      (isJoin(expression) && markup.isIn(expression, body));
    if (isMarkup) for (const piece of pieces) this.#checkPiece(piece, markup);
  }

  #piecesOf(expression: Expression, body: CheckedBody): readonly Piece[] | undefined {
    if (isJoin(expression)) {
      for (const part of childExpressions(expression)) if (isJoin(part)) this.#passedOver.add(part);
    }
    return this.#compositions.piecesOf(expression, body);
  }

  /** What goes elsewhere or is escaped as a whole breaks no TwiML, however it is put together. */
  #passOver(expression: Expression): void {
    this.#passedOver.add(expression);
    for (const part of childExpressions(expression)) this.#passOver(part);
  }

  #checkPiece({ expression, body, isText }: Piece, markup: Markup): void {
    if (!this.#outside.reaches(expression, body)) return;
    if (!markup.isIn(expression, body)) {
      this.#say(expression, isText ? "wrapped" : "list");
      return;
    }
    if (expression.kind !== "name") return;
    // The variable holds markup at times, and what came from outside at others.
    const origins = this.#origins.of(body, expression.name) ?? [];
    if (this.#lookedThrough.has(origins)) return;
    this.#lookedThrough.add(origins);
    for (const origin of origins) {
      const { kind, expression: value, body: there } = origin;
      if (kind === "number" || markup.isIn(value, there)) continue;
      if (!this.#outside.reaches(value, there)) continue;
      this.#say(value, kind === "part" ? "wrapped" : "elsewhere");
    }
  }

  /** @param how a list is escaped text by text; what is set elsewhere may have other uses there */
  #say(expression: Expression, how: "wrapped" | "list" | "elsewhere"): void {
    if (this.#said.has(expression)) return;
    this.#said.add(expression);
    const written = this.#text.slice(expression.start, expression.end);
    const message = lintMessages.unescapedTwiml(written, how === "list");
    this.#report(message, expression, how === "wrapped" ? { fix: wrapping(expression) } : {});
  }
}

function wrapping({ start, end }: Expression): Fix {
  return {
    title: "escapes the value with XMLESCAPE",
    edits: [
      { span: { start, end: start }, text: "XMLESCAPE(" },
      { span: { start: end, end }, text: ")" },
    ],
  };
}
