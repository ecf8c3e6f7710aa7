import { mediaMessages } from "../diagnostics/codes/media.ts";
import { MEDIA_FOLDER } from "../host/media.ts";
import { endOfType } from "../host/whatsapp/media.ts";
import { BasicError } from "../runtime/error.ts";

/** One part of a path: no blanks around it, nothing that leads elsewhere, no hidden file. */
const PART = /^[\p{L}\p{N}_][\p{L}\p{N}_ .()-]*$/u;
/** An end such as `.jpg` is added where a path has none. */
const END = /\.[a-z0-9]{1,8}$/i;

/**
 * Reads how a file is to be called that a script keeps.
 * @returns a path below the folder of such files
 * @throws BasicError GB4671 for a path that is none, or leads out of the folder
 */
export function keptPath(written: string): string {
  const path = written
    .trim()
    .replaceAll("\\", "/")
    .replace(new RegExp(`^${MEDIA_FOLDER}/`), "");
  const parts = path.split("/");
  if (parts.length <= 10 && path.length <= 200 && parts.every((part) => PART.test(part))) {
    return path;
  }
  throw new BasicError(mediaMessages.wrongMediaPath(written));
}

/** Gives a path with the end of its kind, where it has none. */
export function withEnd(path: string, contentType: string | undefined): string {
  return END.test(path) ? path : `${path}${endOfType(contentType)}`;
}

/** Names a file as its address does; `download` where that has no name that can be kept. */
export function nameInAddress(url: string): string {
  const last = URL.parse(url)?.pathname.split("/").at(-1) ?? "";
  try {
    const name = decodeURIComponent(last).trim();
    return name.length <= 200 && PART.test(name) ? name : "download";
  } catch {
    return "download";
  }
}
