import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import { SourceFile } from "../source/source-file.ts";
import { type FindOptions, locateScripts, type ScriptPlace } from "./locate-scripts.ts";
import { unreadable } from "./unreadable.ts";
import { UsageError } from "./usage-error.ts";

/** A script that was read, with its place. */
export interface FoundScript extends ScriptPlace {
  readonly file: SourceFile;
}

/**
 * Reads the scripts of files and folders, as `locateScripts` finds them.
 * @param paths as the user wrote them
 * @param folder the folder that relative paths start from; absolute
 * @returns each script once, sorted by path
 * @throws UsageError for a path that is missing or unreadable, text that is not UTF-8, no script
 */
export async function findScripts(
  paths: readonly string[],
  folder: string,
  options: FindOptions = { withTests: false },
): Promise<readonly FoundScript[]> {
  const places = await locateScripts(paths, folder, options);
  return Promise.all(places.map(readPlace));
}

/** Reads one script. @throws UsageError where it is unreadable or not UTF-8 */
export async function readPlace(place: ScriptPlace): Promise<FoundScript> {
  return { ...place, file: await readScript(place.absolute, place.shown) };
}

async function readScript(absolute: string, shown: string): Promise<SourceFile> {
  const bytes = await readFile(absolute).catch((error: unknown) => {
    throw unreadable(shown, error);
  });
  return new SourceFile(shown, decodeScript(bytes, shown), basename(dirname(absolute)));
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
