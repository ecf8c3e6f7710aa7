import { isObject } from "../../runtime/value/kind.ts";
import { checkTextLength, type ValueLimits } from "../../runtime/value/limits.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction } from "../define.ts";
import { fieldOf } from "./field.ts";

const PLACEHOLDER = /\{\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\}\}/gu;
type TextLimits = Pick<ValueLimits, "textLength">;

export const fill = defineFunction({
  name: "FILL",
  parameters: [any("template"), any("data")],
  returns: "any",
  summary:
    "Puts the fields of an object in the place of {{name}} in a text, or in the texts of an object; a list of objects gives a list. The data may come first.",
  example: `FILL("Hello {{name}}", { "name": "Ana" })  ' "Hello Ana"`,
  run: ({ limits }, first, second) => {
    const [template, data] =
      hasPlaceholder(second) && !hasPlaceholder(first) ? [second, first] : [first, second];
    return Array.isArray(data)
      ? data.map((item) => fillTemplate(template, item, limits))
      : fillTemplate(template, data, limits);
  },
});

function fillTemplate(template: Value, data: Value, limits: TextLimits): Value {
  if (isObject(template)) {
    const members = Object.entries(template).map(
      ([name, member]) => [name, fillTemplate(member, data, limits)] as const,
    );
    return objectFrom(members);
  }
  if (typeof template !== "string") return template;
  let length = template.length;
  return template.replace(PLACEHOLDER, (placeholder: string, name: string) => {
    const value = toText(fieldOf(data, name));
    length += value.length - placeholder.length;
    checkTextLength(length, limits);
    return value;
  });
}

function hasPlaceholder(value: Value): boolean {
  if (typeof value === "string") return value.search(PLACEHOLDER) !== -1;
  return isObject(value) && Object.values(value).some(hasPlaceholder);
}
