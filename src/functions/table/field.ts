import { getMember } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";

/**
 * Reads a field of an item by its name or by a path such as `address.city`.
 * @returns null where the item has none
 */
export function fieldOf(item: Value, field: string): Value {
  const direct = getMember(item, field);
  if (direct !== null || !field.includes(".")) return direct;
  return field.split(".").reduce<Value>((value, name) => getMember(value, name.trim()), item);
}

/** Gives the values of a list, or of one field of its items, that are set. */
export function present(items: readonly Value[], field?: string): readonly Value[] {
  const values = field === undefined ? items : items.map((item) => fieldOf(item, field));
  return values.filter((value) => value !== null);
}
