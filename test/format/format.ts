import { type Formatted, formatScript } from "../../src/format/format-script.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { statements } from "../../src/statements/index.ts";
import { knownPhrases } from "../../src/statements/known/index.ts";
import { createReader } from "../../src/syntax/parser.ts";

export const read = createReader(statements, knownPhrases);

export function tryFormat(text: string): Formatted {
  return formatScript(new SourceFile("test.bas", text), read, () => undefined);
}

/** Formats a script that must be right. @throws Error where it is not formatted */
export function format(text: string): string {
  const result = tryFormat(text);
  if (result.kind !== "formatted") throw new Error(`${result.kind}:\n${text}`);
  return result.text;
}
