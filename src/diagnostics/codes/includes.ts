import { error, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB116x: how INCLUDE is written; GB227x: the file that it names. */
export const includeMessages = {
  noPath: () =>
    error(
      "GB1160",
      "INCLUDE needs the path of a file, as a text in quotes without ${ }",
      'write INCLUDE "lib.bas"; the path starts from the folder of this script',
    ),
  inside: (where: string) =>
    error(
      "GB1161",
      `INCLUDE stands inside ${where}, but it holds for the whole file`,
      "move it to the top level of the file, best to its first lines",
    ),
  missing: (path: string, proposed?: string) =>
    error(
      "GB2270",
      `there is no file ${path}`,
      proposal(proposed) ?? "the path starts from the folder of this script",
    ),
  circle: (files: readonly string[]) =>
    error(
      "GB2271",
      `INCLUDE goes round in a circle: ${files.join(" → ")}`,
      "move what both need into a third file, and INCLUDE that one in both",
    ),
  outside: (path: string, folder: string) =>
    error(
      "GB2272",
      `${path} is outside ${folder}, the folder that the scripts are read from`,
      "move the file below that folder, or name a folder that holds both on the command line",
    ),
  notScript: (path: string) =>
    error("GB2273", `${path} is no script, whose name ends in .bas`, "INCLUDE reads scripts only"),
  unreadable: (path: string, reason: string) =>
    error("GB2274", `${path} cannot be read: ${reason}`, "make it readable, as UTF-8 text"),
  sameProcedure: (name: string, one: string, other: string) =>
    error(
      "GB2275",
      `${name} is in ${one} and in ${other}, so a call could mean either`,
      "give one of them another name",
    ),
  procedureIsHere: (name: string) => `${name} is here`,
  handlersLeft: (path: string) =>
    warning(
      "GB2276",
      `${path} holds handlers, which INCLUDE does not bring in`,
      "to serve them, name that file on the command line too, or put it into the folder that is served",
    ),
} as const;

/** Tells whether a problem leaves open which SUBs and FUNCTIONs there are. */
export function hidesProcedures({ code }: { readonly code: string }): boolean {
  return HIDING.has(code);
}

const HIDING: ReadonlySet<string> = new Set(
  [
    includeMessages.noPath(),
    includeMessages.missing(""),
    includeMessages.circle([]),
    includeMessages.outside("", ""),
    includeMessages.notScript(""),
    includeMessages.unreadable("", ""),
  ].map(({ code }) => code),
);
