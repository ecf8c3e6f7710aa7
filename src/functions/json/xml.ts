import { toJson } from "../../runtime/value/json.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { checkTextLength } from "../../runtime/value/limits.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, optional, text } from "../define.ts";
import { escapeXml } from "../string/escape.ts";

export const toXml = defineFunction({
  name: "XML$",
  aliases: ["TOXML", "TO_XML"],
  parameters: [any("value"), optional(text("root"))],
  returns: "text",
  summary:
    'Writes a value as XML: each member of an object in an element of its name, each item of a list in an element "item"; the outermost is "data" if no other name is given.',
  example: `XML({ "name": "Tom & Ana" }, "guest")  ' "<guest><name>Tom &amp; Ana</name></guest>"`,
  raises: ["GB3023"],
  run: ({ limits }, value, root = "data") => {
    // Refuses values that have no JSON, and so no XML either.
    toJson(value, 0, limits.textLength);
    let written = "";
    for (const piece of piecesOf(elementName(root), value)) {
      written += piece;
      checkTextLength(written.length, limits);
    }
    return written;
  },
});

function* piecesOf(name: string, value: Value): Generator<string> {
  yield `<${name}>`;
  if (Array.isArray(value)) {
    for (const item of value) yield* piecesOf("item", item);
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) yield* piecesOf(elementName(key), member);
  } else yield escapeXml(toText(value));
  yield `</${name}>`;
}

/** XML allows fewer characters in names than JSON. */
function elementName(name: string): string {
  const allowed = name.replace(/[^\p{L}\p{N}_.-]/gu, "_");
  return /^[\p{L}_]/u.test(allowed) ? allowed : `_${allowed}`;
}
