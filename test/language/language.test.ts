import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { output } from "../compile/run-script.ts";

/** A remark that begins with `'> ` says one line of what the script prints. */
const EXPECTED = /^'> ?(.*)$/gm;

test.each(globSync("test/language/*.bas").sort())("%s", async (path) => {
  const text = readFileSync(path, "utf8");
  const expected = [...text.matchAll(EXPECTED)].map(([, line]) => line);
  expect(expected, `${basename(path)} says what it prints`).not.toEqual([]);
  expect((await output(text)).split(/\||\n/)).toEqual(expected);
});

test("lines may end with a carriage return alone", async () => {
  const text = "PRINT 1  ' one\rLET X = 2\r\rIF X = 2 THEN\r  PRINT `a\rb`\rEND IF\r";
  expect((await output(text)).split("\n")).toEqual(["1|a", "b"]);
});
