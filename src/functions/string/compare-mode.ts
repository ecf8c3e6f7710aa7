/** Reads Visual Basic's last argument of InStr, Replace and the like: 1 is "whatever the case". */
export function ignoresCase(compare: number | undefined): boolean {
  return compare === 1;
}

/**
 * Gives a text to search in or for when the case does not matter. Every character keeps its length,
 * so that a place in the result is the same place in the text.
 */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const folded = character.toLowerCase();
    return folded.length === character.length ? folded : character;
  }).join("");
}
