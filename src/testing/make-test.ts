import type { SourceFile } from "../source/source-file.ts";
import type {
  Block,
  Declaration,
  Expression,
  Identifier,
  Phrase,
  Procedure,
  SlotValue,
  Statement,
} from "../syntax/ast.ts";
import type { PhraseEntry } from "../syntax/pattern.ts";
import { textIn } from "./define-expectation.ts";
import { onlyTest, onlyTestEach, skipTest, skipTestEach } from "./statements/test.ts";
import type { RowsPlan, TestPlan } from "./test-plan.ts";

/** A TEST as it is run. */
export interface MadeTest {
  readonly plan: TestPlan;
  readonly procedures: readonly Procedure[];
  /** False where the name is made of the rows. */
  readonly isNamed: boolean;
}

const MODES: ReadonlyMap<PhraseEntry, TestPlan["mode"]> = new Map([
  [skipTest, "skip"],
  [skipTestEach, "skip"],
  [onlyTest, "only"],
  [onlyTestEach, "only"],
]);

const LONGEST_ROWS = 40;

/** Makes a SUB of a TEST, and a FUNCTION of its rows. @param first what BEFORE EACH holds */
export function makeTest(
  file: SourceFile,
  { phrase, body, ...span }: Declaration,
  index: number,
  first: Block,
): MadeTest {
  const given = textIn(phrase, "name");
  const name = given ?? nameOfRows(file, phrase);
  const key = `TEST ${String(index + 1)}`;
  const rows = phrase.slots.get("rows");
  const row = phrase.slots.get("row");
  const head = { nameSpan: phrase, sigil: undefined, start: span.start, end: span.end };
  const procedure: Procedure = {
    ...head,
    kind: "sub",
    key,
    displayName: `TEST ${JSON.stringify(name)}`,
    parameters: row?.kind === "word" ? [parameterOf(row)] : [],
    body: [...first, ...body],
  };
  const { start, end } = phrase;
  const plan = { name, key, mode: MODES.get(phrase.entry) ?? "run", start, end } as const;
  const isNamed = given !== undefined;
  if (rows?.kind !== "expression") {
    return { plan: { ...plan, rows: undefined }, procedures: [procedure], isNamed };
  }
  const rowsPlan: RowsPlan = { key: `ROWS OF ${key}` };
  const giveRows: Procedure = {
    ...head,
    kind: "function",
    key: rowsPlan.key,
    displayName: rowsPlan.key,
    parameters: [],
    body: [returnOf(rows.value)],
  };
  return { plan: { ...plan, rows: rowsPlan }, procedures: [procedure, giveRows], isNamed };
}

/** `each WORD IN ["a", "b"]`, as the file has it. */
function nameOfRows({ text }: SourceFile, { slots }: Phrase): string {
  const row = slots.get("row");
  const rows = slots.get("rows");
  if (row === undefined || rows === undefined) return "each";
  const written = text.slice(rows.start, rows.end).replaceAll(/\s+/g, " ");
  const shown = written.length > LONGEST_ROWS ? `${written.slice(0, LONGEST_ROWS - 1)}…` : written;
  return `each ${text.slice(row.start, row.end)} IN ${shown}`;
}

function parameterOf({ word, start, end }: Extract<SlotValue, { kind: "word" }>) {
  const name: Identifier = { text: word, key: word.toUpperCase(), start, end };
  return { name, optional: false, start, end };
}

function returnOf(value: Expression): Statement {
  return { kind: "return", value, start: value.start, end: value.end };
}
