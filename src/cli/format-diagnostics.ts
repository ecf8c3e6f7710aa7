import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../diagnostics/render.ts";
import { workflowCommand } from "../diagnostics/workflow-command.ts";
import type { DiagnosticFormat } from "./diagnostic-format.ts";

/**
 * Writes diagnostics: `text` for people, `json` as one array, `github` as workflow commands that
 * mark the lines of a pull request.
 * @param diagnostics in the order in which they shall appear
 * @param fileCount the files that were read, for the summary of `text`
 * @returns the whole output with its last line end; empty where a format has nothing to say
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  fileCount: number,
  format: Exclude<DiagnosticFormat, "sarif">,
): string {
  switch (format) {
    case "text":
      return [
        ...diagnostics.map((found) => `${renderDiagnostic(found)}\n`),
        summary(diagnostics, fileCount),
      ].join("\n");
    case "json":
      return `${JSON.stringify(diagnostics.map(toJson), null, 2)}\n`;
    case "github":
      return diagnostics.map(toWorkflowCommand).join("");
  }
}

function summary(diagnostics: readonly Diagnostic[], fileCount: number): string {
  const count = (severity: Severity) =>
    diagnostics.filter((found) => found.severity === severity).length;
  const parts = [
    counted(fileCount, "file"),
    counted(count("error"), "error"),
    counted(count("warning"), "warning"),
  ];
  return `${parts.join(", ")}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The contract of `check --format json`; lines and columns are 1-based, the end is exclusive. */
interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly hint?: string;
}

function toJson({ code, severity, file, span, message, hint }: Diagnostic): JsonDiagnostic {
  const start = file.position(span.start);
  const end = file.position(span.end);
  return {
    code,
    severity,
    file: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

const COMMANDS = {
  error: "error",
  warning: "warning",
  info: "notice",
} as const satisfies Record<Severity, string>;

/** Marks the lines of the finding in a pull request. */
function toWorkflowCommand(diagnostic: Diagnostic): string {
  const { code, severity, file, line, column, endLine, endColumn, message, hint } =
    toJson(diagnostic);
  const properties = { file, line, col: column, endLine, endColumn, title: code };
  const text = hint === undefined ? message : `${message}\nhint: ${hint}`;
  return workflowCommand(COMMANDS[severity], properties, text);
}
