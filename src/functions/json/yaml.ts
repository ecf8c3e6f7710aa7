import { toJson } from "../../runtime/value/json.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { checkTextLength } from "../../runtime/value/limits.ts";
import type { Value, ValueObject } from "../../runtime/value/value.ts";
import { any, defineFunction } from "../define.ts";

/** Names and texts that YAML takes for nothing but text. */
const PLAIN = /^[A-Za-z][\w -]*\w$|^[A-Za-z]$/;
const SPECIAL = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

export const toYaml = defineFunction({
  name: "TOYAML$",
  aliases: ["TO_YAML", "YAML"],
  parameters: [any("value")],
  returns: "text",
  summary: "Writes a value as YAML, which takes fewer characters in a prompt than JSON.",
  example: `TOYAML([1, 2])  ' "- 1\\n- 2"`,
  raises: ["GB3023"],
  run: ({ limits }, value) => {
    // Refuses values that have no JSON, and so no YAML either.
    toJson(value, 0, limits.textLength);
    const lines: string[] = [];
    let length = 0;
    for (const line of yamlLines(value)) {
      length += line.length + 1;
      checkTextLength(length, limits);
      lines.push(line);
    }
    return lines.join("\n");
  },
});

function* yamlLines(value: Value): Generator<string> {
  if (!isBlock(value)) yield scalar(value);
  else if (Array.isArray(value)) {
    for (const item of value) yield* listItem(item);
  } else {
    for (const [name, member] of Object.entries(value)) yield* objectMember(scalar(name), member);
  }
}

function* listItem(value: Value): Generator<string> {
  let label = "- ";
  for (const line of yamlLines(value)) {
    yield label + line;
    label = "  ";
  }
}

function* objectMember(name: string, value: Value): Generator<string> {
  if (!isBlock(value)) {
    yield `${name}: ${scalar(value)}`;
    return;
  }
  yield `${name}:`;
  for (const line of yamlLines(value)) yield `  ${line}`;
}

function isBlock(value: Value): value is Value[] | ValueObject {
  return Array.isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}

function scalar(value: Value): string {
  const plain = typeof value === "string" && PLAIN.test(value) && !SPECIAL.test(value);
  return plain ? value : toJson(value);
}
