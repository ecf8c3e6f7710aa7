import { expect, test } from "vitest";
import { functionManual, statementManual, structureEntries } from "../../src/manual/areas.ts";
import { notProvidedAreas } from "../../src/manual/not-provided.ts";

const entriesOf = (areas: typeof statementManual) => areas.flatMap(({ entries }) => entries);

/** The words that a form begins with, up to what the reader fills or may leave out. */
const wordsOf = (form: string) => /^[^<[{(]*/.exec(form)?.[0].trim() ?? "";

test("nothing that gbasic provides is said not to be provided", () => {
  const provided = {
    statement: [...structureEntries, ...entriesOf(statementManual)],
    function: entriesOf(functionManual),
  };
  const forms = {
    statement: new Set(provided.statement.flatMap((entry) => entry.forms.map(wordsOf))),
    function: new Set(provided.function.flatMap((entry) => entry.names)),
  };
  expect(forms.statement).toContain("ON SEND FAILED");
  expect(forms.statement).toContain("RESUME");
  const rows = notProvidedAreas.flatMap((area) => area.rows);
  const both = rows.flatMap(({ kind, titles }) =>
    titles.filter((title) => forms[kind].has(title.replaceAll("_", " "))),
  );
  expect(both).toEqual([]);
});
