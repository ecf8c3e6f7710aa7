import type { ManualArea, ManualEntry } from "./entry.ts";
import { functionManual, statementManual, structureEntries } from "./areas.ts";

/**
 * Finds what the manual says under a name; a beginning of a statement finds all that begin so.
 * @param topic upper case, with single blanks: `SEND MAIL`, `LEFT`, `END IF`
 */
export function findEntries(topic: string): readonly ManualEntry[] {
  return [
    ...structureEntries.filter(({ names }) => names.includes(topic)),
    ...matchingStatements(topic),
    ...entriesOf(functionManual).filter(({ names }) => names.includes(topic.replace(/\$$/, ""))),
  ];
}

/** Every name that finds something. */
export function manualNames(): readonly string[] {
  const statements = entriesOf(statementManual);
  return [...structureEntries, ...statements, ...entriesOf(functionManual)].flatMap(
    ({ names }) => names,
  );
}

function matchingStatements(topic: string): readonly ManualEntry[] {
  const statements = entriesOf(statementManual);
  const exact = statements.filter(({ title }) => title === topic);
  if (exact.length > 0) return exact;
  return statements.filter(({ forms }) => forms.some((form) => `${form} `.startsWith(`${topic} `)));
}

function entriesOf(areas: readonly ManualArea[]): readonly ManualEntry[] {
  return areas.flatMap(({ entries }) => entries);
}
