import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";

/** Does some work of a script; its errors get this place unless they have one. */
export function atSite<T>(site: Site, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw locate(error, site.file, site.span);
  }
}
