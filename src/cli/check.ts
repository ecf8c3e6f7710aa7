import { EXIT } from "./exit-code.ts";
import { findScripts } from "./find-scripts.ts";
import { type DiagnosticFormat, formatDiagnostics } from "./format-diagnostics.ts";
import type { CommandIo } from "./io.ts";
import { loadScripts } from "./load-scripts.ts";

/** What `gbasic check` was asked for. */
export interface CheckOptions {
  /** Files and folders, at least one. */
  readonly paths: readonly string[];
  readonly format: DiagnosticFormat;
}

/**
 * Writes what is wrong with scripts to standard output.
 * @returns 1 where there is an error, 0 otherwise
 * @throws UsageError for a path that cannot be read
 */
export async function check({ paths, format }: CheckOptions, io: CommandIo): Promise<number> {
  const files = await findScripts(paths, io.folder);
  const { diagnostics } = loadScripts(files);
  io.stdout(formatDiagnostics(diagnostics, files.length, format));
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.findings : EXIT.ok;
}
