import { readFile, readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import { SourceFile } from "../source/source-file.ts";
import { UsageError } from "./usage-error.ts";

/** Which files of a folder are meant. */
export interface FindOptions {
  /** True where tests of scripts (`*.test.bas`) are meant too. */
  readonly withTests: boolean;
}

/**
 * Reads the scripts of files and folders, folders with all that is below them except hidden
 * folders and node_modules.
 * @param paths as the user wrote them; a file named outright is read whatever its name
 * @param folder the folder that relative paths start from; absolute
 * @returns each script once, sorted by path; paths are shown as they were written
 * @throws UsageError for a path that is missing or unreadable, text that is not UTF-8, no script
 */
export async function findScripts(
  paths: readonly string[],
  folder: string,
  options: FindOptions = { withTests: false },
): Promise<SourceFile[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const file of await filesOf(path, folder, options)) {
      const shown = file.replaceAll("\\", "/").replace(/^\.\//, "");
      const absolute = resolve(folder, file);
      if (!found.has(absolute)) found.set(absolute, shown);
    }
  }
  if (found.size === 0) throw new UsageError(commandLineMessages.noScripts(paths));
  const sorted = [...found].sort(([, one], [, other]) => (one < other ? -1 : 1));
  return Promise.all(sorted.map(([absolute, shown]) => readScript(absolute, shown)));
}

async function filesOf(path: string, folder: string, options: FindOptions): Promise<string[]> {
  const absolute = resolve(folder, path);
  try {
    const isFolder = (await stat(absolute)).isDirectory();
    return isFolder ? await scriptsBelow(path, folder, options) : [path];
  } catch (error) {
    if (isMissing(error)) throw new UsageError(commandLineMessages.noSuchPath(path));
    throw unreadable(path, error);
  }
}

async function scriptsBelow(path: string, folder: string, options: FindOptions): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(resolve(folder, path), { withFileTypes: true })) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const below = join(path, entry.name);
    if (entry.isDirectory()) found.push(...(await scriptsBelow(below, folder, options)));
    else if (isScript(entry.name, options)) found.push(below);
  }
  return found;
}

function isScript(name: string, { withTests }: FindOptions): boolean {
  const lower = name.toLowerCase();
  return lower.endsWith(".bas") && (withTests || !lower.endsWith(".test.bas"));
}

async function readScript(absolute: string, shown: string): Promise<SourceFile> {
  const bytes = await readFile(absolute).catch((error: unknown) => {
    throw unreadable(shown, error);
  });
  return new SourceFile(shown, decodeScript(bytes, shown));
}

/**
 * Decodes a script; a byte-order mark is no part of its text.
 * @param shown what the script is called in messages
 * @throws UsageError where it is not UTF-8
 */
export function decodeScript(bytes: Uint8Array, shown: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError(commandLineMessages.notUtf8(shown), { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function unreadable(path: string, error: unknown): UsageError {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return new UsageError(commandLineMessages.unreadable(path, reason), { cause: error });
}
