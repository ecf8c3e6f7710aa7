import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import type { FilledCheck } from "../../host/written-statement.ts";

type Conflicts = Readonly<Record<string, FilledCheck>>;

/** The slots of `FRAME` that are a header, of which a message has one. */
const HEADERS = ["header", "image", "video", "document"] as const;

/** What cannot stand beside what in the clauses of `FRAME`: two headers, a name without a document. */
export const frameConflicts: Conflicts = {
  ...Object.fromEntries(HEADERS.map((slot, at) => [slot, excludes(slot, HEADERS.slice(0, at))])),
  filename: ({ isFilled }) => (isFilled("document") ? undefined : lostPartMessages.nameOfNothing()),
};

/** What cannot stand beside what in a template: `COMPONENTS` is all that fills one. */
export const templateConflicts: Conflicts = {
  ...frameConflicts,
  components: excludes("components", ["values", "buttons", ...HEADERS]),
};

/** @param others slots that leave no room for this one */
function excludes(slot: string, others: readonly string[]): FilledCheck {
  return ({ isFilled }) => {
    const other = others.find(isFilled);
    if (other === undefined) return undefined;
    return lostPartMessages.clausesExclude(slot.toUpperCase(), other.toUpperCase());
  };
}
