import { SourceFile } from "../../src/source/source-file.ts";
import { knownPhrases } from "../../src/statements/known/index.ts";
import { statements } from "../../src/statements/index.ts";
import { createParser } from "../../src/syntax/parser.ts";
import { showTree } from "./show-tree.ts";

const parse = createParser(statements, knownPhrases);

/** Parses a text; gives the tree as lines, and diagnostics as `line:column code message`. */
export function parseSource(text: string): { tree: string[]; problems: string[] } {
  const file = new SourceFile("test.bas", text);
  const problems: string[] = [];
  const tree = parse(file, ({ code, message, hint }, span) => {
    const { line, column } = file.position(span.start);
    const advice = hint === undefined ? "" : ` (${hint})`;
    problems.push(`${String(line)}:${String(column)} ${code} ${message}${advice}`);
  });
  return { tree: showTree(tree), problems };
}

/** Parses a text that must be right and gives its tree as lines. */
export function treeOf(text: string): string[] {
  const { tree, problems } = parseSource(text);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return tree;
}
