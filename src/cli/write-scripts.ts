import { randomUUID } from "node:crypto";
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import type { SourceFile } from "../source/source-file.ts";
import { UsageError } from "./usage-error.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Writes the scripts that were changed, each as a whole or not at all; a byte-order mark stays
 * where there was one.
 * @param original the scripts as they were read
 * @param files the same scripts as they should be, in the same order
 * @param folder the folder that the paths of the scripts start from; absolute
 * @throws UsageError for a file that cannot be written, or that another program changed meanwhile
 */
export async function writeScripts(
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
    await replaceFile(await realpath(absolute), mark + text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(commandLineMessages.unwritable(before.path, reason), { cause: error });
  }
}

/** The new text is written beside the file and takes its place in one step. */
async function replaceFile(absolute: string, text: string): Promise<void> {
  const beside = `${absolute}.${randomUUID()}.tmp`;
  try {
    const { mode } = await stat(absolute);
    await writeFile(beside, text, { flag: "wx", flush: true });
    await chmod(beside, mode);
    await rename(beside, absolute);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
