import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { negate } from "../runtime/value/arithmetic.ts";
import { checkTextLength } from "../runtime/value/limits.ts";
import { getIndex, getMember, objectFrom } from "../runtime/value/member.ts";
import { toNumber } from "../runtime/value/number.ts";
import { toText } from "../runtime/value/text.ts";
import { isTrue } from "../runtime/value/truth.ts";
import type { Value } from "../runtime/value/value.ts";
import type {
  IndexExpression,
  ListExpression,
  MemberExpression,
  NullTestExpression,
  ObjectExpression,
  TemplateExpression,
  UnaryExpression,
} from "../syntax/ast.ts";
import { constant } from "./code.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { gather } from "./gather.ts";

/** Compiles `-x`, `+x` and `NOT x`. */
export function compileUnary(expression: UnaryExpression, context: BodyContext): ValueCode {
  const operand = context.expression(expression.operand);
  const site = context.site(expression);
  if (expression.operator === "-" && operand.colour === "sync") {
    // A negative number in the source is a constant to whoever reads it in place.
    if (typeof operand.constant === "number") return constant(-operand.constant);
  }
  switch (expression.operator) {
    case "NOT":
      return gather([operand], context, ([value = null]) => !isTrue(value));
    case "-":
      return gather([operand], context, ([value = null]) => convertAt(site, negate, value));
    case "+":
      return gather([operand], context, ([value = null]) => convertAt(site, toNumber, value));
  }
}

function convertAt(site: Site, convert: (value: Value) => Value, value: Value): Value {
  try {
    return convert(value);
  } catch (error) {
    throw locate(error, site.file, site.span);
  }
}

/** Compiles `x IS NULL` and `x IS NOT NULL`. */
export function compileNullTest(
  { operand, negated }: NullTestExpression,
  context: BodyContext,
): ValueCode {
  return gather([context.expression(operand)], context, ([value = null]) => {
    return (value === null) !== negated;
  });
}

/** Compiles `target.property`; a missing member reads as null, at any depth. */
export function compileMember({ target, property }: MemberExpression, context: BodyContext) {
  const { text } = property;
  return gather([context.expression(target)], context, ([value = null]) => getMember(value, text));
}

/** Compiles `target[index]`. */
export function compileIndex({ target, index }: IndexExpression, context: BodyContext): ValueCode {
  const codes = [context.expression(target), context.expression(index)];
  const site = context.site(index);
  return gather(codes, context, ([value = null, at = null]) => indexAt(site, value, at));
}

/** Reads one item or member; errors get the place of the index. */
export function indexAt(site: Site, target: Value, index: Value): Value {
  try {
    return getIndex(target, index);
  } catch (error) {
    throw locate(error, site.file, site.span);
  }
}

/** Compiles `[a, b]`. */
export function compileList({ items }: ListExpression, context: BodyContext): ValueCode {
  // The values are gathered into an array of their own each time, which is the list.
  const codes = items.map((item) => context.expression(item));
  return gather(codes, context, (values) => values);
}

/** Compiles `{ "a": b }`. */
export function compileObject({ members }: ObjectExpression, context: BodyContext): ValueCode {
  const keys = members.map(({ key }) => key);
  const codes = members.map(({ value }) => context.expression(value));
  return gather(codes, context, (values) =>
    objectFrom(keys.map((key, index) => [key, values[index] ?? null])),
  );
}

/** Compiles `"a ${b} c"`. */
export function compileTemplate(expression: TemplateExpression, context: BodyContext): ValueCode {
  const { parts } = expression;
  const site = context.site(expression);
  const codes = parts.flatMap((part) => (typeof part === "string" ? [] : context.expression(part)));
  return gather(codes, context, (values, frame) => {
    let next = 0;
    let text = "";
    for (const part of parts) {
      text += typeof part === "string" ? part : textAt(site, values[next++] ?? null, frame, text);
    }
    return text;
  });
}

/** Gives the text of one part, after a look at how long the whole gets. */
function textAt(site: Site, value: Value, frame: Frame, before: string): string {
  try {
    const text = toText(value);
    checkTextLength(before.length + text.length, frame.run.context.limits);
    return text;
  } catch (error) {
    throw locate(error, site.file, site.span);
  }
}
