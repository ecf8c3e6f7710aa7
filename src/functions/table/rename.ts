import { isObject } from "../../runtime/value/kind.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";

/**
 * Gives copies of the objects of a list with fields renamed.
 * @param mapping pairs such as `firstName->name, lastName->surname`; other fields keep their names
 */
export function renameFields(items: readonly Value[], mapping: string): Value[] {
  const names = new Map(mapping.split(",").map(readPair));
  return items.map((item) =>
    isObject(item)
      ? objectFrom(Object.entries(item).map(([name, value]) => [names.get(name) ?? name, value]))
      : item,
  );
}

function readPair(pair: string): [string, string] {
  const [from = "", to = from] = pair.split("->").map((part) => part.trim());
  return [from, to];
}
