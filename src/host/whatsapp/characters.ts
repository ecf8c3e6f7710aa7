/** Counts characters as people do, so that an emoji is not two. */
export function charactersOf(text: string): number {
  return Array.from(text).length;
}
