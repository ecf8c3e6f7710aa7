import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";

/**
 * Takes a value as rows: a list, an object as the only row, null as none.
 * @throws BasicError GB3228 for anything else, such as the name of a table of a database
 */
export function rowsOf(value: Value): readonly Value[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  if (isObject(value)) return [value];
  throw new BasicError(functionMessages.notRows(describe(value)));
}
