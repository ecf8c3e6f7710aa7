/**
 * Finds the title that shares the most words with what was written: its first word, and of the others
 * as many as can be, the earliest first. GET BODY has the words of GET REQUEST BODY, and GET FORM
 * FIELD most of those of GET FORM VALUE.
 * @param words upper case
 * @param more how many words must be shared at least, and one more
 */
export function sharingTitle(
  words: readonly string[],
  titles: readonly string[],
  more: number,
): string | undefined {
  let best = 0;
  let found: string | undefined;
  for (const title of titles) {
    const parts = title.toUpperCase().split(" ");
    if (parts.length < 2 || parts[0] !== words[0]) continue;
    const shared = parts.map((part) => words.indexOf(part)).filter((at) => at !== -1);
    if (shared.length <= more) continue;
    // Of two titles the one counts whose shared words come sooner, then the shorter one.
    const lateness = shared.reduce((sum, at) => sum + at, 0) * 10 + parts.length;
    const likely = shared.length - lateness / 1000;
    if (likely <= best) continue;
    best = likely;
    found = title;
  }
  return found;
}
