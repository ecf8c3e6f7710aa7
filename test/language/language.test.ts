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
