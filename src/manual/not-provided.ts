import { knownAreas } from "../statements/known/index.ts";
import type { KnownPhrase } from "../syntax/known-phrase.ts";

/** Statements or functions of General Bots that do the same, none of which gbasic provides. */
export interface NotProvided {
  readonly kind: KnownPhrase["kind"];
  readonly titles: readonly string[];
  /** What it does there, as a sentence. */
  readonly does: string;
  /** What to write in gbasic; undefined where there is nothing like it. */
  readonly instead: string | undefined;
  /** True where a later version will have it. */
  readonly planned: boolean;
  /** What a script with it does in gbasic, as a sentence. */
  readonly here: string;
}

/** Statements that are not provided, by what they are about. */
export interface NotProvidedArea {
  readonly title: string;
  readonly rows: readonly NotProvided[];
}

const HERE: Readonly<Record<KnownPhrase["role"], string>> = {
  action: "A run that reaches it ends with an error.",
  handler: "Nothing here runs because of it.",
  setting: "It is passed over: nothing runs because of it.",
};

/** What the manual says of the statements of General Bots that gbasic does not provide. */
export const notProvidedAreas: readonly NotProvidedArea[] = knownAreas.map(
  ({ title, phrases }) => ({
    title,
    rows: [...Map.groupBy(phrases, familyOf).values()].flatMap(rowOf),
  }),
);

/**
 * Finds what the manual says of statements that are not provided.
 * @param topic upper case, with single blanks or `_`: `USE KB`, `ADD_TOOL`
 * @returns each of that very name, else those that go on after it
 */
export function findNotProvided(topic: string): readonly NotProvided[] {
  const asked = topic.replaceAll("_", " ");
  const named = (test: (title: string) => boolean) =>
    notProvidedAreas.flatMap(({ rows }) =>
      rows.flatMap((row) => {
        const titles = row.titles.filter((title) => test(title.replaceAll("_", " ")));
        return titles.length === 0 ? [] : [{ ...row, titles }];
      }),
    );
  const exact = named((title) => title === asked);
  return exact.length > 0 ? exact : named((title) => title.startsWith(`${asked} `));
}

/** Every name that finds something. */
export function notProvidedNames(): readonly string[] {
  return notProvidedAreas.flatMap(({ rows }) => rows.flatMap(({ titles }) => titles));
}

function familyOf({ does, instead, planned, role }: KnownPhrase): string {
  return JSON.stringify([does, instead, planned, role]);
}

function rowOf(family: readonly KnownPhrase[]): NotProvided[] {
  const [first] = family;
  if (first === undefined) return [];
  const titles = [...new Set(family.map(({ title }) => title))];
  return [
    {
      kind: first.kind,
      titles,
      does: `It ${first.does}.`,
      instead: first.instead,
      planned: first.planned,
      here: HERE[first.role],
    },
  ];
}
