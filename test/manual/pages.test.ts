import { globSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { partsMarkdown } from "../../src/diagnostics/page-part.ts";
import { functionManual, statementManual, structureEntries } from "../../src/manual/areas.ts";
import { clauseEntries } from "../../src/manual/clauses.ts";
import type { ManualArea, ManualEntry } from "../../src/manual/entry.ts";
import { notProvidedAreas } from "../../src/manual/not-provided.ts";
import { entryParts } from "../../src/manual/parts.ts";
import { testManual } from "../../src/manual/test-areas.ts";
import { TESTED_SCRIPT } from "../../src/manual/tested-script.ts";

const FOLDER = "docs/reference";
const DIAGNOSTICS = "../diagnostics/";

const statementEntries = statementManual.flatMap(({ entries }) => entries);
const clauseArea: ManualArea = { title: "first line of a webhook", entries: clauseEntries };
const structureArea: ManualArea = { title: "structure", entries: structureEntries };

/** Every page of the reference: its path below the folder, without `.md`, and what it says. */
const pages: readonly (readonly [path: string, text: string])[] = [
  ["README", contents()],
  ["statements/README", listOfPages("Statements", "src/statements", statementManual)],
  ["structure/README", listOfPages("The structure", "src/manual", [structureArea])],
  ["clauses/README", listOfPages("The first line of a webhook", "src/manual", [clauseArea])],
  ["functions/README", listOfFunctions()],
  ["tests/README", `${listOfPages("Tests", "src/testing", testManual)}\n\n${testedScript()}`],
  ["general-bots", notProvidedPage()],
  ...statementEntries.map((entry) => pageOf("statements", "src/statements", entry)),
  ...structureEntries.map((entry) => pageOf("structure", "src/manual", entry)),
  ...clauseEntries.map((entry) => pageOf("clauses", "src/manual", entry)),
  ...testManual
    .flatMap(({ entries }) => entries)
    .map((entry) => pageOf("tests", "src/testing", entry)),
  ...functionManual.map((area) => [`functions/${slug(area.title)}`, functionPage(area)] as const),
];

test.each(pages)(
  "docs/reference/%s.md is as the declarations say (vitest -u writes it)",
  async (path, text) => {
    const written = await format(text, {
      parser: "markdown",
      printWidth: 100,
      proseWrap: "always",
    });
    await expect(written).toMatchFileSnapshot(`../../${FOLDER}/${path}.md`);
  },
);

test("every page of the reference is written by a test, and by one only", () => {
  const written = globSync(`${FOLDER}/{,statements/,structure/,clauses/,functions/,tests/}*.md`);
  const paths = pages.map(([path]) => `${FOLDER}/${path}.md`);
  expect(new Set(paths).size).toBe(paths.length);
  expect(written.toSorted()).toEqual(paths.toSorted());
});

function contents(): string {
  return `# Reference

- [Structure](structure/README.md): the words that the language is built of, such as IF and SUB
- [Statements](statements/README.md): what scripts can do, such as SEND MAIL
- [Clauses](clauses/README.md): what stands on the first line of a webhook, such as SIGNED BY
- [Functions](functions/README.md): the library, such as LEFT$
- [Tests](tests/README.md): what tests of scripts are written in, such as EXPECT
- [General Bots](general-bots.md): statements that General Bots has and gbasic does not
- [Diagnostics](diagnostics/README.md): every message, what causes it and how to mend it

\`npx gbasic help NAME\` prints what is written here, \`npx gbasic help\` lists all names.

In the forms, \`<name>\` is a part that you fill, \`[ ]\` may be left out, and \`…\` stands for lines of
your own. A part that takes text turns any value into text, null into nothing; a part that takes a
number takes a text with a number too. All examples are run by the tests, and what they show is what
came out. Everywhere, the [limits of a run](../configuration.md) end what becomes too long.`;
}

function noteFor(source: string): string {
  return `This page is made from \`${source}\`; \`vitest -u\` writes it.`;
}

function pageOf(folder: string, source: string, entry: ManualEntry) {
  const text = [`# ${entry.title}`, noteFor(source), bodyOf(entry)].join("\n\n");
  return [`${folder}/${slug(entry.title)}`, text] as const;
}

function bodyOf(entry: ManualEntry): string {
  return partsMarkdown(entryParts(entry, DIAGNOSTICS));
}

function functionPage({ title, entries }: ManualArea): string {
  const sections = entries.map((entry) => `## ${entry.title}\n\n${bodyOf(entry)}`);
  return [`# ${heading(title)}`, noteFor("src/functions"), ...sections].join("\n\n");
}

function listOfPages(title: string, source: string, areas: readonly ManualArea[]): string {
  const tables = areas.flatMap((area) => [
    ...(areas.length === 1 ? [] : [`## ${heading(area.title)}`]),
    tableOf(area.entries, (entry) => `${slug(entry.title)}.md`),
  ]);
  return [`# ${title}`, noteFor(source), ...tables].join("\n\n");
}

function testedScript(): string {
  return ["## The script of the examples", "", "```basic", TESTED_SCRIPT.trimEnd(), "```"].join(
    "\n",
  );
}

function notProvidedPage(): string {
  const tables = notProvidedAreas.flatMap(({ title, rows }) => [
    `## ${title}`,
    [
      "| statements | what they do in General Bots | in gbasic |",
      "| --- | --- | --- |",
      ...rows.map(({ titles, does, instead, planned, here }) => {
        const advice = [
          ...(planned ? ["Planned."] : []),
          ...(instead === undefined ? [] : [`Write ${instead}.`]),
          here,
        ].join(" ");
        const cells = [titles.map((name) => `\`${name}\``).join(", "), does, advice];
        return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
      }),
    ].join("\n"),
  ]);
  return [
    "# Statements of General Bots that gbasic does not provide",
    noteFor("src/statements/known"),
    "A script may hold them: `gbasic check` warns of each once, and the rest of the script runs. Your own SUB of such a name wins. Statements with a blank in their names may be written with `_` too.",
    ...tables,
  ].join("\n\n");
}

function listOfFunctions(): string {
  const tables = functionManual.flatMap(({ title, entries }) => [
    `## ${heading(title)}`,
    tableOf(entries, (entry) => `${slug(title)}.md#${slug(entry.title)}`),
  ]);
  return ["# Functions", noteFor("src/functions"), ...tables].join("\n\n");
}

function tableOf(entries: readonly ManualEntry[], linkOf: (entry: ManualEntry) => string): string {
  const rows = entries.map((entry) => {
    const [first = "", ...others] = namesOf(entry);
    const names = [`[${first}](${linkOf(entry)})`, ...others].join(", ");
    return `| ${names} | ${firstSentence(entry.summary).replaceAll("|", "\\|")} |`;
  });
  return ["| name | what it does |", "| --- | --- |", ...rows].join("\n");
}

/** A function is found with and without its sigil, which need not be said for each. */
function namesOf({ title, names }: ManualEntry): readonly string[] {
  return [...new Set([title, ...names.filter((name) => name !== title.replace("$", ""))])];
}

function firstSentence(summary: string): string {
  return /^.*?[.](?= |$)/s.exec(summary)?.[0] ?? summary;
}

function heading(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** As GitHub names the anchor of a heading. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9_ -]/g, "")
    .replaceAll(" ", "-");
}
