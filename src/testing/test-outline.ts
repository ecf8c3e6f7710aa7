import type { RowsPlan, TestPlan } from "./test-plan.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type {
  Block,
  Declaration,
  Expression,
  Identifier,
  Procedure,
  ScriptTree,
  SlotValue,
  Statement,
} from "../syntax/ast.ts";
import type { PhraseEntry } from "../syntax/pattern.ts";
import { beforeEach, onlyTest, skipTest, test, testEach } from "./statements/test.ts";
import { use } from "./statements/use.ts";

/** What a file of tests says of itself. */
export interface TestOutline {
  readonly tests: readonly TestPlan[];
  /** What USE names, as it is written. */
  readonly uses: readonly UsedPath[];
}

/** A script that is tested, and where the test says so. */
export interface UsedPath {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

const TESTS: ReadonlySet<PhraseEntry> = new Set([test, skipTest, onlyTest, testEach]);

/**
 * Makes SUBs of the tests of a file, so that each can be run by itself: what BEFORE EACH holds comes
 * first, the row of a TEST EACH is a parameter, and its rows are a FUNCTION.
 */
export function outlineTests(
  file: SourceFile,
  tree: ScriptTree,
  report: Report,
): { readonly tree: ScriptTree; readonly outline: TestOutline } {
  const isTest = ({ phrase }: Declaration) => TESTS.has(phrase.entry);
  const first = tree.declarations
    .filter(({ phrase }) => phrase.entry === beforeEach)
    .flatMap(({ body }) => body);
  const made = tree.declarations
    .filter(isTest)
    .map((found, index) => makeTest(found, index, first));
  reportRepeated(file, made, report);
  return {
    tree: {
      ...tree,
      procedures: [...tree.procedures, ...made.flatMap(({ procedures }) => procedures)],
      declarations: tree.declarations.filter(
        (one) => !isTest(one) && one.phrase.entry !== beforeEach,
      ),
    },
    outline: { tests: made.map(({ plan }) => plan), uses: tree.body.flatMap(usedPath) },
  };
}

interface MadeTest {
  readonly plan: TestPlan;
  readonly procedures: readonly Procedure[];
}

function makeTest({ phrase, body, ...span }: Declaration, index: number, first: Block): MadeTest {
  const name = textOf(phrase.slots.get("name")) ?? "each";
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
  const mode = phrase.entry === skipTest ? "skip" : phrase.entry === onlyTest ? "only" : "run";
  const { start, end } = phrase;
  if (rows?.kind !== "expression") {
    return { plan: { name, key, mode, rows: undefined, start, end }, procedures: [procedure] };
  }
  const plan: RowsPlan = { key: `ROWS OF ${key}` };
  const giveRows: Procedure = {
    ...head,
    kind: "function",
    key: plan.key,
    displayName: plan.key,
    parameters: [],
    body: [returnOf(rows.value)],
  };
  return { plan: { name, key, mode, rows: plan, start, end }, procedures: [procedure, giveRows] };
}

function parameterOf({ word, start, end }: Extract<SlotValue, { kind: "word" }>) {
  const name: Identifier = { text: word, key: word.toUpperCase(), start, end };
  return { name, optional: false, start, end };
}

function returnOf(value: Expression): Statement {
  return { kind: "return", value, start: value.start, end: value.end };
}

function textOf(slot: SlotValue | undefined): string | undefined {
  if (slot?.kind !== "expression" || slot.value.kind !== "literal") return undefined;
  return String(slot.value.value);
}

function usedPath(statement: Statement): readonly UsedPath[] {
  if (statement.kind !== "phrase-statement" || statement.phrase.entry !== use) return [];
  const path = textOf(statement.phrase.slots.get("path"));
  const { start, end } = statement;
  return path === undefined ? [] : [{ path, start, end }];
}

function reportRepeated(file: SourceFile, made: readonly MadeTest[], report: Report): void {
  const lines = new Map<string, number>();
  for (const { plan } of made) {
    const line = lines.get(plan.name);
    if (line !== undefined && plan.rows === undefined) {
      report(testingMessages.sameName(plan.name, line), plan);
    }
    lines.set(plan.name, line ?? file.position(plan.start).line);
  }
}
