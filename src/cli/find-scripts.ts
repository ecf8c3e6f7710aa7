import { readFile, readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import { SourceFile } from "../source/source-file.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads the scripts of files and folders, folders with all that is below them except hidden
 * folders, node_modules and tests of scripts (`*.test.bas`).
 * @param paths as the user wrote them; a file named outright is read whatever its name
 * @param folder the folder that relative paths start from; absolute
 * @returns each script once, sorted by path; paths are shown as they were written
 * @throws UsageError for a path that is missing or unreadable, text that is not UTF-8, no script
 */
export async function findScripts(paths: readonly string[], folder: string): Promise<SourceFile[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const file of await filesOf(path, folder)) {
      const shown = file.replaceAll("\\", "/").replace(/^\.\//, "");
      const absolute = resolve(folder, file);
      if (!found.has(absolute)) found.set(absolute, shown);
    }
  }
  if (found.size === 0) throw new UsageError(commandLineMessages.noScripts(paths));
  const sorted = [...found].sort(([, one], [, other]) => (one < other ? -1 : 1));
  return Promise.all(sorted.map(([absolute, shown]) => readScript(absolute, shown)));
}

async function filesOf(path: string, folder: string): Promise<string[]> {
  const absolute = resolve(folder, path);
  try {
    const isFolder = (await stat(absolute)).isDirectory();
    return isFolder ? await scriptsBelow(path, folder) : [path];
  } catch (error) {
    if (isMissing(error)) throw new UsageError(commandLineMessages.noSuchPath(path));
    throw unreadable(path, error);
  }
}

async function scriptsBelow(path: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(resolve(folder, path), { withFileTypes: true })) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const below = join(path, entry.name);
    if (entry.isDirectory()) found.push(...(await scriptsBelow(below, folder)));
    else if (isScript(entry.name)) found.push(below);
  }
  return found;
}

function isScript(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.endsWith(".bas") && !lower.endsWith(".test.bas");
}

async function readScript(absolute: string, shown: string): Promise<SourceFile> {
  const bytes = await readFile(absolute).catch((error: unknown) => {
    throw unreadable(shown, error);
  });
  try {
    // The decoder drops a byte-order mark.
    return new SourceFile(shown, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
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
