import { describe, expect, test } from "vitest";
import { SourceFile } from "../../src/source/source-file.ts";
import { knownPhrases } from "../../src/statements/known/index.ts";
import { statements } from "../../src/statements/index.ts";
import { createParser } from "../../src/syntax/parser.ts";

const parse = createParser(statements, knownPhrases);

/** Reads a line and says which known phrase it begins with. */
function knownIn(line: string): string | undefined {
  const { body, unserved } = parse(new SourceFile("a.bas", line), () => undefined);
  const [first] = body;
  if (unserved[0] !== undefined) return unserved[0].command.known?.pattern;
  if (first?.kind === "command") return first.command.known?.pattern;
  const value = first?.kind === "assignment" ? first.value : undefined;
  return value?.kind === "command-value" ? value.command.known?.pattern : undefined;
}

describe.each(knownPhrases.map((phrase) => [phrase.title, phrase] as const))("%s", (_, phrase) => {
  test("is found, as no provided statement takes its place", () => {
    const line = phrase.pattern.replaceAll('"', '"a"').replaceAll("…", "a");
    expect(knownIn(`${line} b`) ?? knownIn(`x = ${line} b`)).toBe(phrase.pattern);
  });

  test("says what it does", () => {
    expect(phrase.does).toMatch(/^[a-z]+s,? [^.]+$/);
  });
});
