import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** Renders a diagnostic for a terminal or a log: place, message, source line with `^`, hint. */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { file, span, code, severity, message, hint, related, conceals } = diagnostic;
  const { line, column } = file.position(span.start);
  const parts = [`${file.path}:${line}:${column} ${severity} ${code}: ${message}`];
  parts.push(renderExcerpt(file, span, conceals));
  if (hint !== undefined) parts.push(`  hint: ${hint}`);
  for (const place of related ?? []) {
    const at = place.file.position(place.span.start);
    parts.push(`  ${place.file.path}:${at.line}:${at.column}: ${place.message}`);
    parts.push(renderExcerpt(place.file, place.span));
  }
  return parts.join("\n");
}

/**
 * Renders the source line of a span with a row of `^` under the part that is meant.
 * @param conceals puts stars in the place of that part, and of every text in quotes around it
 */
export function renderExcerpt(file: SourceFile, span: Span, conceals = false): string {
  const { line, column } = file.position(span.start);
  const text = file.line(line);
  const gutter = String(line);
  const width = Math.max(1, Math.min(span.end - span.start, text.length - column + 1));
  // Tabs are kept in the padding so that the marks line up whatever the tab width is.
  const padding = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  const shown = conceals ? concealed(text, column - 1, width) : text;
  return `  ${gutter} | ${shown}\n  ${" ".repeat(gutter.length)} | ${padding}${"^".repeat(width)}`;
}

/** A line may hold more secrets than the one that is reported. */
function concealed(line: string, start: number, width: number): string {
  const starred = line.slice(0, start) + "*".repeat(width) + line.slice(start + width);
  return starred.replace(/"[^"]*"/g, (text) => `"${"*".repeat(text.length - 2)}"`);
}
