import { isObject } from "../../runtime/value/kind.ts";
import { checkListLength, type ValueLimits } from "../../runtime/value/limits.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { fieldOf } from "./field.ts";
import { groupsOf } from "./group.ts";

/**
 * Joins the objects of two lists that have the same value in a field: one object for each pair, in
 * which a field of both is that of the left one. Objects without a partner or the field are left out.
 * @throws BasicError GB3091 for more pairs than a list may have
 */
export function joinLists(
  left: readonly Value[],
  right: readonly Value[],
  field: string,
  limits: Pick<ValueLimits, "listLength">,
): Value[] {
  const partners = new Map(
    groupsOf(right.filter(isObject), field).map(({ key, items }) => [toText(key), items]),
  );
  const joined: Value[] = [];
  for (const item of left) {
    const key = fieldOf(item, field);
    if (key === null || !isObject(item)) continue;
    const found = partners.get(toText(key)) ?? [];
    checkListLength(joined.length + found.length, limits);
    for (const partner of found) {
      const others = isObject(partner) ? Object.entries(partner) : [];
      joined.push(objectFrom([...others, ...Object.entries(item)]));
    }
  }
  return joined;
}
