import path from "node:path";

/** Tells whether a file lies in a folder or below it. @param folder absolute, as is `file` */
export function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
