import type { PagePart } from "../diagnostics/page-part.ts";

/** Writes parts of the manual for a terminal. */
export function partsText(parts: readonly PagePart[]): string {
  return parts.map((part) => linesOf(part).join("\n")).join("\n\n");
}

function linesOf(part: PagePart): string[] {
  switch (part.kind) {
    case "paragraph":
      return wrap(part.text);
    case "block":
      return part.text.split("\n").map((line) => `    ${line}`.trimEnd());
    case "items": {
      const width = Math.max(...part.items.map(({ label }) => label.length));
      return part.items.map(({ label, text }) => `    ${label.padEnd(width)}  ${text}`);
    }
  }
}

/** Breaks a long line at blanks so that it fits a terminal. */
export function wrap(text: string): string[] {
  return (text.match(/\S.{0,76}(?=\s|$)/g) ?? []).map((line) => `  ${line.trimEnd()}`);
}
