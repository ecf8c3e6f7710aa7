import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { checkTextLength } from "../runtime/value/limits.ts";
import { objectFrom } from "../runtime/value/member.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import type { ListExpression, ObjectExpression, TemplateExpression } from "../syntax/ast.ts";
import { atSite } from "./at-site.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { gather } from "./gather.ts";

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
  return atSite(site, () => {
    const text = toText(value);
    checkTextLength(before.length + text.length, frame.run.context.limits);
    return text;
  });
}
