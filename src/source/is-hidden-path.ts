import { posix } from "node:path";

/**
 * Tells whether a name in a path begins with a dot, as those of settings and of the data folder do.
 * @param path from the folder of the scripts on
 */
export function isHiddenPath(path: string): boolean {
  const names = posix.normalize(path.replaceAll("\\", "/")).split("/");
  return names.some((name) => name.startsWith(".") && name !== "." && name !== "..");
}
