import { expect, test } from "vitest";
import { formatDiagnostics } from "../../src/cli/format-diagnostics.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/source/source-file.ts";

const file = new SourceFile("scripts/a,b.bas", 'LET A = 1\nSEND MIAL TO "x"\n');
const misspelt: Diagnostic = {
  code: "GB2201",
  severity: "error",
  message: "no statement begins with SEND MIAL: 100%",
  hint: "did you mean SEND MAIL?",
  file,
  span: { start: 10, end: 19 },
};
const unused: Diagnostic = {
  code: "GB2301",
  severity: "warning",
  message: "A is never read",
  file,
  span: { start: 4, end: 5 },
};

test("text shows each finding with its line, then the counts", () => {
  expect(formatDiagnostics([misspelt, unused], 1, "text")).toBe(
    `scripts/a,b.bas:2:1 error GB2201: no statement begins with SEND MIAL: 100%
  2 | SEND MIAL TO "x"
    | ^^^^^^^^^
  hint: did you mean SEND MAIL?

scripts/a,b.bas:1:5 warning GB2301: A is never read
  1 | LET A = 1
    |     ^

1 file, 1 error, 1 warning
`,
  );
  expect(formatDiagnostics([], 2, "text")).toBe("2 files, 0 errors, 0 warnings\n");
});

test("json is one array with exactly the fields of the contract", () => {
  expect(JSON.parse(formatDiagnostics([misspelt, unused], 1, "json"))).toEqual([
    {
      code: "GB2201",
      severity: "error",
      file: "scripts/a,b.bas",
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 10,
      message: "no statement begins with SEND MIAL: 100%",
      hint: "did you mean SEND MAIL?",
    },
    {
      code: "GB2301",
      severity: "warning",
      file: "scripts/a,b.bas",
      line: 1,
      column: 5,
      endLine: 1,
      endColumn: 6,
      message: "A is never read",
    },
  ]);
  expect(formatDiagnostics([], 1, "json")).toBe("[]\n");
});

test("github marks lines, with its own characters escaped", () => {
  expect(formatDiagnostics([misspelt, unused], 1, "github")).toBe(
    `::error file=scripts/a%2Cb.bas,line=2,col=1,endLine=2,endColumn=10,title=GB2201::no statement begins with SEND MIAL: 100%25%0Ahint: did you mean SEND MAIL?
::warning file=scripts/a%2Cb.bas,line=1,col=5,endLine=1,endColumn=6,title=GB2301::A is never read
`,
  );
  expect(formatDiagnostics([], 1, "github")).toBe("");
});
