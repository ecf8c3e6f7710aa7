import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { ScriptPlaces } from "./serve-scripts.ts";

/** Gives the folder below which served scripts find files: the first that was named, or that holds the first file. */
export function scriptFolder({ paths: [first = "."], folder }: ScriptPlaces): string {
  const path = resolve(folder, first);
  return statSync(path).isDirectory() ? path : dirname(path);
}
