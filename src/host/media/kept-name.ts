import { endOfType } from "../whatsapp/media.ts";
import { MEDIA_FOLDER } from "./kept-path.ts";

/** Bytes of the longest name: all file systems take it, also with an end behind it. */
const LONGEST_NAME = 200;
/** UTF-16 units of the longest path below the folder of a file, and the most names in it. */
const LONGEST_PATH = 200;
const MOST_NAMES = 10;

/**
 * What no name has: control characters, those that hide or turn what stands beside them, and what some
 * system takes for something else. Joiners stay: some scripts are not written without them.
 */
const UNSAFE = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]|(?![\u200c\u200d])\p{Cf}/gu;
/** Windows opens a device for these, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)/iu;
const EDGE = /[\s.]/u;
/** An end such as `.jpg` is added where a name has none. */
const END = /\.[a-z0-9]{1,8}$/i;

/**
 * Makes a path for a file out of what somebody calls it: what cannot be in a name is `_`, and nothing in
 * it is hidden, leads elsewhere or is too long.
 * @param written may come from anybody
 * @param otherwise a name for what leaves none
 * @returns names with `/` between them
 */
export function safePath(written: string, otherwise: string): string {
  const names = written
    .replaceAll("\\", "/")
    .split("/")
    .map(safeName)
    .filter((name) => name !== "")
    .slice(-MOST_NAMES);
  if (names.length > 1 && names[0] === MEDIA_FOLDER) names.shift();
  while (names.length > 1 && names.join("/").length > LONGEST_PATH) names.shift();
  return names.length === 0 ? otherwise : names.join("/");
}

/** Gives a path with the end of its kind, where it has none. */
export function withEnd(path: string, contentType: string | undefined): string {
  return END.test(path) ? path : `${path}${endOfType(contentType)}`;
}

/** Names a file as its address does; `download` where that has no name. */
export function nameInAddress(url: string): string {
  const last = URL.parse(url)?.pathname.split("/").at(-1) ?? "";
  return safePath(decoded(last), "").split("/").at(-1) || "download";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function safeName(written: string): string {
  const name = shortened(withoutEdges(written.replace(UNSAFE, "_")));
  return DEVICE.test(name) ? `_${name}` : name;
}

/** Dots before a name hide it, and dots and blanks behind it are lost on Windows. */
function withoutEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && EDGE.test(text.charAt(from))) from += 1;
  while (to > from && EDGE.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Leaves letters out before the end of a name, which says what is in the file. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  const end = END.exec(name.slice(-9))?.[0] ?? "";
  let [stem, bytes] = ["", end.length];
  for (const letter of name.slice(0, name.length - end.length)) {
    bytes += Buffer.byteLength(letter);
    if (bytes > LONGEST_NAME) break;
    stem += letter;
  }
  return `${withoutEdges(stem)}${end}`;
}
