import type { Procedure } from "../syntax/ast.ts";
import type { PhraseEntry } from "../syntax/pattern.ts";

/** Where what nobody wrote stands. */
const NOWHERE = { start: 0, end: 0 };

/**
 * Makes FUNCTIONs of what names stand for in tests, such as STATUS. So a variable, SUB or FUNCTION of
 * the file that has such a name wins over it, as everywhere in the language.
 * @param names phrases without slots, by the names
 * @param taken the keys of the SUBs and FUNCTIONs that the file has
 */
export function answerFunctions(
  names: ReadonlyMap<string, PhraseEntry>,
  taken: ReadonlySet<string>,
): readonly Procedure[] {
  return [...names].flatMap(([key, entry]): Procedure[] => {
    const [pattern] = entry.patterns;
    if (taken.has(key) || pattern === undefined) return [];
    const phrase = { entry, pattern, slots: new Map(), ...NOWHERE };
    const value = { kind: "phrase", phrase, ...NOWHERE } as const;
    return [
      {
        kind: "function",
        key,
        nameSpan: NOWHERE,
        displayName: key,
        sigil: undefined,
        parameters: [],
        body: [{ kind: "return", value, ...NOWHERE }],
        ...NOWHERE,
      },
    ];
  });
}

/** Tells whether a place is that of something nobody wrote. */
export function isNowhere({
  start,
  end,
}: {
  readonly start: number;
  readonly end: number;
}): boolean {
  return start === 0 && end === 0;
}
