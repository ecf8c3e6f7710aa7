import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { gbasic } from "./cli/command.ts";

const EXAMPLES = resolve(import.meta.dirname, "../examples");
const FOLDERS = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

beforeAll(() => import("../src/cli/test.ts"), 60_000);

test("there are enough to begin with", () => {
  expect(FOLDERS.length).toBeGreaterThanOrEqual(8);
});

describe.each(FOLDERS)("the example %s", (name) => {
  const folder = join(EXAMPLES, name);

  test("has a page and tests", () => {
    for (const file of ["README.md", `${name}.bas`, `${name}.test.bas`]) {
      expect({ file, exists: existsSync(join(folder, file)) }).toEqual({ file, exists: true });
    }
  });

  test("has nothing that gbasic check tells of", async () => {
    const { code, stdout } = await gbasic(["check", "."], folder);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "2 files, 0 errors, 0 warnings\n" });
  });

  test("passes its tests", async () => {
    const { code, stdout } = await gbasic(["test", "."], folder);
    expect({ code, stdout: code === 0 ? "" : stdout }).toEqual({ code: 0, stdout: "" });
  });
});
