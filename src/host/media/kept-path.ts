/** What the paths of files begin with that were fetched. */
export const MEDIA_FOLDER = "media";

/** Tells whether a path may be that of a file that was fetched. */
export function isKeptPath(path: string): boolean {
  return new RegExp(`^${MEDIA_FOLDER}[\\\\/]`).test(path);
}
