import { equals } from "./compare.ts";
import { findText } from "./find.ts";
import { isObject } from "./kind.ts";
import { hasMember } from "./member.ts";
import { toText } from "./text.ts";
import type { Value } from "./value.ts";

export { like } from "./like.ts";

/** `container CONTAINS item`: an equal item of a list, a member of an object, a part of a text. */
export function contains(container: Value, item: Value): boolean {
  if (Array.isArray(container)) return container.some((each) => equals(each, item));
  if (isObject(container)) return hasMember(container, toText(item));
  return container !== null && findText(toText(container), toText(item)) !== -1;
}

/** `item IN container`. */
export function isIn(item: Value, container: Value): boolean {
  return contains(container, item);
}

/** `value STARTS WITH start`, as texts, case and all. */
export function startsWith(value: Value, start: Value): boolean {
  return toText(value).startsWith(toText(start));
}

/** `value ENDS WITH end`, as texts, case and all. */
export function endsWith(value: Value, end: Value): boolean {
  return toText(value).endsWith(toText(end));
}
