import { posix } from "node:path";

/**
 * Gives the path of a file that an INCLUDE names.
 * @param from the path of the file with the INCLUDE, as messages show it
 * @param written as the INCLUDE has it: from the folder of that file
 */
export function includedPath(from: string, written: string): string {
  const path = written.replaceAll("\\", "/");
  return posix.normalize(posix.isAbsolute(path) ? path : posix.join(posix.dirname(from), path));
}

/** Tells by its name whether a file is a script. */
export function isScriptPath(path: string): boolean {
  return path.toLowerCase().endsWith(".bas");
}
