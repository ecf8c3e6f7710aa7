import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createFinder, type Finder } from "./create-finder.ts";
import type { DiagnosticFormat } from "./diagnostic-format.ts";
import { EXIT } from "./exit-code.ts";
import { formatDiagnostics } from "./format-diagnostics.ts";
import type { CommandIo } from "./io.ts";
import { type ReadScripts, readScripts } from "./read-scripts.ts";

/** What `gbasic check` was asked for. */
export interface CheckOptions {
  /** Files and folders, at least one. */
  readonly paths: readonly string[];
  readonly format: DiagnosticFormat;
  /** Mend what has a safe fix, and tell of the rest. */
  readonly fix: boolean;
  /** Show what `fix` would change, and change nothing. */
  readonly dryRun: boolean;
}

/**
 * Writes what is wrong with scripts to standard output.
 * @returns 1 where there is an error, 0 otherwise
 * @throws UsageError for a path that cannot be read or written
 */
export async function check(options: CheckOptions, io: CommandIo): Promise<number> {
  const scripts = await readScripts(options.paths, io.folder, { withTests: true });
  const { files } = scripts;
  const find = await createFinder(scripts, io);
  const diagnostics =
    options.fix || options.dryRun ? await fix(scripts, find, options, io) : find(scripts);
  io.stdout(await format(diagnostics, files.length, options.format, io.folder));
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.findings : EXIT.ok;
}

async function format(
  diagnostics: readonly Diagnostic[],
  fileCount: number,
  as: DiagnosticFormat,
  folder: string,
): Promise<string> {
  if (as !== "sarif") return formatDiagnostics(diagnostics, fileCount, as);
  // It brings the pages of the manual along, which the other formats do without.
  const { formatSarif } = await import("./format-sarif.ts");
  return formatSarif(diagnostics, folder);
}

/** Mends the scripts, or shows how, and gives what is left to be said. */
async function fix(
  scripts: ReadScripts,
  find: Finder,
  { format: as, dryRun }: CheckOptions,
  io: CommandIo,
): Promise<readonly Diagnostic[]> {
  const { fixScripts } = await import("./fix-scripts.ts");
  const { writeScripts } = await import("./write-scripts.ts");
  const { listFixes, patchOf } = await import("./show-fixes.ts");
  const { files } = scripts;
  const result = fixScripts(scripts, find);
  // Standard output belongs to the program that reads the other formats.
  const tell = as === "text" ? io.stdout : io.stderr;
  if (!dryRun) await writeScripts(files, result.files, io.folder);
  const list = listFixes(result.fixed, dryRun ? "would fix" : "fixed");
  if (list !== "") tell(`${list}\n`);
  if (dryRun && list !== "") tell(`${patchOf(files, result.files)}\n`);
  return result.diagnostics;
}
