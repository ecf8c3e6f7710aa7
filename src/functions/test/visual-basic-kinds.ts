import { kindOf } from "../../runtime/value/kind.ts";
import type { ValueKind } from "../../runtime/value/value.ts";
import { any, defineFunction } from "../define.ts";

/** What Visual Basic calls each kind of value, by name and by number. */
const KINDS: Readonly<Record<ValueKind, { readonly name: string; readonly number: number }>> = {
  null: { name: "Null", number: 1 },
  number: { name: "Double", number: 5 },
  date: { name: "Date", number: 7 },
  text: { name: "String", number: 8 },
  object: { name: "Object", number: 9 },
  boolean: { name: "Boolean", number: 11 },
  list: { name: "Variant()", number: 8204 },
};

export const typeName = defineFunction({
  name: "TYPENAME$",
  parameters: [any("value")],
  returns: "text",
  summary:
    "Names the kind of a value as Visual Basic does: Null, Boolean, Double, String, Date, Variant() or Object.",
  example: `TYPENAME("a")  ' "String"`,
  run: (_, value) => KINDS[kindOf(value)].name,
});

export const varType = defineFunction({
  name: "VARTYPE",
  parameters: [any("value")],
  returns: "number",
  summary: "Gives the number that Visual Basic has for the kind of a value, such as 8 for a text.",
  example: `VARTYPE("a")  ' 8`,
  run: (_, value) => KINDS[kindOf(value)].number,
});
