import { expect, test } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-fixes.ts";
import type { Diagnostic, Edit } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/source/source-file.ts";

const TEXT = "one two\tthree\r\nfour";
const file = new SourceFile("a.bas", TEXT);

function finding(...edits: (readonly [start: number, end: number, text: string])[]): Diagnostic {
  const made = edits.map(([start, end, text]): Edit => ({ span: { start, end }, text }));
  return {
    code: "GB2590",
    severity: "warning",
    message: "wrong",
    file,
    span: { start: 0, end: 1 },
    fix: { title: "mends it", edits: made },
  };
}

test("fixes are made wherever they stand, and the rest stays", () => {
  const last = finding([15, 19, "FOUR"]);
  const first = finding([0, 3, ""], [8, 8, "<"]);
  expect(applyFixes(TEXT, [last, first])).toEqual({
    text: " two\t<three\r\nFOUR",
    fixed: [last, first],
  });
});

test.each([
  ["overlaps", [2, 5, "x"]],
  ["is inside", [1, 2, "x"]],
  ["follows directly", [3, 4, "x"]],
] as const)("a fix that %s waits for the next round", (_, edit) => {
  const first = finding([0, 3, "ONE"]);
  expect(applyFixes(TEXT, [first, finding(edit, [15, 19, ""])])).toEqual({
    text: "ONE two\tthree\r\nfour",
    fixed: [first],
  });
});

test("without fixes nothing changes", () => {
  expect(applyFixes(TEXT, [finding()])).toEqual({ text: TEXT, fixed: [] });
  expect(applyFixes(TEXT, [])).toEqual({ text: TEXT, fixed: [] });
});
