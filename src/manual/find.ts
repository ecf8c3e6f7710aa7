import type { ManualArea, ManualEntry } from "./entry.ts";
import { functionManual, statementManual, structureEntries } from "./areas.ts";
import { clauseEntries } from "./clauses.ts";
import { testManual } from "./test-areas.ts";

/** Statements of scripts, then those of tests. */
const statements: readonly ManualEntry[] = [...statementManual, ...testManual].flatMap(
  ({ entries }) => entries,
);

/**
 * Finds what the manual says under a name; a beginning of a statement finds all that begin so.
 * @param topic upper case, with single blanks: `SEND MAIL`, `LEFT`, `END IF`
 */
export function findEntries(topic: string): readonly ManualEntry[] {
  return [
    ...[...structureEntries, ...clauseEntries].filter(({ names }) => names.includes(topic)),
    ...matchingStatements(topic),
    ...entriesOf(functionManual).filter(({ names }) => names.includes(topic.replace(/\$$/, ""))),
  ];
}

/** The names of statements that go on after a name: `EXPECT BODY` after `EXPECT`. */
export function longerNames(topic: string): readonly string[] {
  return statements.map(({ title }) => title).filter((title) => title.startsWith(`${topic} `));
}

/** Every name that finds something. */
export function manualNames(): readonly string[] {
  const all = [...structureEntries, ...clauseEntries, ...statements, ...entriesOf(functionManual)];
  return all.flatMap(({ names }) => names);
}

function matchingStatements(topic: string): readonly ManualEntry[] {
  const exact = statements.filter(({ title }) => title === topic);
  if (exact.length > 0) return exact;
  const words = topic.split(" ");
  return statements.filter(({ forms }) => forms.some((form) => beginsWith(form, words)));
}

/** `POST|GET` in a form is either word. */
function beginsWith(form: string, words: readonly string[]): boolean {
  const written = form.split(" ");
  return words.every((word, at) => written[at]?.split("|").includes(word));
}

function entriesOf(areas: readonly ManualArea[]): readonly ManualEntry[] {
  return areas.flatMap(({ entries }) => entries);
}
