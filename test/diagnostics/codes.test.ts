import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = "src/diagnostics/codes";

/** Every code with the tables that hold it; a code in prose is not in quotes. */
function codesInTables(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of readdirSync(FOLDER)) {
    const text = readFileSync(`${FOLDER}/${name}`, "utf8");
    for (const [, code = ""] of text.matchAll(/"(GB\d+)"/g)) {
      found.set(code, [...(found.get(code) ?? []), name]);
    }
  }
  return found;
}

test("each code stands for one message", () => {
  const codes = codesInTables();
  expect(codes.size).toBeGreaterThan(100);
  expect([...codes].filter(([, tables]) => tables.length > 1)).toEqual([]);
});

test("each code has four digits in a known range", () => {
  for (const code of codesInTables().keys()) expect(code).toMatch(/^GB[1-5]\d{3}$/);
});
