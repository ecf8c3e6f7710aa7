import { checkTextLength } from "../../runtime/value/limits.ts";
import { defineFunction, text } from "../define.ts";

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

export const htmlEscape = defineFunction({
  name: "HTMLESCAPE$",
  aliases: ["HTML_ESCAPE", "HTMLENCODE"],
  parameters: [text("text")],
  returns: "text",
  summary: "Escapes a text for use in HTML, attributes in quotes included.",
  example: `HTMLESCAPE("a < b")  ' "a &lt; b"`,
  run: ({ limits }, value) => {
    const escaped = escapeMarkup(value);
    checkTextLength(escaped.length, limits);
    return escaped;
  },
});

export const xmlEscape = defineFunction({
  name: "XMLESCAPE$",
  aliases: ["XML_ESCAPE", "XMLENCODE"],
  parameters: [text("text")],
  returns: "text",
  summary: "Escapes a text for use in XML such as TwiML; characters that XML forbids are left out.",
  example: `XMLESCAPE("Tom & Ana's")  ' "Tom &amp; Ana&#39;s"`,
  run: ({ limits }, value) => {
    const escaped = escapeXml(value);
    checkTextLength(escaped.length, limits);
    return escaped;
  },
});

/**
 * Escapes a text for XML and leaves out the characters that XML forbids. A carriage return is escaped
 * too, since whoever reads XML makes a line feed of one.
 */
export function escapeXml(value: string): string {
  const allowed = value.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "");
  return escapeMarkup(allowed).replaceAll("\r", "&#13;");
}

function escapeMarkup(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}
