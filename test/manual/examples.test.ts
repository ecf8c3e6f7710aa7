import { expect, test } from "vitest";
import { functionManual, statementManual, structureEntries } from "../../src/manual/areas.ts";
import { clauseEntries } from "../../src/manual/clauses.ts";
import type { ManualEntry, ManualExample } from "../../src/manual/entry.ts";
import { testManual } from "../../src/manual/test-areas.ts";
import { TESTED_SCRIPT } from "../../src/manual/tested-script.ts";
import { folderWith, gbasic } from "../cli/command.ts";
import { curl } from "../diagnostics/curl.ts";
import { serveExample } from "../diagnostics/serve-example.ts";

const phraseEntries = [
  ...structureEntries,
  ...clauseEntries,
  ...statementManual.flatMap(({ entries }) => entries),
];
const named = (entries: readonly ManualEntry[]) =>
  entries.map((entry) => [entry.title, entry.example] as const);

test.each(named(phraseEntries))("the example of %s shows what it says", async (_, example) => {
  const { file } = example;
  const beside = file === undefined ? {} : { [file.path]: file.text };
  const folder = await folderWith({ ...beside, "script.bas": example.script });
  const { stdout } = await gbasic(["check", "script.bas"], folder);
  expect(stdout).toMatch(/0 errors, 0 warnings/);
  expect(await outputOf(example, folder)).toBe(example.output);
});

test.each(functionManual.map(({ title, entries }) => [title, entries] as const))(
  "the examples of functions for %s print what their comments say",
  async (_, entries) => {
    const written = entries.map(({ example }) => example.script.split("  ' "));
    const folder = await folderWith({
      "script.bas": entries.map(({ example }) => example.script).join("\n"),
      "compared.bas": written
        .map(([print = "", value = ""]) => `PRINT (${print.replace("PRINT ", "")}) = (${value})`)
        .join("\n"),
    });
    const { stdout } = await gbasic(["check", "script.bas"], folder);
    expect(stdout).toMatch(/0 errors, 0 warnings/);
    expect(await gbasic(["run", "script.bas"], folder)).toMatchObject({ code: 0, stderr: "" });
    const compared = (await gbasic(["run", "compared.bas"], folder)).stdout.trim().split("\n");
    expect(compared.length).toBe(entries.length);
    const wrong = entries.filter((_entry, at) => compared[at] !== "true");
    expect(wrong.map(({ example }) => example.script)).toEqual([]);
  },
);

const testExamples = testManual
  .flatMap(({ entries }) => entries)
  .map(({ title, example }) => ({ title, example: example.script }));
/** A file of its own, rather than lines of a test. */
const isWhole = ({ example }: { readonly example: string }) => example.includes("END TEST");

async function runExample(tests: string): Promise<string> {
  const folder = await folderWith({ "bot.bas": TESTED_SCRIPT, "bot.test.bas": tests });
  const checked = await gbasic(["check", "."], folder);
  expect(checked.stdout).toContain("0 errors, 0 warnings");
  const { stdout } = await gbasic(["test", "."], folder);
  return stdout;
}

test("the examples of what stands in tests pass", async () => {
  const tests = testExamples
    .filter((one) => !isWhole(one))
    .map(({ title, example }) => `TEST "${title}"\n${example}\nEND TEST\n`);
  expect(await runExample(tests.join(""))).not.toContain("✗");
});

test.each(testExamples.filter(isWhole))("the example of $title passes", async ({ example }) => {
  expect(await runExample(`${example}\n`)).not.toMatch(/✗|failed/);
});

/** Both channels of `gbasic run`, in the order in which they are written, or the body for curl. */
async function outputOf({ request }: ManualExample, folder: string): Promise<string> {
  if (request !== undefined) {
    const { url, said } = await serveExample(folder);
    if (url === undefined) throw new Error(said());
    return curl(`${url}${request}`);
  }
  const { code, stdout, stderr } = await gbasic(["run", "script.bas"], folder);
  expect(code).toBe(0);
  return `${stdout}${stderr}`.trimEnd();
}
