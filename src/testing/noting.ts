import type { CurrentBed } from "./current-bed.ts";
import type { TestPhrase } from "./test-phrase.ts";

/** Makes a statement tell the bed where it stands, for what fails without an error at a line. */
export function noting(bed: CurrentBed, phrase: TestPhrase): TestPhrase {
  const { entry } = phrase;
  if (entry.phraseKind !== "statement") return phrase;
  return {
    ...phrase,
    entry: {
      ...entry,
      invoke: (slots, context) => {
        bed.get().noteStatement(context.place);
        return entry.invoke(slots, context);
      },
    },
  };
}
