import { describe, expect, test } from "vitest";
import type { Message } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { createParser } from "../../src/syntax/parser.ts";
import { PatternError, type PhraseEntry } from "../../src/syntax/pattern.ts";
import { parsePattern } from "../../src/syntax/pattern-parser.ts";
import { buildTries, continuations } from "../../src/syntax/trie.ts";

function entry(...patterns: string[]): PhraseEntry {
  return { phraseKind: "statement", title: "T", patterns: patterns.map(parsePattern) };
}

describe("a pattern text that is wrong throws", () => {
  test.each([
    ["", "must begin with a word"],
    ["<a:any>", "must begin with a word"],
    ["A <b>", "a slot is written <name:type>"],
    ["A <b:colour>", "a slot is written <name:type>"],
    ["A <b:any> <c:any>", "two slots need a word or a comma between them"],
    ["A <b:any> TO <b:any>", "the slot b is there twice"],
    ["A [B", '"]" is missing'],
    ["A [B | C]", "an optional part has no alternatives"],
    ["A (B | C", '")" is missing'],
    ["A ;", '";" has no meaning'],
    ["a", '"a" has no meaning'],
  ])("%j", (text, message) => {
    expect(() => parsePattern(text)).toThrow(PatternError);
    expect(() => parsePattern(text)).toThrow(message);
  });
});

describe("patterns that cannot be told apart throw", () => {
  test.each([
    [[entry("A <b:any>"), entry("A <b:any>")], "are the same phrase"],
    [[entry("A [B]"), entry("A B")], "are the same phrase"],
    [[entry("A <b:any>"), entry("A <c:any> TO <d:any>")], "meets the slot b"],
    [[entry("A { B | C }"), entry("A { D }")], "share a place for clauses"],
  ])("%#", (entries, message) => {
    expect(() => buildTries(entries)).toThrow(message);
  });
});

test("patterns that differ after a slot share their beginning", () => {
  const tries = buildTries([entry("WAIT <n:number> SECONDS"), entry("WAIT <n:number> MS")]);
  const after = tries.statements.words.get("WAIT")?.slot?.next;
  expect(after === undefined ? [] : continuations(after)).toEqual(["SECONDS", "MS"]);
});

test("a declaration may begin with any word, and its slots come directly after it", () => {
  const patterns = [parsePattern("WEBHOOK <name:constant>")];
  const webhook: PhraseEntry = {
    phraseKind: "declaration",
    title: "WEBHOOK",
    patterns,
    block: "WEBHOOK",
  };
  const file = new SourceFile("test.bas", 'WEBHOOK "orders"\nx = 1\nEND WEBHOOK\ny = 2');
  const problems: Message[] = [];
  const tree = createParser([webhook])(file, (message) => problems.push(message));
  expect(problems).toEqual([]);
  expect(tree.declarations.map(({ body }) => body.length)).toEqual([1]);
  expect(tree.body).toHaveLength(1);
});
