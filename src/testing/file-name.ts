/** Gives the name of a file without its folders. */
export function fileName(path: string): string {
  return path.replaceAll("\\", "/").split("/").at(-1) ?? "";
}
