import { distance } from "fastest-levenshtein";

/**
 * Finds the candidate that a misspelt word most likely meant.
 * @param word what was written, any case
 * @param candidates the words that could have stood there
 * @returns the nearest candidate, or undefined where none is near enough to be worth proposing
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const written = word.toUpperCase();
  let best = allowedDistance(written.length) + 1;
  let found: string | undefined;
  for (const candidate of candidates) {
    const apart = distance(written, candidate.toUpperCase());
    if (apart > 0 && apart < best) {
      best = apart;
      found = candidate;
    }
  }
  return found;
}

/** Two swapped letters count as two edits, so MIAL must allow two; GO must not become TO. */
function allowedDistance(length: number): number {
  if (length < 3) return 0;
  if (length === 3) return 1;
  return Math.max(2, Math.floor(length / 3));
}

/** Puts a proposal into the words of a hint. */
export function proposal(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `did you mean ${word}?`;
}
