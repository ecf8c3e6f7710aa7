import { suggest } from "../../diagnostics/suggest.ts";

/**
 * Finds the member that a name most likely stands for: one that is spelt alike, that has more words
 * (`phone_id`), or of which the name is the begin (`lat`).
 */
export function likelyMember(name: string, members: Iterable<string>): string | undefined {
  const known = [...members];
  const spelt = suggest(name, known);
  if (spelt !== undefined) return spelt;
  const written = name.toLowerCase();
  return only(known.filter((one) => hasWordsOf(one, written))) ?? only(begunBy(known, written));
}

function hasWordsOf(known: string, written: string): boolean {
  const [words, wanted] = [known.split("_"), written.split("_")];
  return wanted.length > 1 && wanted.every((word) => words.includes(word));
}

const LEAST_BEGIN = 3;

/** `lat` for `latitude`, and `entries` for `entry`. */
function begunBy(known: readonly string[], written: string): readonly string[] {
  const singular = written.replace(/(?:ies|y|e?s)$/u, "");
  return known.filter((one) => singular.length >= LEAST_BEGIN && one.startsWith(singular));
}

function only(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}
