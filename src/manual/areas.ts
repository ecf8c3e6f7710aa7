import { functionAreas } from "../functions/index.ts";
import { statementAreas } from "../statements/index.ts";
import type { ManualArea, ManualEntry } from "./entry.ts";
import { functionEntry } from "./function-entry.ts";
import { statementEntry } from "./statement-entry.ts";
import { structureEntry } from "./structure-entry.ts";
import { structureHelp } from "./structure.ts";

/** The words of the structure, in the order of the manual. */
export const structureEntries: readonly ManualEntry[] = structureHelp.map(structureEntry);

/** The statements, by area. */
export const statementManual: readonly ManualArea[] = [...statementAreas].map(
  ([title, entries]) => ({ title, entries: entries.map(statementEntry) }),
);

/** The library functions, by area. */
export const functionManual: readonly ManualArea[] = [...functionAreas].map(([title, entries]) => ({
  title,
  entries: entries.map(functionEntry),
}));
