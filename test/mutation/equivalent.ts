import type { Mutant } from "./mutants.ts";

/** A mutant that no test can tell from its script, and why. */
export interface Equivalent extends Pick<Mutant, "line" | "change"> {
  readonly script: string;
  readonly because: string;
}

/** Every one of them must survive, so that the list stays true. */
export const EQUIVALENT: readonly Equivalent[] = [
  {
    script: "scripts/whatsapp.bas",
    line: 26,
    change: "deleted: SET RESPONSE STATUS TO 200",
    because: "200 is what an answer has anyway; the guide that the script follows says it aloud",
  },
];

/** Tells whether a mutant of a script is one of them. */
export function isEquivalent(script: string, { line, change }: Mutant): boolean {
  return EQUIVALENT.some(
    (one) => one.script === script && one.line === line && one.change === change,
  );
}
