import { describe, expect, test } from "vitest";
import { renderDiagnostic, renderExcerpt } from "../../src/diagnostics/render.ts";
import { SourceFile } from "../../src/source/source-file.ts";

const file = new SourceFile("a.bas", "PRINT 1\r\n\tSEND MIAL x\nlast");

describe("positions", () => {
  test.each([
    [0, 1, 1],
    [7, 1, 8],
    [9, 2, 1],
    [15, 2, 7],
    [22, 3, 1],
    [1000, 3, 5],
    [-1, 1, 1],
  ])("offset %i is %i:%i", (offset, line, column) => {
    expect(file.position(offset)).toEqual({ line, column });
  });

  test("a line has no line end", () => {
    expect([file.line(1), file.line(2), file.line(3), file.line(4)]).toEqual([
      "PRINT 1",
      "\tSEND MIAL x",
      "last",
      "",
    ]);
  });
});

test("the marks stand under the words, whatever a tab's width is", () => {
  expect(renderExcerpt(file, { start: 15, end: 19 })).toBe(
    "  2 | \tSEND MIAL x\n    | \t     ^^^^",
  );
});

test("a span over several lines is marked to the end of its first", () => {
  expect(renderExcerpt(file, { start: 15, end: 26 })).toBe(
    "  2 | \tSEND MIAL x\n    | \t     ^^^^^^",
  );
});

test("a diagnostic shows place, message, line, hint and the other place", () => {
  const text = renderDiagnostic({
    code: "GB9999",
    severity: "error",
    message: "no such mail",
    hint: "did you mean MAIL?",
    file,
    span: { start: 15, end: 19 },
    related: [{ file, span: { start: 0, end: 5 }, message: "as here" }],
  });
  expect(text.split("\n")).toEqual([
    "a.bas:2:7 error GB9999: no such mail",
    "  2 | \tSEND MIAL x",
    "    | \t     ^^^^",
    "  hint: did you mean MAIL?",
    "  a.bas:1:1: as here",
    "  1 | PRINT 1",
    "    | ^^^^^",
  ]);
});
