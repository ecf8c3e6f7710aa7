import { suggest } from "../../diagnostics/suggest.ts";
import type { OpenBlock, StructuralBlock } from "../open-block.ts";

/** Words of other languages that begin a block, or the next part of one, by what BASIC has for them. */
const BORROWED: ReadonlyMap<string, string> = new Map([
  ["DEF", "FUNCTION"],
  ["FUNC", "FUNCTION"],
  ["PROC", "SUB"],
  ["PROCEDURE", "SUB"],
  ["FOREACH", "FOR EACH"],
  ["EXCEPT", "CATCH"],
  ["WHEN", "CASE"],
  ["ELIF", "ELSEIF"],
  ["ELSIF", "ELSEIF"],
]);

/** Gives the word that BASIC has for one of another language. @param word upper case */
export function borrowedWord(word: string): string | undefined {
  return BORROWED.get(word);
}

/** How the words are written that end each block, the usual way first. */
function endForms({ closing, endWords }: OpenBlock): readonly string[] {
  return [closing, ...endWords.flatMap((word) => [`END ${word}`, `END${word}`])];
}

/** Tells whether words look like a misspelt end of a block. @param written upper case */
export function isLikeEndOf(block: OpenBlock, written: string): boolean {
  const forms = endForms(block);
  const ended = /^END (?<word>.*)$/u.exec(written)?.groups?.["word"];
  const meant = `END ${borrowedWord(ended ?? "") ?? ""}`;
  return forms.includes(written) || forms.includes(meant) || suggest(written, forms) !== undefined;
}

/** What each word that begins a block opens. */
const OPENINGS: ReadonlyMap<string, StructuralBlock> = new Map<string, StructuralBlock>([
  ["IF", "IF"],
  ["FOR", "FOR"],
  ["FOR EACH", "FOR"],
  ["WHILE", "WHILE"],
  ["SELECT", "SELECT"],
  ["SWITCH", "SWITCH"],
  ["WITH", "WITH"],
  ["TRY", "TRY"],
  ["SUB", "SUB"],
  ["FUNCTION", "FUNCTION"],
]);

/** Finds the word that a misspelt word most likely is. @param written upper case */
function meantOf(written: string, known: readonly string[]): string | undefined {
  const borrowed = BORROWED.get(written);
  if (borrowed !== undefined && known.includes(borrowed)) return borrowed;
  return suggest(written, known);
}

/** A misspelt word that begins a block. */
export interface MeantOpening {
  readonly word: string;
  readonly block: StructuralBlock;
}

/**
 * Finds which block a misspelt first word most likely begins.
 * @param written upper case
 * @param isTest true where the line ends with THEN: nothing but IF does so
 */
export function meantOpening(written: string, isTest: boolean): MeantOpening | undefined {
  if (isTest) return { word: "IF", block: "IF" };
  const word = meantOf(written, [...OPENINGS.keys()]);
  const block = OPENINGS.get(word ?? "");
  return word === undefined || block === undefined ? undefined : { word, block };
}

/** The words that begin a part of a block after its first, by the word that opens the block. */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["IF", ["ELSEIF", "ELSE IF", "ELSE"]],
  ["SELECT", ["CASE"]],
  ["SWITCH", ["CASE", "DEFAULT"]],
  ["TRY", ["CATCH", "FINALLY"]],
]);

/** Finds which part of an open block a misspelt first word most likely begins. @param written upper case */
export function meantPart({ opening }: OpenBlock, written: string): string | undefined {
  return meantOf(written, PARTS.get(opening) ?? []);
}
