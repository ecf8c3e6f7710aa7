import { expect, test } from "vitest";
import { statementMessages } from "../../src/diagnostics/codes/statements.ts";
import { BasicError, locate } from "../../src/runtime/error.ts";
import { renderError } from "../../src/runtime/render-error.ts";
import { SourceFile } from "../../src/source/source-file.ts";

const file = new SourceFile(
  "a.bas",
  'GREET "ana"\nSUB GREET(WHO)\n  SEND MAIL WHO, "s", "b"\nEND SUB\n',
);
const at = (text: string) => {
  const start = file.text.indexOf(text);
  return { start, end: start + text.length };
};

test("shows message, place, hint and the calls that led there", () => {
  const error = new BasicError(statementMessages.invalidAddress("ana"));
  locate(error, file, at("SEND MAIL"));
  error.frames.push({ name: "GREET", file, span: at("GREET") });
  expect(renderError(error)).toBe(
    `a.bas:3:3 error GB3330: "ana" is no mail address
  3 |   SEND MAIL WHO, "s", "b"
    |   ^^^^^^^^^
  hint: write it as "ana@example.com" or "Ana <ana@example.com>"
  in GREET, from a.bas:1:1`,
  );
});

test("shows an error that has no place, and cuts a long row of calls", () => {
  const error = new BasicError(statementMessages.openAndSigned());
  for (let depth = 0; depth < 25; depth++) {
    error.frames.push({ name: `F${depth}`, file, span: at("GREET") });
  }
  const lines = renderError(error).split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "error GB2428: OPEN and SIGNED BY contradict each other",
    "  hint: keep OPEN to take requests from anybody, or SIGNED BY to check them",
    "  in F0, from a.bas:1:1",
  ]);
  expect(lines.at(-1)).toBe("  and 5 calls more");
  expect(lines).toHaveLength(2 + 20 + 1);
});
