import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Fix, Report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { BinaryExpression, Expression } from "../../syntax/ast.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";
import { literalText } from "./markup.ts";

/** Operators that join what is on both sides, and so look the same around a phrase as inside it. */
const JOINING: ReadonlySet<string> = new Set(["+", "&"]);

/** What no name of a field or header has in it. */
const NO_NAME = /[^\w.[\]-]/u;

/**
 * Warns of `"a" + GET FORM VALUE "x" + "b"`, where the value takes all of `"x" + "b"`: the phrase
 * stands behind an operator, and the same operator goes on in its last value.
 */
export function findSwallowedChains({ bodies, script }: LintedScript, report: Report): void {
  for (const { block } of bodies) {
    walkBlock(block, {
      expression(expression) {
        if (expression.kind !== "binary" || !JOINING.has(expression.operator)) return;
        const { right } = expression;
        const chain = lastValue(right);
        if (chain?.kind !== "binary" || !JOINING.has(chain.operator)) return;
        // A bracket around the value ends the phrase behind it.
        if (chain.end !== right.end) return;
        const first = firstOf(chain);
        const title = titleOf(right, script.file.text, first);
        const fix = fixFor(right, first, chain);
        report(lintMessages.swallowedChain(title), chain, fix === undefined ? {} : { fix });
      },
    });
  }
}

/** The last value of a phrase, or of a call without brackets of a FUNCTION of many words. */
function lastValue(expression: Expression): Expression | undefined {
  if (expression.kind === "procedure-call") return expression.args.at(-1);
  if (expression.kind !== "phrase") return undefined;
  const last = [...expression.phrase.slots.values()].at(-1);
  if (last?.kind === "expression") return last.value;
  return last?.kind === "rest" ? last.values.at(-1) : undefined;
}

function firstOf(chain: BinaryExpression): Expression {
  let first: Expression = chain;
  while (first.kind === "binary" && JOINING.has(first.operator)) first = first.left;
  return first;
}

/** The phrase as written, up to where most readers see its end. */
function titleOf({ start }: Span, text: string, { end }: Span): string {
  return text.slice(start, end).replaceAll(/\s+/g, " ");
}

/**
 * Puts brackets around the phrase where nothing else can be meant: its value is a text, and what
 * follows holds text that is part of no name.
 */
function fixFor(phrase: Expression, first: Expression, chain: BinaryExpression): Fix | undefined {
  if (phrase.kind !== "phrase" || first.kind !== "literal") return undefined;
  if (!FIELDS.has(phrase.phrase.entry.title) || !partsOf(chain).some(isProse)) return undefined;
  return {
    title: "puts the value in brackets",
    edits: [
      { span: { start: phrase.start, end: phrase.start }, text: "(" },
      { span: { start: first.end, end: first.end }, text: ")" },
    ],
  };
}

/** Phrases whose last value is the name of something in the request. */
const FIELDS: ReadonlySet<string> = new Set([
  "GET FORM VALUE",
  "GET QUERY VALUE",
  "GET PATH VALUE",
  "GET REQUEST HEADER",
]);

function partsOf(chain: Expression): readonly Expression[] {
  if (chain.kind !== "binary" || !JOINING.has(chain.operator)) return [chain];
  return [...partsOf(chain.left), ...partsOf(chain.right)];
}

function isProse(part: Expression): boolean {
  return NO_NAME.test(literalText(part));
}
