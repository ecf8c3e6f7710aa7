import { error } from "../message.ts";

/** GB5520–GB5526: SUBs and FUNCTIONs that tests replace. */
export const doubleMessages = {
  noCallee: (statement: string, found: string) =>
    error(
      "GB5520",
      `${statement}: ${found} is no name`,
      `write it behind the statement, with arguments where it is about them: ${statement} PRICE("tea")`,
    ),
  noProcedure: (
    statement: string,
    kind: "sub" | "function",
    name: string,
    known: readonly string[],
    proposed: string | undefined,
  ) => {
    const title = kind.toUpperCase();
    const there = known.length === 0 ? "the script has none" : `the script has ${known.join(", ")}`;
    return error(
      "GB5521",
      `${statement} ${name}: there is no such ${title}`,
      proposed === undefined ? there : `did you mean ${proposed}?`,
    );
  },
  wrongKind: (statement: string, name: string, kind: "sub" | "function") => {
    const title = kind.toUpperCase();
    const instead = `${statement.replace(/ \w+$/, "")} ${title} ${name}`;
    return error("GB5522", `${statement} ${name}: ${name} is a ${title}`, `write ${instead}`);
  },
  wrongArity: (
    statement: string,
    shown: string,
    name: string,
    { least, most }: { readonly least: number; readonly most: number },
    given: number,
  ) =>
    error(
      "GB5523",
      `${statement} ${shown}: ${name} takes ${countText(least, most)}, and here it has ${String(given)}`,
      `write those that its calls have, or none for all calls: ${statement} ${name}`,
    ),
  notReplaceable: (statement: string, name: string) =>
    error(
      "GB5524",
      `${statement} ${name}: ${name} gives the same for the same arguments, in tests too`,
      "replace a FUNCTION of the script, or what looks outside, such as NOW and RND",
    ),
  notReplaced: (statement: string, shown: string, mock: string) =>
    error(
      "GB5525",
      `${statement} ${shown}: its calls are not known, as nothing replaces it`,
      `write before what calls it: ${mock}`,
    ),
  unusedDouble: (shown: string) =>
    error(
      "GB5526",
      `MOCK … ${shown} … ONCE: nothing called it afterwards`,
      "look at the arguments, or remove it",
    ),
} as const;

function countText(least: number, most: number): string {
  const plural = (count: number) => (count === 1 ? "1 argument" : `${String(count)} arguments`);
  if (most === 0) return "no arguments";
  if (most === Infinity) return `${plural(least)} or more`;
  return least === most ? plural(most) : `${String(least)} to ${plural(most)}`;
}
