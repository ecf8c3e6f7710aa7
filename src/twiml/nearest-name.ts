import { suggest } from "../diagnostics/suggest.ts";

/** Finds the name that was meant: one that only its capitals tell from what was written, or a near one. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const wanted = written.toLowerCase();
  return names.find((name) => name.toLowerCase() === wanted) ?? suggest(written, names);
}
