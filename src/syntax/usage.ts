import type { Pattern, PatternPart, PhraseEntry } from "./pattern.ts";

/** Longer forms say less than `gbasic help` does. */
const LONGEST_USAGE = 70;

/**
 * Says how a phrase is written, without what may be left out: `SEND SMS TO <to> WITH <text>`.
 * @returns undefined where that is long, or its clauses may come in any order
 */
export function usageOf({ patterns }: PhraseEntry): string | undefined {
  const [pattern] = patterns;
  const text = pattern === undefined || hasClauses(pattern) ? "" : written(pattern.parts);
  return text === "" || text.length > LONGEST_USAGE ? undefined : text;
}

/** Clauses that may all be left out are, as anything else that may. */
function hasClauses({ parts }: Pattern): boolean {
  return parts.some((part) => {
    if (part.kind !== "clauses") return part.kind === "choice";
    return part.clauses.flat().some((one) => one.kind === "slot" && !one.slot.optional);
  });
}

function written(parts: readonly PatternPart[]): string {
  return parts.map(writtenPart).join("").trim();
}

function writtenPart(part: PatternPart): string {
  switch (part.kind) {
    case "word":
      return ` ${part.word}`;
    case "comma":
      return ",";
    case "slot":
      return part.slot.optional ? "" : ` <${part.slot.name}>`;
    case "optional":
    case "choice":
    case "clauses":
      return "";
  }
}
