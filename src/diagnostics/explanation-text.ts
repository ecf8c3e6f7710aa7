import type { Example, Explanation } from "./explanation.ts";
import { block, type PagePart, paragraph, partsMarkdown } from "./page-part.ts";

/** Puts an explanation into the order in which the manual and `gbasic help` show it. */
export function explanationParts({ means, example, mend }: Explanation): readonly PagePart[] {
  return [paragraph(means), ...exampleParts(example), paragraph(mend), ...mendedParts(example)];
}

/** Writes an explanation as Markdown, without its heading. */
export function explanationMarkdown(explanation: Explanation): string {
  return partsMarkdown(explanationParts(explanation));
}

function exampleParts(example: Example): PagePart[] {
  switch (example.kind) {
    case "check":
      return [
        paragraph("`gbasic check` finds it here:"),
        block("basic", example.shown ?? example.script),
      ];
    case "run":
      return [
        ...settingsParts(example.settings),
        paragraph("`gbasic run` ends with it here:"),
        block("basic", example.script),
      ];
    case "request":
      return [
        ...settingsParts(example.settings),
        paragraph("This handler"),
        block("basic", example.script),
        paragraph("and this request cause it:"),
        block("sh", `curl ${withServer(example.shown ?? example.request)}`),
      ];
    case "settings":
      return [
        ...settingsParts(example.settings === "" ? undefined : example.settings),
        paragraph("`gbasic serve` says it at its start."),
        ...scriptParts(example.script),
      ];
    case "command":
      return [
        paragraph("This command says it:"),
        block("sh", example.command),
        ...scriptParts(example.script),
      ];
    case "situation":
      return [paragraph(example.text)];
  }
}

/** A path in quotes keeps them around the whole address. */
function withServer(request: string): string {
  return request.replace(/^'?/, "$&http://127.0.0.1:3000");
}

function scriptParts(script: string | undefined): PagePart[] {
  return script === undefined ? [] : [paragraph("The script:"), block("basic", script)];
}

function settingsParts(settings: string | undefined): PagePart[] {
  return settings === undefined ? [] : [paragraph("With this in `.env`:"), block("env", settings)];
}

function mendedParts(example: Example): PagePart[] {
  const mended = "mended" in example ? example.mended : undefined;
  return mended === undefined ? [] : [block("basic", mended)];
}
