import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Fix, Report } from "../../diagnostics/diagnostic.ts";
import type { Expression, Phrase } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { childExpressions, walkBlock } from "../walk.ts";
import { literalText, Markup, TAG, TWIML_TAG } from "./markup.ts";
import { Origins } from "./origins.ts";
import { constantSlot } from "./outside.ts";
import { OutsideText } from "./outside-text.ts";

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
  readonly #outside: OutsideText;
  readonly #markup: Markup;
  /** Joins that stand inside a join that was looked at as a whole. */
  readonly #inner = new Set<Expression>();

  constructor(linted: LintedScript, origins: Origins, report: Report) {
    this.#text = linted.script.file.text;
    this.#report = report;
    this.#outside = new OutsideText(linted, origins);
    this.#markup = new Markup(linted, origins);
  }

  check(body: CheckedBody): void {
    const phrases = phrasesOf(body);
    const answersXml = phrases.some(isXmlHeader);
    const printed = phrases.flatMap(printedItems);
    walkBlock(body.block, {
      expression: (expression) => {
        this.#checkJoin(expression, body, answersXml);
      },
    });
    // Where nothing else that is printed is markup, a value may be a whole answer of its own.
    const alone = printed.filter((item) => !this.#markup.isIn(item, body));
    if (!answersXml || alone.length === printed.length) return;
    for (const item of alone) {
      const values = isJoin(item) ? this.#joined(item).values : [item];
      for (const value of values) this.#checkPart(value, body);
    }
  }

  #checkJoin(expression: Expression, body: CheckedBody, answersXml: boolean): void {
    if (!isJoin(expression) || this.#inner.has(expression)) return;
    const { values, text } = this.#joined(expression);
    const isMarkup = answersXml ? TAG.test(text) : TWIML_TAG.test(text);
    if (isMarkup) for (const value of values) this.#checkPart(value, body);
  }

  /** Takes a join of joins apart into what it fixes and what it fills in. */
  #joined(join: Expression): { values: Expression[]; text: string } {
    const values: Expression[] = [];
    let text = literalText(join);
    for (const part of childExpressions(join)) {
      if (isJoin(part)) {
        this.#inner.add(part);
        const inner = this.#joined(part);
        values.push(...inner.values);
        text += inner.text;
      } else if (part.kind === "literal") text += literalText(part);
      else values.push(part);
    }
    return { values, text };
  }

  #checkPart(part: Expression, body: CheckedBody): void {
    if (!this.#outside.reaches(part, body) || this.#markup.isIn(part, body)) return;
    const written = this.#text.slice(part.start, part.end);
    this.#report(lintMessages.unescapedTwiml(written), part, { fix: wrapping(part) });
  }
}

/** The statements of a body that are phrases. */
function phrasesOf({ block }: CheckedBody): readonly Phrase[] {
  const found: Phrase[] = [];
  walkBlock(block, {
    statement(statement) {
      if (statement.kind === "phrase-statement") found.push(statement.phrase);
    },
  });
  return found;
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

function isJoin(expression: Expression): boolean {
  if (expression.kind === "template") return true;
  return (
    expression.kind === "binary" && (expression.operator === "+" || expression.operator === "&")
  );
}

function printedItems({ entry, slots }: Phrase): readonly Expression[] {
  if (entry.title !== "PRINT") return [];
  return [...slots.values()].flatMap((slot) => (slot.kind === "rest" ? slot.values : []));
}

function isXmlHeader(phrase: Phrase): boolean {
  if (phrase.entry.title !== "SET RESPONSE HEADER") return false;
  if (constantSlot(phrase, "name")?.toLowerCase() !== "content-type") return false;
  return /[/+]xml\b/iu.test(constantSlot(phrase, "value") ?? "");
}
