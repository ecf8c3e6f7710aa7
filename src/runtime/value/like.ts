import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";
import { toText } from "./text.ts";
import type { Value } from "./value.ts";

/** Bounds the time of a match, which can grow with pattern times text. */
const LONGEST_PATTERN = 1000;
/** Comparisons of one character, about a tenth of a second's work. */
const MOST_COMPARISONS = 10_000_000;
const ANY_RUN = "any run";
interface CharacterTest {
  readonly fits: (character: string) => boolean;
  /** How many comparisons it may take. */
  readonly cost: number;
}
type Step = typeof ANY_RUN | CharacterTest;

/**
 * `value LIKE pattern`, whatever the case: `*` or `%` is any run of characters, `?` or `_` any
 * one, `#` a digit, `[a-z]` one of a set, `[!a-z]` one outside it.
 * @throws BasicError GB3005 for a pattern of more than 1000 characters, GB3006 where the text is too
 *   long for it
 */
export function like(value: Value, pattern: Value): boolean {
  const written = toText(pattern);
  if (written.length > LONGEST_PATTERN) {
    throw new BasicError(valueMessages.patternTooLong(LONGEST_PATTERN));
  }
  return matches(toText(value).toLowerCase(), parseSteps(written.toLowerCase()));
}

/** Goes back to the last run only, which is enough and keeps the time from exploding. */
function matches(text: string, steps: readonly Step[]): boolean {
  let at = 0;
  let step = 0;
  let lastRun = -1;
  let retryAt = 0;
  let left = MOST_COMPARISONS + text.length;
  while (at < text.length) {
    const current = steps[step];
    left -= current === undefined || current === ANY_RUN ? 1 : current.cost;
    if (left < 0) throw new BasicError(valueMessages.matchTooLong("LIKE"));
    if (current === ANY_RUN) {
      lastRun = step++;
      retryAt = at;
    } else if (current?.fits(text.charAt(at)) === true) {
      at += 1;
      step += 1;
    } else if (lastRun >= 0) {
      step = lastRun + 1;
      at = ++retryAt;
    } else return false;
  }
  return steps.slice(step).every((rest) => rest === ANY_RUN);
}

function parseSteps(pattern: string): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    const end = character === "[" ? pattern.indexOf("]", at + 2) : -1;
    if (end !== -1) {
      steps.push(parseSet(pattern.slice(at + 1, end)));
      at = end;
    } else steps.push(parseCharacter(character));
  }
  return steps;
}

function parseCharacter(character: string): Step {
  const test = (fits: CharacterTest["fits"]): Step => ({ fits, cost: 1 });
  switch (character) {
    case "*":
    case "%":
      return ANY_RUN;
    case "?":
    case "_":
      return test(() => true);
    case "#":
      return test((found) => found >= "0" && found <= "9");
    default:
      return test((found) => found === character);
  }
}

function parseSet(set: string): CharacterTest {
  const negated = set.length > 1 && (set.startsWith("!") || set.startsWith("^"));
  const members = [...(negated ? set.slice(1) : set).matchAll(/(.)-(.)|./gsu)];
  const fits = (character: string) => {
    const isMember = members.some(([whole, low, high]) =>
      low === undefined || high === undefined
        ? character === whole
        : character >= low && character <= high,
    );
    return isMember !== negated;
  };
  return { fits, cost: Math.max(1, members.length) };
}
