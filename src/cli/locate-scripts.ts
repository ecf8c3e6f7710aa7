import { readdir, stat } from "node:fs/promises";
import { dirname, join, posix, resolve } from "node:path";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import { isBelow } from "../source/is-below.ts";
import { isMissing, unreadable } from "./unreadable.ts";
import { UsageError } from "./usage-error.ts";

/** Which files of a folder are meant. */
export interface FindOptions {
  /** True where tests of scripts (`*.test.bas`) are meant too. */
  readonly withTests: boolean;
}

/** A script that was found, and what may be read along with it. */
export interface ScriptPlace {
  readonly absolute: string;
  /** As messages show it: as it was written, with `/` between folders. */
  readonly shown: string;
  /** The folder that the files it includes must be below. */
  readonly root: ScriptRoot;
  /** True where it was found in a folder, with all that is there. */
  readonly isOfFolder: boolean;
}

/** A folder that scripts are read from. */
export interface ScriptRoot {
  readonly absolute: string;
  /** As messages call it. */
  readonly title: string;
}

/**
 * Finds the scripts of files and folders, folders with all that is below them except hidden folders
 * and node_modules.
 * @param paths as the user wrote them; a file named outright is found whatever its name
 * @param folder the folder that relative paths start from; absolute
 * @returns each script once, sorted by the path that is shown
 * @throws UsageError for a path that is missing or unreadable, no script
 */
export async function locateScripts(
  paths: readonly string[],
  folder: string,
  options: FindOptions,
): Promise<readonly ScriptPlace[]> {
  const found = new Map<string, ScriptPlace>();
  for (const path of paths) {
    for (const place of await placesOf(path, folder, options)) {
      if (!found.has(place.absolute)) found.set(place.absolute, place);
    }
  }
  if (found.size === 0) throw new UsageError(commandLineMessages.noScripts(paths));
  return [...found.values()].sort((one, other) => (one.shown < other.shown ? -1 : 1));
}

async function placesOf(
  path: string,
  folder: string,
  options: FindOptions,
): Promise<readonly ScriptPlace[]> {
  const absolute = resolve(folder, path);
  try {
    const isFolder = (await stat(absolute)).isDirectory();
    const files = isFolder ? await scriptsBelow(path, folder, options) : [path];
    const root = isFolder ? { absolute, title: path } : rootOf(absolute, folder);
    return files.map((file) => ({
      absolute: resolve(folder, file),
      shown: posix.normalize(file.replaceAll("\\", "/")),
      root,
      isOfFolder: isFolder,
    }));
  } catch (error) {
    if (isMissing(error)) throw new UsageError(commandLineMessages.noSuchPath(path));
    throw unreadable(path, error);
  }
}

/** A file that is named by itself may include what is in the working folder, where it is there. */
function rootOf(file: string, folder: string): ScriptRoot {
  if (isBelow(folder, file)) return { absolute: folder, title: "the working folder" };
  return { absolute: dirname(file), title: dirname(file) };
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
  return name.toLowerCase().endsWith(".bas") && (withTests || !isTestPath(name));
}

/** Tells whether a file holds tests of scripts, by its name. */
export function isTestPath(path: string): boolean {
  return path.toLowerCase().endsWith(".test.bas");
}
