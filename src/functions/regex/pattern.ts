import type * as Engine from "re2js";
import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";

const LONGEST_PATTERN = 1000;
const MOST_REMEMBERED = 200;
/** Steps of the pattern times characters of the text, about a second's work for the worst pattern. */
const MOST_WORK = 5_000_000;
/** How long all matches in one text may take together, in ms. */
const LONGEST_TIME = 1000;

/** One match of a pattern in a text. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** The whole match, then what each group matched; null for a group that took no part. */
  readonly groups: readonly (string | null)[];
  readonly names: ReadonlyMap<string, number>;
}

/** A regular expression whose time grows with the text only, whatever the pattern. */
export interface Pattern {
  /** Gives the first match, if there is one. @throws BasicError GB3006 for too long a text */
  first(text: string): Match | undefined;
  /** Gives one match after another. @throws BasicError GB3006 where they take too long */
  all(text: string): Generator<Match>;
}

/** Makes what reads patterns and remembers the latest, as reading one costs more than a match. */
export function createPatternReader(): (pattern: string, flags: string) => Pattern {
  const remembered = new Map<string, Pattern>();
  return (pattern, flags) => {
    const key = `${flags}/${pattern}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const read = readPattern(pattern, flags);
    // A pattern made from a payload could be any, so what is kept has a bound.
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, read);
    return read;
  };
}

function readPattern(pattern: string, flags: string): Pattern {
  if (pattern.length > LONGEST_PATTERN) {
    throw new BasicError(functionMessages.regexTooLong(LONGEST_PATTERN));
  }
  const compiled = compile(pattern, flags);
  const names = new Map(Object.entries(compiled.namedGroups()));
  return {
    first: (text) => {
      for (const match of matchesOf(compiled, names, text)) return match;
      return undefined;
    },
    all: (text) => matchesOf(compiled, names, text),
  };
}

function compile(pattern: string, flags: string): Engine.RE2JS {
  // Loaded with the first pattern, since most scripts have none and start sooner without.
  const { createRequire } = process.getBuiltinModule("node:module");
  const load: (name: string) => typeof Engine = createRequire(import.meta.url);
  const { RE2JS } = load("re2js");
  const meanings = new Map([
    ["i", RE2JS.CASE_INSENSITIVE],
    ["m", RE2JS.MULTILINE],
    ["s", RE2JS.DOTALL],
    ["g", 0],
  ]);
  let wanted = 0;
  for (const flag of flags.toLowerCase()) {
    const meaning = meanings.get(flag);
    if (meaning === undefined)
      throw new BasicError(functionMessages.badRegexFlags(describe(flags)));
    wanted |= meaning;
  }
  try {
    return RE2JS.compile(pattern, wanted);
  } catch (cause) {
    const reason =
      cause instanceof Error ? cause.message.replace("error parsing regexp: ", "") : "";
    throw new BasicError(functionMessages.badRegex(describe(pattern), reason), { cause });
  }
}

function* matchesOf(
  compiled: Engine.RE2JS,
  names: ReadonlyMap<string, number>,
  text: string,
): Generator<Match> {
  if (text.length * compiled.programSize() > MOST_WORK) {
    throw new BasicError(valueMessages.matchTooLong("a regular expression"));
  }
  const matcher = compiled.matcher(text);
  const count = matcher.groupCount();
  const started = performance.now();
  while (matcher.find()) {
    if (performance.now() - started > LONGEST_TIME) {
      throw new BasicError(valueMessages.matchTooLong("a regular expression"));
    }
    const groups = Array.from({ length: count + 1 }, (_, group) => matcher.group(group));
    yield { start: matcher.start(), end: matcher.end(), groups, names };
  }
}
