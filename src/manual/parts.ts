import { explanationTitle, pageOf } from "../diagnostics/explanations/index.ts";
import { block, items, type PagePart, paragraph } from "../diagnostics/page-part.ts";
import type { ManualEntry, ManualExample } from "./entry.ts";

/**
 * Puts what the manual says of an entry into the order in which pages and `gbasic help` show it.
 * @param diagnostics where the pages of the diagnostics are, from the folder of the page
 */
export function entryParts(entry: ManualEntry, diagnostics: string): readonly PagePart[] {
  return [
    block("text", entry.forms.join("\n")),
    ...namesParts(entry),
    paragraph(entry.summary),
    ...slotParts(entry),
    ...(entry.gives === undefined ? [] : [paragraph(`It gives ${entry.gives}.`)]),
    ...objectParts(entry),
    ...errorParts(entry, diagnostics),
    ...exampleParts(entry.example),
  ];
}

function namesParts({ aliases, methods }: ManualEntry): PagePart[] {
  return [
    ...(aliases.length === 0 ? [] : [paragraph(`Also: ${aliases.map(code).join(", ")}.`)]),
    ...(methods.length === 0 ? [] : [paragraph(`As a method: ${methods.map(code).join(", ")}.`)]),
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}

function slotParts({ slots, forms }: ManualEntry): PagePart[] {
  const clauses = forms.some((form) => form.includes("{"));
  return [
    ...(slots.length === 0
      ? []
      : [items(slots.map(({ name, takes }) => ({ label: name, text: takes })))]),
    ...(clauses
      ? [
          paragraph(
            "What stands in { } may come in any order, with WITH, AND, a comma or nothing between.",
          ),
        ]
      : []),
  ];
}

function objectParts({ object }: ManualEntry): PagePart[] {
  if (object === undefined) return [];
  const list = object.members.map(({ name, holds }) => ({ label: name, text: holds }));
  return [paragraph(`${code(object.name)} has:`), items(list)];
}

function errorParts({ errors }: ManualEntry, diagnostics: string): PagePart[] {
  if (errors.length === 0) return [];
  const list = errors.map((each) => ({
    label: each,
    text: explanationTitle(each) ?? "",
    page: `${diagnostics}${pageOf(each) ?? ""}`,
  }));
  return [paragraph("Errors:"), items(list)];
}

function exampleParts({ script, file, request, output, isTest }: ManualExample): PagePart[] {
  if (isTest === true) {
    const introduced = "Example, which passes in a test of the script of the examples (`bot.bas`):";
    return [paragraph(introduced), block("basic", script)];
  }
  const before =
    file === undefined
      ? []
      : [paragraph(`The file ${code(file.path)}:`), block("basic", file.text)];
  const shown = output === "" ? [] : [block("output", output)];
  if (request === undefined) {
    const introduced = shown.length === 0 ? [] : [paragraph("Output:"), ...shown];
    return [...before, paragraph("Example:"), block("basic", script), ...introduced];
  }
  return [
    ...before,
    paragraph("Example:"),
    block("basic", script),
    paragraph("A request and its response:"),
    block("sh", `curl http://127.0.0.1:3000${request}`),
    ...shown,
  ];
}
