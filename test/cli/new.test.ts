import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readConfiguration } from "../../src/host/configuration.ts";
import { findVariable } from "../../src/host/configuration/variables.ts";
import { folderWith, gbasic } from "./command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const read = (folder: string, path: string) => readFile(join(folder, path), "utf8");

test("makes a project whose tests pass, with a script for each channel", async () => {
  const folder = await folderWith({});
  const { code, stdout, stderr } = await gbasic(["new", "my-bot"], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("cd my-bot\n  npm install\n  npm test");
  for (const channel of ["whatsapp", "voice", "sms", "contact"]) {
    expect(stdout).toContain(`scripts/${channel}.bas`);
  }
  const project = join(folder, "my-bot");
  const tests = await gbasic(["test"], project);
  expect(tests.stdout).toMatch(/\n\d\d passed \(/);
  expect(tests.code).toBe(0);
  const checked = await gbasic(["check", "."], project);
  expect(checked.stdout).toBe("8 files, 0 errors, 0 warnings\n");
  expect((await gbasic(["fmt", "--check", "."], project)).code).toBe(0);
});

test("its tests run every line, so that each is an example of what to test", async () => {
  const folder = await folderWith({});
  await gbasic(["new", "my-bot"], folder);
  const { stdout, code } = await gbasic(
    ["test", "--coverage-lines", "100", "--coverage-branches", "90"],
    join(folder, "my-bot"),
  );
  expect(stdout).toContain("all");
  expect(code).toBe(0);
});

test("the files around the scripts are as others expect them", async () => {
  const folder = await folderWith({});
  await gbasic(["new", "my-bot"], folder);
  const project = join(folder, "my-bot");
  expect((await readdir(project)).toSorted()).toEqual(
    [".env.example", ".github", ".gitignore", "README.md", "package.json", "scripts"].toSorted(),
  );
  const made = z
    .object({
      name: z.string(),
      scripts: z.record(z.string(), z.string()),
      dependencies: z.object({ gbasic: z.string() }),
    })
    .parse(JSON.parse(await read(project, "package.json")));
  expect(made.name).toBe("my-bot");
  expect(made.dependencies.gbasic).toBe(`file:${process.cwd()}`);
  expect(made.scripts["test"]).toBe("gbasic test scripts");
  expect(await read(project, ".gitignore")).toContain(".env\n");
  expect(await read(project, ".github/workflows/test.yml")).toContain("npm test");
  expect(await read(project, "README.md")).toMatch(/^# my-bot\n/);
});

test("every variable of .env.example is one that gbasic reads, and none is set", async () => {
  const folder = await folderWith({});
  await gbasic(["new", "my-bot"], folder);
  const lines = (await read(folder, "my-bot/.env.example")).split("\n");
  const names = lines.flatMap((line) => /^([A-Z_]+)=$/.exec(line)?.[1] ?? []);
  expect(names).toHaveLength(lines.filter((line) => /^[^#]/.test(line)).length);
  expect(names.length).toBeGreaterThan(10);
  const manual = readConfiguration(new Map(names.map((name) => [name, ""] as const)));
  expect(manual.messages).toEqual([]);
  expect(names.filter((name) => findVariable(name) === undefined)).toEqual([]);
});

test("--here makes it in the folder that one is in, unless a file is in the way", async () => {
  const folder = await folderWith({ LICENSE: "mine" });
  const made = await gbasic(["new", "bot", "--here"], folder);
  expect(made.code).toBe(0);
  expect(made.stdout).not.toContain("cd ");
  expect(await read(folder, "README.md")).toContain("# bot");
  expect(await read(folder, "LICENSE")).toBe("mine");
  await writeFile(join(folder, "README.md"), "changed");
  const again = await gbasic(["new", "--here"], folder);
  expect(again.code).toBe(2);
  expect(again.stderr).toMatch(/GB5454: the folder already has .*README\.md/);
  expect(await read(folder, "README.md")).toBe("changed");
});

test("what cannot work is told, and nothing is written", async () => {
  const folder = await folderWith({ "full/a.txt": "a", file: "a" });
  const refused = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await gbasic(["new", ...args], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    return stderr;
  };
  expect(await refused()).toContain("GB5451");
  expect(await refused("full")).toContain("GB5452: the folder full is there already");
  expect(await refused("file")).toContain("GB5453");
  expect(await refused("Meu Robô")).toContain("npx gbasic new meu-robo");
  expect(await refused("../out")).toContain("npx gbasic new out");
  expect(await refused(".")).toContain("begins with a letter or digit");
  expect(await refused("gbasic")).toContain("GB5450");
  expect(await refused("")).toContain("GB5450");
  const inFile = await gbasic(["new", "bot"], join(folder, "file"));
  expect(inFile.stderr).toMatch(/GB5455: bot cannot be written: ENOTDIR/);
  expect((await readdir(folder)).toSorted()).toEqual(["file", "full"]);
});

test("an empty folder of that name is taken", async () => {
  const folder = await folderWith({});
  await gbasic(["new", "bot"], folder);
  expect((await gbasic(["new", "bot"], folder)).stderr).toContain("GB5452");
});
