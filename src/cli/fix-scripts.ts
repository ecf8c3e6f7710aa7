import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { applyFixes } from "../diagnostics/apply-fixes.ts";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { SourceFile } from "../source/source-file.ts";
import { loadScripts } from "./load-scripts.ts";
import { UsageError } from "./usage-error.ts";

/** Scripts after their fixes. */
export interface FixedScripts {
  /** The scripts as they are now, in the order given. */
  readonly files: readonly SourceFile[];
  /** The findings that were mended, by file and round, each in the text of its round. */
  readonly fixed: readonly Diagnostic[];
  /** What is still to be said. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A fix may show what another one can mend; more rounds than this would be a circle. */
const MAXIMUM_ROUNDS = 10;

/** Makes all fixes of scripts in memory; fixes that touch each other are made in rounds. */
export function fixScripts(original: readonly SourceFile[]): FixedScripts {
  let files = original;
  const fixed: Diagnostic[] = [];
  for (let round = 1; ; round++) {
    const { diagnostics } = loadScripts(files);
    const before = fixed.length;
    const next =
      round > MAXIMUM_ROUNDS ? files : files.map((file) => fixOne(file, diagnostics, fixed));
    if (fixed.length === before) return { files, fixed: fixed.toSorted(byFile), diagnostics };
    files = next;
  }
}

function fixOne(
  file: SourceFile,
  diagnostics: readonly Diagnostic[],
  fixed: Diagnostic[],
): SourceFile {
  const own = diagnostics.filter((found) => found.file === file);
  const result = applyFixes(file.text, own);
  if (result.fixed.length === 0) return file;
  fixed.push(...result.fixed);
  return new SourceFile(file.path, result.text);
}

function byFile(
  { file: { path: one } }: Diagnostic,
  { file: { path: other } }: Diagnostic,
): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Writes the scripts that were changed; a byte-order mark stays where there was one.
 * @param folder the folder that the paths of the scripts start from; absolute
 * @throws UsageError for a file that cannot be written, or that another program changed meanwhile
 */
export async function writeFixed(
  original: readonly SourceFile[],
  files: readonly SourceFile[],
  folder: string,
): Promise<void> {
  for (const [index, { path, text }] of files.entries()) {
    const before = original[index];
    if (before === undefined || before.text === text) continue;
    await replaceText(resolve(folder, path), before, text);
  }
}

async function replaceText(absolute: string, before: SourceFile, text: string): Promise<void> {
  try {
    const present = await readFile(absolute, "utf8");
    const mark = present.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    if (present !== mark + before.text) {
      throw new UsageError(commandLineMessages.changedMeanwhile(before.path));
    }
    await writeFile(absolute, mark + text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(commandLineMessages.unwritable(before.path, reason), { cause: error });
  }
}
