import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const PAGE = readFileSync("docs/testing.md", "utf8");
const README = readFileSync("README.md", "utf8");

function blockAfter(mark: string, page = PAGE): string {
  const from = page.indexOf(mark);
  const block = /```[^\n]*\n([^]*?)```/.exec(page.slice(from))?.[1];
  if (from === -1 || block === undefined) throw new Error(`no block after ${mark}`);
  return block;
}

test("the script, its tests and their report are as the page shows them", async () => {
  const script = blockAfter("This is `orders.bas`");
  const tests = blockAfter("And this is `orders.test.bas`");
  const folder = await folderWith({ "orders.bas": script, "orders.test.bas": tests });
  const { code, stdout, stderr } = await gbasic(["test"], folder);
  expect(stdout.replaceAll(/ \(\d+ ms\)/g, "")).toBe(blockAfter("`npx gbasic test` shows"));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect((await gbasic(["check", "."], folder)).stdout).toContain("0 errors, 0 warnings");
  expect((await gbasic(["fmt", "--check", "."], folder)).code).toBe(0);
});

test("the test in README.md passes on the script that is there", async () => {
  const folder = await folderWith({
    "scripts/hello.bas": blockAfter("Put this into `scripts/hello.bas`", README),
    "scripts/hello.test.bas": blockAfter("Put this into `scripts/hello.test.bas`", README),
  });
  const { code, stdout } = await gbasic(["test", "scripts"], folder);
  expect(stdout).toContain("1 passed");
  expect(code).toBe(0);
});
