import { expect, test } from "vitest";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.ts";
import { codes, load, said } from "../diagnostics.ts";

const using = (header: string, call: string, body = "PRINT A, B") =>
  `${call}\n${header}\n${body}\nEND ${header.split(" ")[0] ?? ""}\n`;

test("a header whose first parameter has no sigil", () => {
  expect(said(using("SUB ADD UP A, B", "ADD UP 1, 2"))).toEqual([
    "GB1104 2:5 it is not clear where the name of this SUB ends; it is read as ADD UP with A, B (write SUB ADD UP(A, B))",
  ]);
});

test.each([
  ["SUB ADD A, B", "ADD 1, 2", "SUB ADD(A, B)"],
  ["SUB ADD A , B AS INTEGER", "ADD 1, 2", "SUB ADD(A , B AS INTEGER)"],
  ["SUB ADD A$ B", "ADD 1, 2", "SUB ADD(A$, B)"],
])("the fix keeps what %s means", (header, call, expected) => {
  const body = header.includes("A$") ? "PRINT A$, B" : "PRINT A, B";
  const text = using(header, call, body);
  const { diagnostics } = load(["test.bas", text]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["GB1104"]);
  const fixed = applyFixes(text, diagnostics).text;
  expect(fixed).toContain(`\n${expected}\n`);
  expect(codes(fixed)).toEqual([]);
});

test("a word of the name that is read like a parameter", () => {
  expect(said("SHOW ORDER ID\nSUB SHOW ORDER ID\nPRINT ID\nEND SUB")).toEqual([
    "GB1104 2:5 it is not clear where the name of this SUB ends; it is read as SHOW ORDER ID without parameters (write SUB SHOW ORDER(ID))",
  ]);
});

test("the one word with a sigil of a FUNCTION that does not read it", () => {
  const text = 'PRINT GET("x")\nFUNCTION GET NAME$\nRETURN "Ana"\nEND FUNCTION';
  expect(codes(text)).toEqual(["GB1104 2:10"]);
});

test.each([
  using("SUB ADD(A, B)", "ADD 1, 2"),
  using("SUB SEND HELP MENU", "SEND HELP MENU", "PRINT 1"),
  using("SUB GREET NAME$", 'GREET "a"', "PRINT NAME$"),
  using("SUB GREET NAME$, AGE", 'GREET "a", 1', "PRINT NAME$, AGE"),
  'PRINT GET TEXT "a", "b"\nFUNCTION GET TEXT$ KEY$, LANG$\nRETURN KEY$ + LANG$\nEND FUNCTION',
  "PRINT SHOUT(1)\nFUNCTION SHOUT TEXT$\nRETURN TEXT$\nEND FUNCTION",
])("a header that is clear: %s", (text) => {
  expect(codes(text)).toEqual([]);
});

test("two words of the name that are read like parameters are one mistake, at the header", () => {
  expect(said("ADD A B\nSUB ADD A B\nPRINT A + B, B\nEND SUB")).toEqual([
    "GB1104 2:5 it is not clear where the name of this SUB ends; it is read as ADD A B without parameters (write SUB ADD(A, B))",
  ]);
});

test.each([
  ["DOUBLE IT 4\nSUB DOUBLE IT N\nPRINT N * 2\nEND SUB", "2:5", "SUB DOUBLE IT(N)"],
  [
    "M = 3\nDOUBLE IT M\nDOUBLE IT(4)\nSUB DOUBLE IT N\nPRINT N\nEND SUB",
    "4:5",
    "SUB DOUBLE IT(N)",
  ],
  ["CALL DOUBLE IT(4)\nSUB DOUBLE IT N\nPRINT N\nEND SUB", "2:5", "SUB DOUBLE IT(N)"],
  [
    "PRINT TWICE OF 4\nFUNCTION TWICE OF N\nRETURN N * 2\nEND FUNCTION",
    "2:10",
    "FUNCTION TWICE OF(N)",
  ],
  ['GREET "Ana"\nSUB GREET NAME\nPRINT NAME\nEND SUB', "2:5", "SUB GREET(NAME)"],
  ["ADD 1, 2\nSUB ADD A B\nPRINT A + B\nEND SUB", "2:5", "SUB ADD(A, B)"],
])("a header whose calls give the end of its name as a value: %j", (text, place, meant) => {
  const all = said(`${text}\nPRINT AFTERWARDS`);
  expect(all).toHaveLength(2);
  expect(all[0]).toMatch(new RegExp(`^GB1153 ${place} `));
  expect(all[0]).toContain(`(write ${meant})`);
  expect(all[1]).toContain("AFTERWARDS is never set");
});
