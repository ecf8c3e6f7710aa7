import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { getIndex, getMember } from "../runtime/value/member.ts";
import type { Value } from "../runtime/value/value.ts";
import type { IndexExpression, MemberExpression } from "../syntax/ast.ts";
import { computed } from "./code.ts";
import type { SyncRun, SyncValue, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { isErrorState, readErrorMember } from "./error-state.ts";
import { gather } from "./gather.ts";

/** Compiles `target.property`; a missing member reads as null, at any depth. */
export function compileMember(
  { target, property }: MemberExpression,
  context: BodyContext,
): ValueCode {
  const { text } = property;
  if (isErrorState(target, context)) return readErrorMember(property);
  const code = context.expression(target);
  if (code.colour === "sync" && context.maySync) {
    const { run: read, slot } = code;
    return computed(function readMember(frame: Frame): Value {
      return getMember(slot < 0 ? read(frame) : (frame.locals[slot] ?? null), text);
    });
  }
  return gather([code], context, ([value = null]) => getMember(value, text));
}

/** Compiles `target[index]`. */
export function compileIndex({ target, index }: IndexExpression, context: BodyContext): ValueCode {
  const holder = context.expression(target);
  const at = context.expression(index);
  const site = context.site(index);
  if (holder.colour === "sync" && at.colour === "sync" && context.maySync) {
    return computed(makeReadIndex(holder, at, site));
  }
  return gather([holder, at], context, ([value = null, where = null]) =>
    indexAt(site, value, where),
  );
}

function makeReadIndex(holder: SyncValue, at: SyncValue, site: Site): SyncRun<Value> {
  const { run: readHolder, slot } = holder;
  const { run: readIndex, constant } = at;
  if (typeof constant === "number") {
    return function readItem(frame: Frame): Value {
      const value = slot < 0 ? readHolder(frame) : (frame.locals[slot] ?? null);
      return Array.isArray(value) ? (value[constant] ?? null) : indexAt(site, value, constant);
    };
  }
  return function readElement(frame: Frame): Value {
    const value = slot < 0 ? readHolder(frame) : (frame.locals[slot] ?? null);
    return indexAt(site, value, readIndex(frame));
  };
}

/** Reads one item or member; errors get the place of the index. */
export function indexAt(site: Site, target: Value, index: Value): Value {
  try {
    return getIndex(target, index);
  } catch (error) {
    throw locate(error, site.file, site.span);
  }
}
