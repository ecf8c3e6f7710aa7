import { CurrentBed } from "../testing/current-bed.ts";
import { createTestLanguage } from "../testing/language.ts";
import type { TestPhrase } from "../testing/test-phrase.ts";
import type { ManualArea, ManualEntry } from "./entry.ts";
import { statementEntry } from "./statement-entry.ts";

/** What tests are written in beside the language of scripts, by area. */
export const testManual: readonly ManualArea[] = createTestLanguage(new CurrentBed()).areas.map(
  ({ title, phrases }) => ({ title, entries: phrases.map(testEntry) }),
);

function testEntry({ entry, meanings }: TestPhrase): ManualEntry {
  const described = statementEntry(entry);
  return {
    ...described,
    slots: described.slots.map(({ name, takes }) => ({
      name,
      takes: meanings?.get(name) ?? takes,
    })),
    example: { ...described.example, isTest: true },
  };
}
