import { error } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB339x: what the command was given on its command line. */
export const commandLineMessages = {
  noSuchPath: (path: string) =>
    error(
      "GB3390",
      `there is no file or folder ${path}`,
      "look at the spelling; the path starts from the folder that you are in",
    ),
  unreadable: (path: string, reason: string) =>
    error("GB3391", `${path} cannot be read: ${reason}`, "make it readable for yourself"),
  notUtf8: (path: string) =>
    error("GB3392", `${path} is not UTF-8 text`, "save it with the encoding UTF-8 in your editor"),
  noScripts: (paths: readonly string[]) =>
    error(
      "GB3393",
      `there is no script in ${paths.join(", ")}`,
      "a script is a file that ends in .bas",
    ),
  unknownTopic: (topic: string, proposed?: string) =>
    error(
      "GB3394",
      `no statement, function, command or code is called ${topic}`,
      proposal(proposed) ?? "type npx gbasic help for a list",
    ),
  oneScript: (path: string, found: number) =>
    error("GB3395", `${path} holds ${found} scripts, expected one to run`, "name the file"),
  changedMeanwhile: (path: string) =>
    error(
      "GB3396",
      `${path} was not written, since another program changed it meanwhile`,
      "type the command again",
    ),
  unwritable: (path: string, reason: string) =>
    error(
      "GB3397",
      `${path} cannot be written: ${reason}`,
      "make it writable; --dry-run shows the changes without writing",
    ),
};
