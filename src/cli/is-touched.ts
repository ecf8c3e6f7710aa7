import { isBelow } from "../source/is-below.ts";

/**
 * Tells whether a change concerns what is made of these files and folders.
 * @param madeOf absolute paths
 * @param changed absolute paths of what was written, made or removed
 */
export function isTouched(madeOf: readonly string[], changed: ReadonlySet<string>): boolean {
  return madeOf.some((path) => changed.has(path) || [...changed].some((one) => isBelow(path, one)));
}
