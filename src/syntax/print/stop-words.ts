import type { PatternPart } from "../pattern.ts";

/** Returns the words of a pattern, those that join its clauses included. */
export function wordsOf(parts: readonly PatternPart[]): string[] {
  return parts.flatMap((part): string[] => {
    switch (part.kind) {
      case "word":
        return [part.word];
      case "comma":
      case "slot":
        return [];
      case "optional":
        return wordsOf(part.parts);
      case "choice":
        return part.alternatives.flatMap(wordsOf);
      case "clauses":
        return ["WITH", "AND", ...part.clauses.flatMap(wordsOf)];
    }
  });
}

/** Returns the words that end the value of a slot, because the phrase goes on with them. */
export function stopWordsAfter(parts: readonly PatternPart[], slot: string): ReadonlySet<string> {
  const stops = new Set<string>();
  collect(parts, slot, stops);
  return stops;
}

/** @returns true once the slot was met: all that follows it is added to `stops` */
function collect(parts: readonly PatternPart[], slot: string, stops: Set<string>): boolean {
  let met = false;
  for (const part of parts) {
    if (met) addAll(stops, wordsOf([part]));
    else met = collectInside(part, slot, stops);
  }
  return met;
}

function collectInside(part: PatternPart, slot: string, stops: Set<string>): boolean {
  switch (part.kind) {
    case "word":
    case "comma":
      return false;
    case "slot":
      return part.slot.name === slot;
    case "optional":
      return collect(part.parts, slot, stops);
    case "choice":
      return part.alternatives.some((parts) => collect(parts, slot, stops));
    case "clauses": {
      const met = part.clauses.some((parts) => collect(parts, slot, stops));
      if (met) addAll(stops, wordsOf([part]));
      return met;
    }
  }
}

function addAll(stops: Set<string>, words: readonly string[]): void {
  for (const word of words) stops.add(word);
}
