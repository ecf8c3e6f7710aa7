import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findExplanation } from "../../src/diagnostics/explanations/index.ts";
import type { FunctionEntry } from "../../src/functions/define.ts";
import { functions } from "../../src/functions/index.ts";
import { functionManual, statementManual, structureEntries } from "../../src/manual/areas.ts";
import { clauseEntries } from "../../src/manual/clauses.ts";
import { functionEntry } from "../../src/manual/function-entry.ts";
import { testManual } from "../../src/manual/test-areas.ts";
import { BasicError } from "../../src/runtime/error.ts";
import { objectFrom } from "../../src/runtime/value/member.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import { call } from "../functions/evaluate.ts";

/** Any text and any list can become too long, which the pages do not repeat. */
const LIMITS = ["GB3090", "GB3091"];
const MOST_ARGUMENTS = 3;

/** A message of a table of codes: its name and its code. */
const MESSAGE = /^ {2}(\w+): \([^]*?\) =>[^"]*"(GB\d{4})"/gm;

/** Arguments that something is wrong with, for one function or another. */
function oddValues(): Value[] {
  return [
    ...[null, true, -1, 0, 2.5, 1e300, "", "abc", "2026-12-31", "year", "[1", "%zz", "md4"],
    ...["hello [xx]", [3, "a", null], objectFrom([["a", 1]])],
  ];
}

function* argumentLists(entry: FunctionEntry): Generator<Value[]> {
  const required = entry.parameters.filter(({ mode }) => mode === "required").length;
  let lists: Value[][] = [[]];
  for (let length = 0; length <= Math.min(entry.parameters.length, MOST_ARGUMENTS); length++) {
    if (length > 0) lists = lists.flatMap((list) => oddValues().map((value) => [...list, value]));
    if (length >= required) yield* lists;
  }
}

test.each(functions.map((entry) => [entry.displayName, entry] as const))(
  "%s raises no error but those of its page",
  (_, entry) => {
    const codes = new Set<string>();
    for (const args of argumentLists(entry)) {
      try {
        call(entry, args);
      } catch (error) {
        if (!(error instanceof BasicError)) throw error;
        codes.add(error.detail.code);
      }
    }
    const { errors } = functionEntry(entry);
    const unnamed = [...codes].filter((code) => ![...LIMITS, ...errors].includes(code));
    expect(unnamed, "name them in `raises`").toEqual([]);
  },
);

const entries = [...statementManual, ...functionManual, ...testManual].flatMap(
  (area) => area.entries,
);
const named = [...structureEntries, ...clauseEntries, ...entries].flatMap(({ errors }) => errors);

test("the pages name errors that there are", () => {
  expect(named.filter((code) => findExplanation(code) === undefined)).toEqual([]);
});

test("every error that a statement or a function raises itself is named by a page", () => {
  const codeOf = new Map<string, string>();
  for (const path of globSync("src/diagnostics/codes/*.ts")) {
    const text = readFileSync(path, "utf8");
    for (const [, name = "", code = ""] of text.matchAll(MESSAGE)) codeOf.set(name, code);
  }
  const raised = globSync("src/{statements,functions,testing/statements}/**/*.ts").flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/Messages\.(\w+)\(/g)].map(([, name = ""]) => name),
  );
  expect(raised.length).toBeGreaterThan(0);
  const unnamed = raised.filter((name) => !named.some((code) => code === codeOf.get(name)));
  expect(unnamed, "name them in `raises`").toEqual([]);
});
