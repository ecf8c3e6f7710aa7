import type { TokenType } from "chevrotain";
import type { Report } from "../diagnostics/diagnostic.ts";
import { SourceFile } from "../source/source-file.ts";
import type { ScriptTree } from "../syntax/ast.ts";
import type { Read, ReadScript } from "../syntax/parser.ts";
import { sameTree } from "../syntax/same-tree.ts";
import * as tokens from "../syntax/tokens.ts";
import { findBlocks, isPart } from "./blocks.ts";
import { indentLines } from "./indentation.ts";
import { writeComment, writeLine } from "./line-writer.ts";
import { cutLines, type SourceLine } from "./source-line.ts";
import { TokenList } from "./token-list.ts";
import { findRoles, type TokenRoles } from "./token-roles.ts";

/** What became of a script that was to be formatted. */
export type Formatted =
  | { readonly kind: "formatted"; readonly text: string }
  /** It has errors, which were reported, and cannot be read for sure. */
  | { readonly kind: "unreadable" }
  /** The formatted text would say something else: a bug of the formatter. */
  | { readonly kind: "changed" };

/**
 * Brings a script into gbasic's style: indentation, blanks, blank lines and the case of keywords.
 * Tokens, comments and the lines they stand on stay, so that nothing can be lost.
 * @param read the parser, with the phrases that scripts may use
 * @param report told of the errors of a script that cannot be read
 */
export function formatScript(file: SourceFile, read: Read, report: Report): Formatted {
  const script = readWithoutErrors(file, read, report);
  if (script === undefined) return { kind: "unreadable" };
  const text = writeScript(file.text, script);
  const again = readWithoutErrors(new SourceFile(file.path, text), read, () => undefined);
  const same = again !== undefined && saysTheSame(script.tree, again.tree);
  return same ? { kind: "formatted", text } : { kind: "changed" };
}

function readWithoutErrors(file: SourceFile, read: Read, report: Report): ReadScript | undefined {
  let errors = 0;
  const script = read(file, (message, span, details) => {
    if (message.severity !== "error") return;
    errors++;
    report(message, span, details);
  });
  return errors === 0 ? script : undefined;
}

function saysTheSame(one: ScriptTree, other: ScriptTree): boolean {
  const comments = ({ comments: all }: ScriptTree) => all.map(({ text }) => writeComment(text));
  return sameTree(one, other) && comments(one).join("\n") === comments(other).join("\n");
}

function writeScript(text: string, { tree, tokens: grammarTokens, raw }: ReadScript): string {
  const types = new Map<number, TokenType>();
  for (const { startOffset, tokenType } of grammarTokens) types.set(startOffset, tokenType);
  raw.forEach(({ startOffset, tokenType }, at) => {
    if (tokenType !== tokens.RightBrace) return;
    // In `} else {` the brace is what begins the next part of the block.
    let following = at + 1;
    while (raw[following]?.tokenType === tokens.Newline) following++;
    const next = types.get(raw[following]?.startOffset ?? -1);
    if (next !== undefined && isPart(next)) types.set(startOffset, next);
  });
  const typeAt = (offset: number): TokenType | undefined => types.get(offset);
  const roles = findRoles(tree, new TokenList(raw));
  const lines = cutLines(text, raw, tree.comments, findStatementEnds(types, roles));
  const levels = indentLines(lines, typeAt, findBlocks(tree));
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? "\n";
  const context = { roles, typeAt, lineEnd };
  const written = lines.map((line, at) => writeLine(line, levels[at] ?? 0, context));
  return joinLines(written, lines, lineEnd);
}

/** Line ends that the grammar kept end a statement, but not those inside a phrase. */
function findStatementEnds(
  types: ReadonlyMap<number, TokenType>,
  { phrases }: TokenRoles,
): ReadonlySet<number> {
  const ends = new Set<number>();
  for (const [offset, type] of types) {
    if (type === tokens.Newline && !phrases.has(offset)) ends.add(offset);
  }
  return ends;
}

/** Keeps one blank line of several, and none at the beginning and the end. */
function joinLines(
  written: readonly string[],
  lines: readonly SourceLine[],
  lineEnd: string,
): string {
  const kept: string[] = [];
  written.forEach((line, at) => {
    const isBlank = lines[at]?.items.length === 0;
    if (!isBlank || (kept.length > 0 && kept.at(-1) !== "")) kept.push(line);
  });
  while (kept.at(-1) === "") kept.pop();
  return kept.map((line) => line + lineEnd).join("");
}
