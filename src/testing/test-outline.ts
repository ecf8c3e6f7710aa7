import { walkBlock } from "../check/walk.ts";
import { testLanguageMessages } from "../diagnostics/codes/test-language.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { Block, Declaration, Phrase, ScriptTree, Statement } from "../syntax/ast.ts";
import type { ProcedureHeader } from "../syntax/headers.ts";
import type { PhraseEntry } from "../syntax/pattern.ts";
import { actsItself } from "./acts-itself.ts";
import { answerFunctions } from "./answer-functions.ts";
import { textIn } from "./define-expectation.ts";
import type { TestLanguage } from "./language.ts";
import { type MadeTest, makeTest } from "./make-test.ts";
import {
  beforeEach,
  onlyTest,
  onlyTestEach,
  skipTest,
  skipTestEach,
  test,
  testEach,
} from "./statements/test.ts";
import { use } from "./statements/use.ts";
import type { TestPlan } from "./test-plan.ts";

/** What a file of tests says of itself. */
export interface TestOutline {
  readonly tests: readonly TestPlan[];
  /** What USE names, as it is written. */
  readonly uses: readonly UsedPath[];
  /** Where BEFORE EACH stands, whose lines belong to every test. */
  readonly before: readonly Span[];
}

/** A script that is tested, and where the test says so. */
export interface UsedPath {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

const TESTS: ReadonlySet<PhraseEntry> = new Set([
  test,
  skipTest,
  onlyTest,
  testEach,
  skipTestEach,
  onlyTestEach,
]);

/**
 * Makes SUBs of the tests of a file, so that each can be run by itself: what BEFORE EACH holds comes
 * first, the row of a TEST EACH is a parameter, and its rows are a FUNCTION. Reports what is wrong
 * with how the tests are written.
 * @param included the SUBs and FUNCTIONs that the file includes
 */
export function outlineTests(
  file: SourceFile,
  tree: ScriptTree,
  language: TestLanguage,
  report: Report,
  included: readonly ProcedureHeader[] = [],
): { readonly tree: ScriptTree; readonly outline: TestOutline } {
  const isTest = ({ phrase }: Declaration) => TESTS.has(phrase.entry);
  const isBefore = ({ phrase }: Declaration) => phrase.entry === beforeEach;
  reviewPhrases(tree, language, report);
  for (const one of tree.declarations) {
    if (isTest(one) || isBefore(one)) continue;
    report(testLanguageMessages.handlerInTests(one.phrase.entry.title), one.phrase);
  }
  const before = tree.declarations.filter(isBefore);
  const first = before.flatMap(({ body }) => body);
  const made = tree.declarations
    .filter(isTest)
    .map((found, index) => makeTest(file, found, index, first));
  const named = distinguished(file, made);
  reportRepeated(file, named, report);
  const taken = new Set([...tree.procedures, ...included].map(({ key }) => key));
  return {
    tree: {
      ...tree,
      procedures: [
        ...tree.procedures,
        ...made.flatMap(({ procedures }) => procedures),
        ...answerFunctions(language.answerNames, taken),
      ],
      declarations: [],
    },
    outline: { tests: named, uses: tree.body.flatMap(usedPath), before },
  };
}

/** Leaves the tests of a file out that another one includes; its SUBs and FUNCTIONs are what is wanted. */
export function withoutTests(tree: ScriptTree): ScriptTree {
  const declarations = tree.declarations.filter(
    ({ phrase }) => !TESTS.has(phrase.entry) && phrase.entry !== beforeEach,
  );
  return { ...tree, declarations };
}

/** Looks at every phrase of the file as it is written. */
function reviewPhrases(tree: ScriptTree, { reviews }: TestLanguage, report: Report): void {
  const bodies: readonly Block[] = [
    tree.body,
    ...[...tree.procedures, ...tree.declarations].map(({ body }) => body),
  ];
  const outside = new Set<Statement>(tree.body);
  const review = (phrase: Phrase) => {
    const found = reviews.get(phrase.entry)?.(phrase) ?? actsItself(phrase);
    if (found !== undefined) report(found, phrase);
  };
  for (const body of bodies) {
    walkBlock(body, {
      statement: (statement) => {
        if (statement.kind === "spawn") report(testingMessages.notInTests("SPAWN"), statement);
        if (statement.kind !== "phrase-statement") return;
        review(statement.phrase);
        const isInside = statement.phrase.entry === use && !outside.has(statement);
        if (!isInside) return;
        const path = textIn(statement.phrase, "path") ?? "";
        report(testLanguageMessages.useInside(path), statement);
      },
      expression: (expression) => {
        if (expression.kind === "phrase") review(expression.phrase);
      },
    });
  }
}

function usedPath(statement: Statement): readonly UsedPath[] {
  if (statement.kind !== "phrase-statement" || statement.phrase.entry !== use) return [];
  const path = textIn(statement.phrase, "path");
  const { start, end } = statement;
  return path === undefined ? [] : [{ path, start, end }];
}

/** Tests without a name of their own that would have the same one are told by their lines. */
function distinguished(file: SourceFile, made: readonly MadeTest[]): readonly TestPlan[] {
  const byName = Map.groupBy(made, ({ plan }) => plan.name);
  return made.map(({ plan, isNamed }) => {
    if (isNamed || byName.get(plan.name)?.length === 1) return plan;
    return { ...plan, name: `${plan.name} (line ${String(file.position(plan.start).line)})` };
  });
}

function reportRepeated(file: SourceFile, tests: readonly TestPlan[], report: Report): void {
  const lines = new Map<string, number>();
  for (const plan of tests) {
    const line = lines.get(plan.name);
    if (line !== undefined) report(testingMessages.sameName(plan.name, line), plan);
    lines.set(plan.name, line ?? file.position(plan.start).line);
  }
}
