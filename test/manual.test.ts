import { format } from "prettier";
import { expect, test } from "vitest";
import { type Variable, VARIABLES } from "../src/host/configuration/variables.ts";

const AREAS: Readonly<Record<Variable["area"], string>> = {
  server: "Server",
  whatsapp: "WhatsApp",
  providers: "Services that pass WhatsApp on",
  twilio: "Twilio",
  mail: "Mail",
  model: "Language model",
  http: "Calls over HTTP",
  limits: "Limits of a run",
};

test("docs/configuration.md lists every variable as gbasic reads it (vitest -u writes it)", async () => {
  const manual = await format(configurationPage(), { parser: "markdown", printWidth: 100 });
  await expect(manual).toMatchFileSnapshot("../docs/configuration.md");
});

function configurationPage(): string {
  return `# Configuration

gbasic reads its settings from the environment and from the file \`.env\` in the folder where it is
started; the environment wins. A setting that is wrong, or a name of gbasic's own that is misspelt,
is told at the start. Lines of \`.env\` look like \`PORT=8080\`.

${Object.entries(AREAS)
  .map(([area, title]) => areaTable(title, area))
  .join("\n\n")}
`;
}

function areaTable(title: string, area: string): string {
  const rows = VARIABLES.filter((variable) => variable.area === area).map(variableRow);
  const head = ["| variable | for | if not set | example |", "| --- | --- | --- | --- |"];
  return [`## ${title}`, "", ...head, ...rows].join("\n");
}

function variableRow({ name, alsoAccepted = [], description, ...rest }: Variable): string {
  const names = [name, ...alsoAccepted].map(code).join(", or ");
  const secret = rest.secret === true ? " (secret)" : "";
  const standard = rest.standard === undefined ? "" : code(rest.standard);
  return `| ${[names, description + secret, standard, code(rest.example)].join(" | ")} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}
