import { error, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

/** What messages tell of a statement or function that is written otherwise. */
export interface MeantPhrase {
  readonly title: string;
  /** How it is written, where that is short. */
  readonly usage: string | undefined;
}

function shownBy({ title, usage }: MeantPhrase): string {
  return usage === undefined
    ? `\`npx gbasic help ${title}\` shows how it is written`
    : `it is written ${usage}`;
}

/** `SET name = value` sets a variable; the statements that begin with SET have TO in its place. */
function equalsForTo(title: string, found: string): string | undefined {
  return found === "=" && title.startsWith("SET ") ? "write TO in place of the =" : undefined;
}

/** GB224x: statements and functions that are not written as they can be. */
export const phraseMessages = {
  otherwise: (meant: MeantPhrase, expected: string, found: string, proposed?: string) =>
    error(
      "GB2240",
      `expected ${expected}, found ${found}`,
      proposal(proposed) ?? equalsForTo(meant.title, found) ?? shownBy(meant),
    ),
  missingWord: (title: string, before: string, words: readonly string[], found: string) =>
    error(
      "GB2464",
      `${title} needs ${words.join(" or ")} between ${before} and ${found}`,
      `write ${before} ${words[0] ?? ""} ${found}`,
    ),
  noMore: (title: string, found: string, hint: string) =>
    error("GB2465", `${title} takes no ${found}`, hint),
  missingClause: (title: string, clause: string) =>
    error("GB2241", `${title} needs ${clause}`, `add ${clause} and its value`),
  repeatedClause: (clause: string) =>
    error("GB2242", `${clause} is there twice`, "remove one of them"),
  constantNeeded: (title: string, mayLack: boolean) =>
    error(
      "GB2243",
      `${title} needs a text in quotes here`,
      mayLack
        ? "write it in quotes, as it must be known before the script runs, or leave it out"
        : "it must be known before the script runs",
    ),
  disregardedBase: () =>
    warning("GB2244", "OPTION BASE changes nothing", "count from 0: the first item is A(0)"),
  disregardedCase: () =>
    warning("GB2245", "OPTION COMPARE TEXT changes nothing", "compare UCASE$(A$) with UCASE$(B$)"),
} as const;
