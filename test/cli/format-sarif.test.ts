import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { formatSarif } from "../../src/cli/format-sarif.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { folderWith, gbasic } from "./command.ts";

const message = z.strictObject({ text: z.string().min(1), markdown: z.string().min(1).optional() });
const level = z.enum(["none", "note", "warning", "error"]);
const region = z.strictObject({
  startLine: z.int().min(1),
  startColumn: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
});
const artifactLocation = z.strictObject({
  uri: z.string().regex(/^[^\s\\]+$/),
  uriBaseId: z.literal("%SRCROOT%").optional(),
});
const location = z.strictObject({
  physicalLocation: z.strictObject({ artifactLocation, region }),
  message: message.optional(),
});
const rule = z.strictObject({
  id: z.string().regex(/^GB\d{4}$/),
  shortDescription: message.optional(),
  fullDescription: message.optional(),
  helpUri: z.url().optional(),
  help: message.optional(),
  defaultConfiguration: z.strictObject({ level }).optional(),
});
const change = z.strictObject({
  artifactLocation,
  replacements: z
    .array(
      z.strictObject({
        deletedRegion: region,
        insertedContent: z.strictObject({ text: z.string() }),
      }),
    )
    .min(1),
});
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z.array(location).length(1),
  relatedLocations: z.array(location).optional(),
  fixes: z
    .array(z.strictObject({ description: message, artifactChanges: z.array(change).min(1) }))
    .optional(),
});
/** What SARIF 2.1.0 requires, with its names and forms for what gbasic writes beside it. */
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.literal("gbasic"),
            semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
            rules: z.array(rule),
          }),
        }),
        columnKind: z.literal("utf16CodeUnits"),
        results: z.array(result),
      }),
    )
    .length(1),
});

function read(text: string) {
  const [run] = sarif.parse(JSON.parse(text)).runs;
  if (run === undefined) throw new Error("there is no run");
  return { rules: run.tool.driver.rules, results: run.results };
}

test("a report names each finding once, with its rule and the page of the rule", async () => {
  const folder = await folderWith({
    "my bots/a.bas": 'PRINT 1\nSUB x()\nEND SUB\nSUB x()\nEND SUB\nPRINT "\\d"\n',
  });
  const { code, stdout } = await gbasic(["check", "my bots", "--format", "sarif"], folder);
  expect(code).toBe(1);
  const { rules, results } = read(stdout);
  expect(rules.map(({ id }) => id)).toEqual(["GB1011", "GB2102"]);
  expect(results.map((found) => [found.ruleId, found.ruleIndex, found.level])).toEqual([
    ["GB2102", 1, "error"],
    ["GB1011", 0, "note"],
  ]);
  const [duplicate, escape] = results;
  const artifact = { uri: "my%20bots/a.bas", uriBaseId: "%SRCROOT%" };
  const at = (startLine: number, startColumn: number, endColumn: number) => ({
    artifactLocation: artifact,
    region: { startLine, startColumn, endLine: startLine, endColumn },
  });
  expect(duplicate?.locations).toEqual([{ physicalLocation: at(4, 5, 6) }]);
  expect(duplicate?.relatedLocations).toEqual([
    { physicalLocation: at(2, 5, 6), message: { text: "x is already here" } },
  ]);
  expect(escape?.fixes).toEqual([
    {
      description: { text: "doubles the backslash" },
      artifactChanges: [
        {
          artifactLocation: artifact,
          replacements: [{ deletedRegion: at(6, 8, 8).region, insertedContent: { text: "\\" } }],
        },
      ],
    },
  ]);
});

test("rules carry their page", async () => {
  const folder = await folderWith({ "a.bas": "PRINT 1\nSUB x()\nEND SUB\n" });
  const { code, stdout } = await gbasic(["check", "a.bas", "--format", "sarif"], folder);
  expect(code).toBe(0);
  const [rule] = read(stdout).rules;
  expect(rule).toMatchObject({
    id: "GB2501",
    shortDescription: { text: "A SUB or FUNCTION that is never used" },
    defaultConfiguration: { level: "warning" },
  });
  expect(rule?.helpUri).toMatch(/\/docs\/reference\/diagnostics\/lints\.md#gb2501$/);
  expect(rule?.help?.markdown).toContain("```basic\n");
});

test("without findings the report is empty", async () => {
  const folder = await folderWith({ "a.bas": "PRINT 1\n" });
  const { code, stdout } = await gbasic(["check", "a.bas", "--format", "sarif"], folder);
  expect({ code, ...read(stdout) }).toEqual({ code: 0, rules: [], results: [] });
});

test("a file outside the working folder is named in full", () => {
  const file = new SourceFile("../other/a.bas", "x");
  const found: Diagnostic = {
    code: "GB2501",
    severity: "warning",
    message: "wrong",
    file,
    span: { start: 0, end: 1 },
  };
  const { results } = read(formatSarif([found], resolve("/project/here")));
  expect(results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({
    uri: pathToFileURL(resolve("/project/other/a.bas")).href,
  });
});
