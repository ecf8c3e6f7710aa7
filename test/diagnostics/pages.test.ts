import { globSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { explanationMarkdown } from "../../src/diagnostics/explanation-text.ts";
import type { Explanation } from "../../src/diagnostics/explanation.ts";
import {
  type ExplanationArea,
  explanationAreas,
  pageOf,
} from "../../src/diagnostics/explanations/index.ts";
import { gbasic } from "../cli/command.ts";

const FOLDER = "docs/reference/diagnostics";
const NOTE = "This page is made from `src/diagnostics/explanations`; `vitest -u` writes it.";

test.each(explanationAreas.map((area) => [area.name, area] as const))(
  "docs/reference/diagnostics/%s.md is as the explanations say (vitest -u writes it)",
  async (name, area) => {
    await expect(await markdown(pageOfArea(area))).toMatchFileSnapshot(
      `../../${FOLDER}/${name}.md`,
    );
  },
);

test("docs/reference/diagnostics/README.md lists every code (vitest -u writes it)", async () => {
  await expect(await markdown(listOfCodes())).toMatchFileSnapshot(`../../${FOLDER}/README.md`);
  const pages = ["README", ...explanationAreas.map(({ name }) => name)];
  const written = globSync(`${FOLDER}/*.md`).map((path) => path.slice(FOLDER.length + 1, -3));
  expect(written.toSorted()).toEqual(pages.toSorted());
});

test("gbasic help tells the same as the page", async () => {
  for (const { explanations } of explanationAreas) {
    for (const [code, { title, means, mend }] of Object.entries(explanations)) {
      const { code: exitCode, stdout } = await gbasic(["help", code.toLowerCase()], ".");
      expect(exitCode).toBe(0);
      expect(stdout.startsWith(`${code}: ${title} (`)).toBe(true);
      const flowing = stdout.replace(/\s+/g, " ");
      for (const text of [means, mend]) expect(flowing).toContain(text.replace(/\s+/g, " "));
    }
  }
});

function markdown(text: string): Promise<string> {
  return format(text, { parser: "markdown", printWidth: 100, proseWrap: "always" });
}

function pageOfArea({ title, explanations }: ExplanationArea): string {
  const sections = Object.entries(explanations).map(sectionOf);
  return [`# ${title}`, NOTE, ...sections].join("\n\n");
}

function sectionOf([code, explanation]: readonly [string, Explanation]): string {
  const { title, severity = "error" } = explanation;
  return `## ${code}\n\n**${title}** (${severity})\n\n${explanationMarkdown(explanation)}`;
}

function listOfCodes(): string {
  const rows = explanationAreas.flatMap(({ explanations }) =>
    Object.entries(explanations).map(
      ([code, { title, severity = "error" }]) =>
        `| [${code}](${pageOf(code) ?? ""}) | ${severity} | ${title} |`,
    ),
  );
  return `# Diagnostics

Every message of gbasic has a code. \`npx gbasic help GB2101\` prints what is written here. An error
keeps a script from running, a warning and an info do not. GB1 is about how something is written, GB2
about names, calls and what is most likely not meant, GB3 about what happens while running, GB4 about
the server and the channels, GB5 about settings.

${NOTE}

| code | severity | what it is about |
| --- | --- | --- |
${rows.toSorted().join("\n")}`;
}
