import { distance } from "fastest-levenshtein";

/**
 * For how many mistakes of one kind in one part of a script a proposal is looked for: a script with
 * thousands of unknown names would else be compared name by name.
 */
export const MOST_PROPOSALS = 100;

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
    // No word is nearer than the lengths are apart.
    if (Math.abs(candidate.length - written.length) >= best) continue;
    const apart = distanceOf(written, candidate.toUpperCase());
    if (apart > 0 && apart < best) {
      best = apart;
      found = candidate;
    }
  }
  return found;
}

/** Two letters side by side that are swapped, as in FRO, are the commonest slip: one edit. */
function distanceOf(written: string, candidate: string): number {
  const apart = distance(written, candidate);
  return apart === 2 && isSwapped(written, candidate) ? 1 : apart;
}

function isSwapped(written: string, candidate: string): boolean {
  if (written.length !== candidate.length) return false;
  let at = 0;
  while (written.charAt(at) === candidate.charAt(at)) at++;
  const swapped = `${candidate.charAt(at + 1)}${candidate.charAt(at)}`;
  return written === candidate.slice(0, at) + swapped + candidate.slice(at + 2);
}

/** The longer a word, the more slips it may hold; GO must not become TO. */
function allowedDistance(length: number): number {
  if (length < 3) return 0;
  if (length <= 4) return 1;
  return Math.max(2, Math.floor(length / 3));
}

/** Puts a proposal into the words of a hint. */
export function proposal(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `did you mean ${word}?`;
}
