import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import { getIndex, getMember } from "../runtime/value/member.ts";
import type { Value } from "../runtime/value/value.ts";
import type { IndexExpression, MemberExpression } from "../syntax/ast.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { gather } from "./gather.ts";

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
