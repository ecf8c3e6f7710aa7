import { FileParser } from "../compile/parse-files.ts";
import { formattingMessages } from "../diagnostics/codes/formatting.ts";
import { renderDiagnostic } from "../diagnostics/render.ts";
import { type Formatted, formatScript } from "../format/format-script.ts";
import { renderError } from "../runtime/render-error.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Read } from "../syntax/parser.ts";
import { EXIT } from "./exit-code.ts";
import { decodeScript } from "./find-scripts.ts";
import type { CommandIo, InputIo } from "./io.ts";
import { readScripts } from "./read-scripts.ts";
import { ScriptReaders } from "./script-readers.ts";
import { writeScripts } from "./write-scripts.ts";

/** What `gbasic fmt` was asked for. */
export interface FmtOptions {
  /** Files and folders, at least one; or `-` alone, for standard input. */
  readonly paths: readonly string[];
  /** Tell which files are not in the style, and change nothing. */
  readonly check: boolean;
}

const STANDARD_INPUT = "<stdin>";

/**
 * Brings scripts into gbasic's style and names those that it changed; a script with errors stays
 * as it is, and its errors go to standard error.
 * @returns 1 for a script with errors, and with `check` for one that is not in the style
 * @throws UsageError for a path that cannot be read or written
 */
export async function fmt(options: FmtOptions, io: InputIo): Promise<number> {
  const { read } = new ScriptReaders();
  const { paths, check } = options;
  if (paths.length === 1 && paths[0] === "-") return formatInput(check, read, io);
  const { files, included } = await readScripts(paths, io.folder, { withTests: true });
  const parser = new FileParser(files, (...given) => read(...given).tree, included);
  const results = files.map((file) => {
    const headers = parser.includedHeaders(file);
    return format(file, (text, report) => read(text, report, headers), io);
  });
  const texts = files.map((file, at) => {
    const result = results[at];
    return result?.kind === "formatted" ? new SourceFile(file.path, result.text) : file;
  });
  if (!check) await writeScripts(files, texts, io.folder);
  const changed = files.filter((file, at) => texts[at]?.text !== file.text);
  for (const { path } of changed) io.stdout(`${path}\n`);
  io.stdout(summary(files.length, changed.length, check));
  return Math.max(check && changed.length > 0 ? EXIT.findings : EXIT.ok, ...results.map(exitCode));
}

async function formatInput(check: boolean, read: Read, io: InputIo): Promise<number> {
  const bytes = await io.stdin();
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "\uFEFF" : "";
  const file = new SourceFile(STANDARD_INPUT, decodeScript(bytes, STANDARD_INPUT));
  const result = format(file, read, io);
  if (result.kind !== "formatted") return exitCode(result);
  if (!check) io.stdout(mark + result.text);
  else if (result.text !== file.text) {
    io.stdout(`${STANDARD_INPUT}\n`);
    return EXIT.findings;
  }
  return EXIT.ok;
}

function format(file: SourceFile, read: Read, io: CommandIo): Formatted {
  const result = formatScript(file, read, (message, span) => {
    io.stderr(`${renderDiagnostic({ ...message, file, span })}\n`);
  });
  if (result.kind === "changed") {
    io.stderr(`${renderError({ detail: formattingMessages.wouldChange(file.path) })}\n`);
  }
  return result;
}

function exitCode({ kind }: Formatted): number {
  switch (kind) {
    case "formatted":
      return EXIT.ok;
    case "unreadable":
      return EXIT.findings;
    case "changed":
      return EXIT.bug;
  }
}

function summary(files: number, changed: number, check: boolean): string {
  const verb = check ? "would change" : "changed";
  return `${files} file${files === 1 ? "" : "s"}, ${changed} ${verb}\n`;
}
