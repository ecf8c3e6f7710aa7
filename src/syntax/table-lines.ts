import type { IToken } from "chevrotain";
import type { TableColumn, TableLine } from "./ast-declared.ts";
import { spanOf, textOf } from "./token.ts";

/** `name type …`; names may be in quotes or behind FIELD. */
const COLUMN = /^(?:FIELD\s+)?["[`]?([\p{L}_][\p{L}\p{N}_]*)["\]`]?\s+(\S.*?),?$/iu;
/** What begins a line that is no column. */
const NO_COLUMN =
  /^(?:(?:UNIQUE|CHECK|INDEX)\s*\(|(?:PRIMARY|FOREIGN)\s+KEY|CONSTRAINT\s|(?:READ|WRITE)\s+BY\s|INDEX\s+\S+\s+ON\s|'|--|\/\/|#|REM\b)/i;

/** Reads the lines of a TABLE that are not blank. */
export function readTable(lines: readonly IToken[]): readonly TableLine[] {
  return lines
    .map((line) => ({ text: textOf(line).trim(), ...spanOf(line) }))
    .filter(({ text }) => text !== "")
    .map((line) => ({ ...line, column: columnOf(line.text) }));
}

function columnOf(text: string): TableColumn | undefined {
  const [, name, definition] = (NO_COLUMN.test(text) ? null : COLUMN.exec(text)) ?? [];
  return name === undefined || definition === undefined ? undefined : { name, definition };
}
