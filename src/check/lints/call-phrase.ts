import type { Phrase, Statement } from "../../syntax/ast.ts";
import type { FileNames } from "../script.ts";

/** Gives the phrase of a statement that answers phone calls, such as SAY; undefined for any other. */
export function callPhrase(
  statement: Statement,
  runnable: FileNames["runnable"],
): Phrase | undefined {
  if (statement.kind !== "phrase-statement") return undefined;
  const entry = runnable.get(statement.phrase.entry);
  return entry?.needs.includes("call") === true ? statement.phrase : undefined;
}
