import { isLikeEndOf } from "./spelling.ts";
import type { EndCandidate, Nesting } from "./nesting.ts";

/** What ends a loop is the likelier to be meant for another loop, and so with SUB and FUNCTION. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ["NEXT", "loop"],
  ["WEND", "loop"],
  ["LOOP", "loop"],
  ["END FOR", "loop"],
  ["END WHILE", "loop"],
  ["END DO", "loop"],
  ["FOR", "loop"],
  ["WHILE", "loop"],
  ["DO", "loop"],
  ["END SUB", "procedure"],
  ["END FUNCTION", "procedure"],
  ["SUB", "procedure"],
  ["FUNCTION", "procedure"],
]);

/** Tells how likely a candidate was meant as the end of a block; 0 where it was not. */
function likelihood(candidate: EndCandidate, { block, indent }: Nesting): number {
  const isAligned = indent !== undefined && indent === candidate.indent;
  if (candidate.kind === "bare-end") return isAligned ? 3 : 0;
  const isLike = isLikeEndOf(block, candidate.written);
  if (candidate.kind === "misspelt" && !isLike) return 0;
  const family = FAMILIES.get(candidate.written);
  const isRelated = family !== undefined && family === FAMILIES.get(block.opening);
  return 1 + (isLike ? 4 : 0) + (isAligned ? 2 : 0) + (isRelated ? 2 : 0);
}

/** How many of the innermost blocks a line may be meant to end. */
const MOST_BLOCKS = 20;

interface ChosenEnd {
  readonly nesting: Nesting;
  readonly candidate: EndCandidate;
}

/**
 * Chooses for each block that nothing ends the line that was most likely meant to end it.
 * @param unclosed from the outside in
 * @returns the choices, and the blocks that none was found for
 */
export function chooseEnds(unclosed: readonly Nesting[]): {
  readonly chosen: readonly ChosenEnd[];
  readonly left: readonly Nesting[];
} {
  const chosen: ChosenEnd[] = [];
  const left = new Set(unclosed);
  const candidates = unclosed.flatMap((nesting) => nesting.candidates);
  candidates.sort((one, other) => one.from - other.from);
  // As the lines follow each other: a block that was ended takes those inside it along.
  const open: Nesting[] = [];
  let begun = 0;
  for (const candidate of candidates) {
    for (; (unclosed[begun]?.at ?? Infinity) < candidate.from; begun++) {
      const nesting = unclosed[begun];
      if (nesting !== undefined) open.push(nesting);
    }
    const ended = likeliest(open, candidate);
    if (ended === undefined) continue;
    chosen.push({ nesting: ended, candidate });
    left.delete(ended);
    open.splice(open.indexOf(ended));
  }
  return { chosen, left: [...left] };
}

function likeliest(open: readonly Nesting[], candidate: EndCandidate): Nesting | undefined {
  let best = 0;
  let found: Nesting | undefined;
  for (const nesting of open.slice(-MOST_BLOCKS).reverse()) {
    const likely = likelihood(candidate, nesting);
    if (likely <= best) continue;
    best = likely;
    found = nesting;
  }
  return found;
}
