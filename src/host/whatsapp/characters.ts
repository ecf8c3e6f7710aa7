/**
 * Counts the characters of a text that has more than it may have, as people do: an emoji is not two.
 * @param limit in such characters
 * @returns undefined for a text that is not too long
 */
export function charactersBeyond(text: string, limit: number): number | undefined {
  // No character has fewer units than one, so most texts need no counting.
  if (text.length <= limit) return undefined;
  const count = Array.from(text).length;
  return count > limit ? count : undefined;
}
