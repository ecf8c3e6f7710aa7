import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fencedBlocks } from "./fenced-blocks.ts";

const read = (path: string) => readFileSync(path, "utf8");

/** What the pages show is carried out here under other paths. */
const asShown = (text: string) =>
  text
    .replace("../../src/test-library/index.ts", "gbasic/testing")
    .replace("test/docs/orders.bas", "scripts/orders.bas");

test("the first example of the page is the test beside this one", () => {
  const shown = fencedBlocks().filter(({ place }) =>
    place.startsWith("docs/testing-typescript.md"),
  );
  const example = shown.find(({ tag }) => tag === "ts");
  expect(asShown(read("test/docs/typescript-example.test.ts"))).toBe(example?.text);
});

test("it tests the script of docs/testing.md", () => {
  const shown = fencedBlocks().find(({ place }) => place.startsWith("docs/testing.md"));
  expect(read("test/docs/orders.bas")).toBe(shown?.text);
});
