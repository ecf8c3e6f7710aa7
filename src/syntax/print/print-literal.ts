import type { Printed } from "./printed.ts";

/** Writes a text as a `"…"` that reads as the same text. */
export function printText(text: string): string {
  return `"${escapeText(text)}"`;
}

/** Writes a part of a `"…"`, so that nothing in it ends the text or begins an interpolation. */
export function escapeText(text: string): string {
  return text.replace(/["\\\n\r\t]|\$(?=\{(?!\{))/g, (character) => ESCAPED.get(character) ?? "");
}

const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['"', '""'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["$", "\\u0024"],
]);

/** Writes the `${…}` of an expression; `${{` would be plain text. */
export function printInterpolation({ text }: Printed): string {
  return text.startsWith("{") ? `\${ ${text}}` : `\${${text}}`;
}

/** Writes a number so that it reads as the same number; one out of range as a number too large. */
export function printNumber(value: number): string {
  if (Object.is(value, -0)) return "-0";
  if (Number.isFinite(value)) return String(value);
  return value < 0 ? "-1e999" : "1e999";
}
