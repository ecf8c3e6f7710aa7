import { z } from "zod";
import { folderWith, gbasic } from "../cli/command.ts";

const failure = z.object({
  code: z.string(),
  message: z.string(),
  file: z.string().optional(),
  line: z.number().optional(),
  found: z.string().optional(),
  hint: z.string().optional(),
  expected: z.string().optional(),
  actual: z.string().optional(),
});
const report = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  tests: z.array(
    z.object({ name: z.string(), state: z.string(), line: z.number(), failures: z.array(failure) }),
  ),
  findings: z.array(failure),
  warnings: z.array(failure),
});

/** What came of one file of tests. */
export type Report = z.infer<typeof report>;

/**
 * Runs a file of tests of a script, and gives the report for programs.
 * @param others files beside them, by their names
 */
export async function runTests(
  script: string,
  tests: string,
  others: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const folder = await folderWith({ ...others, "bot.bas": script, "bot.test.bas": tests });
  const { stdout } = await gbasic(["test", "--reporter", "json"], folder);
  return report.parse(JSON.parse(stdout));
}

/** Runs bodies as a test each, all in one file, with others beside it. @returns the codes that each failed with, by the bodies */
export async function outcomes(
  script: string,
  bodies: readonly string[],
  others: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, readonly string[]>> {
  const tests = bodies.map((body, at) => `TEST "${String(at)}"\n${body}\nEND TEST\n`);
  const { tests: results, findings } = await runTests(script, tests.join(""), others);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return new Map(
    bodies.map((body, at) => [body, results[at]?.failures.map(({ code }) => code) ?? ["none"]]),
  );
}
