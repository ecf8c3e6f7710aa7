import { isObject } from "../../runtime/value/kind.ts";
import { checkTextLength } from "../../runtime/value/limits.ts";
import { getMember } from "../../runtime/value/member.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineFunction, list, optional, text } from "../define.ts";

export const toCsv = defineFunction({
  name: "CSV$",
  aliases: ["TOCSV", "TO_CSV"],
  parameters: [list("rows"), optional(text("separator"))],
  returns: "text",
  summary:
    "Writes a list of objects as CSV with their names in the first line, or a list of lists as it is; with commas if no other separator is given.",
  example: `CSV([{ "a": 1, "b": "x, y" }])  ' "a,b\\n1,\\"x, y\\""`,
  raises: ["GB3023"],
  run: ({ limits }, rows, separator = ",") => {
    const lines: string[] = [];
    let length = 0;
    for (const row of rowsOf(rows)) {
      const line = row.map((cell) => cellText(cell, separator)).join(separator);
      length += line.length + 1;
      checkTextLength(length, limits);
      lines.push(line);
    }
    return lines.join("\n");
  },
});

function* rowsOf(rows: readonly Value[]): Generator<readonly Value[]> {
  const names = new Set(rows.filter(isObject).flatMap((row) => Object.keys(row)));
  if (names.size > 0) yield [...names];
  for (const row of rows) {
    if (Array.isArray(row)) yield row;
    else yield isObject(row) ? Array.from(names, (name) => getMember(row, name)) : [row];
  }
}

/** Quotes what would be read as more than one cell. */
function cellText(cell: Value, separator: string): string {
  const written = toText(cell);
  const isPlain = !/["\r\n]/.test(written) && (separator === "" || !written.includes(separator));
  return isPlain ? written : `"${written.replaceAll('"', '""')}"`;
}
