import { isAbsolute, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import packageJson from "../../package.json" with { type: "json" };
import type { Diagnostic, Edit, Severity } from "../diagnostics/diagnostic.ts";
import { explanationMarkdown } from "../diagnostics/explanation-text.ts";
import { findExplanation, pageOf } from "../diagnostics/explanations/index.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/**
 * Writes diagnostics in the Static Analysis Results Interchange Format, version 2.1.0.
 * @param folder the working folder, absolute: files below it are named from there
 */
export function formatSarif(diagnostics: readonly Diagnostic[], folder: string): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const { name, version } = packageJson;
  const driver = { name, semanticVersion: version, rules: codes.map(ruleOf) };
  const run = {
    tool: { driver },
    // Columns count as in JavaScript, which SARIF has to be told.
    columnKind: "utf16CodeUnits",
    results: diagnostics.map((found) => resultOf(found, codes, folder)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

function ruleOf(code: string) {
  const explanation = findExplanation(code);
  if (explanation === undefined) return { id: code };
  const markdown = explanationMarkdown(explanation);
  return {
    id: code,
    shortDescription: { text: explanation.title },
    fullDescription: { text: explanation.means },
    // The manual as it comes with the package of this version.
    helpUri: `https://unpkg.com/${packageJson.name}@${packageJson.version}/docs/reference/diagnostics/${pageOf(code) ?? ""}`,
    help: { text: markdown, markdown },
    defaultConfiguration: { level: LEVELS[explanation.severity ?? "error"] },
  };
}

function resultOf(found: Diagnostic, codes: readonly string[], folder: string) {
  const { code, severity, message, hint, file, span, related = [], fix } = found;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: hint === undefined ? message : `${message}; ${hint}` },
    locations: [locationOf(file, span, folder)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place) => ({
            ...locationOf(place.file, place.span, folder),
            message: { text: place.message },
          })),
        }),
    ...(fix === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation: artifactOf(file, folder),
                  replacements: fix.edits.map((edit) => replacementOf(file, edit)),
                },
              ],
            },
          ],
        }),
  };
}

function locationOf(file: SourceFile, span: Span, folder: string) {
  return {
    physicalLocation: { artifactLocation: artifactOf(file, folder), region: regionOf(file, span) },
  };
}

/** Files below the working folder are named from there, so that the report can move with them. */
function artifactOf({ path }: SourceFile, folder: string) {
  const absolute = resolve(folder, path);
  const below = relative(folder, absolute);
  if (below.startsWith("..") || isAbsolute(below)) return { uri: pathToFileURL(absolute).href };
  const uri = below.split(sep).map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "%SRCROOT%" };
}

function regionOf(file: SourceFile, span: Span) {
  const start = file.position(span.start);
  const end = file.position(span.end);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function replacementOf(file: SourceFile, { span, text }: Edit) {
  return { deletedRegion: regionOf(file, span), insertedContent: { text } };
}
