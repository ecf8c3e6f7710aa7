import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { concealSecrets, starred } from "./secrets/conceal.ts";
import { visible } from "./visible.ts";

/** Lines up to this long are shown whole, else this much of them around what is meant. */
const LONGEST_LINE = 300;
/** How much of a long line is shown before the part that is meant. */
const BEFORE_MARK = 100;
const LEFT_OUT = "…";

/** Renders a diagnostic for a terminal or a log: place, message, source line with `^`, hint. */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { file, span, code, severity, message, hint, related, conceals } = diagnostic;
  const { line, column } = file.position(span.start);
  const place = `${visible(file.path)}:${line}:${column}`;
  const parts = [`${place} ${severity} ${code}: ${visible(message)}`];
  parts.push(renderExcerpt(file, span, conceals));
  if (hint !== undefined) parts.push(`  hint: ${visible(hint)}`);
  for (const { file: other, span: where, message: said } of related ?? []) {
    const at = other.position(where.start);
    parts.push(`  ${visible(other.path)}:${at.line}:${at.column}: ${visible(said)}`);
    parts.push(renderExcerpt(other, where));
  }
  return parts.join("\n");
}

/**
 * Renders the source line of a span with a row of `^` under the part that is meant. Of a very long
 * line only the surroundings of that part are shown, and of secrets only stars.
 * @param conceals puts stars in the place of the part that is meant too
 */
export function renderExcerpt(file: SourceFile, span: Span, conceals = false): string {
  const { line, column } = file.position(span.start);
  const whole = file.line(line);
  const meant = Math.max(1, Math.min(span.end - span.start, whole.length - column + 1));
  const cut = window(concealedLine(file, line), column - 1, meant);
  const { start, width } = cut;
  const text = conceals ? starred(cut.text, start, start + width) : cut.text;
  const gutter = String(line);
  // Tabs are kept in the padding so that the marks line up whatever the tab width is.
  const padding = text.slice(0, start).replace(/[^\t]/g, " ");
  const marks = `${padding}${"^".repeat(width)}`;
  return `  ${gutter} | ${visible(text)}\n  ${" ".repeat(gutter.length)} | ${marks}`;
}

/** Lines whose secrets have been looked for: a long one may have thousands of mistakes. */
const CONCEALED = new WeakMap<SourceFile, Map<number, string>>();

function concealedLine(file: SourceFile, line: number): string {
  const lines = CONCEALED.get(file) ?? new Map<number, string>();
  CONCEALED.set(file, lines);
  const text = lines.get(line) ?? concealSecrets(file.line(line));
  lines.set(line, text);
  return text;
}

/** Cuts a long line down to what surrounds the part that is meant. */
function window(line: string, start: number, width: number) {
  if (line.length <= LONGEST_LINE) return { text: line, start, width };
  const from = Math.max(0, start - BEFORE_MARK);
  const to = Math.min(line.length, from + LONGEST_LINE);
  const before = from > 0 ? LEFT_OUT : "";
  const after = to < line.length ? LEFT_OUT : "";
  return {
    text: before + line.slice(from, to) + after,
    start: start - from + before.length,
    width: Math.max(1, Math.min(width, to - start)),
  };
}
