import { posix } from "node:path";
import { engineMessages } from "../diagnostics/codes/engine.ts";
import { sentFileMessages } from "../diagnostics/codes/sent-files.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { FileLimit } from "../host/host.ts";
import { isKeptPath } from "../host/media/kept-path.ts";
import type { LookAtFile } from "../host/written-statement.ts";
import { isHiddenPath } from "../source/is-hidden-path.ts";

/**
 * Says before a script runs what is wrong with a file of its folder that it names. What the path alone
 * shows is an error; how the file lies now is a warning, as another one may be there by then.
 * @param fits says what is wrong with a file of so many bytes
 */
export function localFileProblem(
  path: string,
  look: LookAtFile,
  fits: (bytes: number) => Message | undefined = () => undefined,
): Message | undefined {
  if (leadsOut(path)) return engineMessages.fileOutside(path);
  // Of an absolute path it is not known where the folder of the scripts ends.
  if (!posix.isAbsolute(path) && isHiddenPath(path)) return engineMessages.fileHidden(path);
  const found = look(path);
  if (found === undefined) return undefined;
  switch (found.kind) {
    case "missing":
      if (isKeptPath(path)) return sentFileMessages.keptFileWritten(path);
      return sentFileMessages.fileMissing(path, found.folder, found.near);
    case "unreadable":
      return asItIs(engineMessages.fileUnreadable(path, found.reason));
    case "file":
      return asItIs(fits(found.bytes));
  }
}

/** Says whether a file of so many bytes is too large for those who take it. */
export function sizeProblem(path: string, limit: FileLimit, bytes: number): Message | undefined {
  const isTooLarge = bytes > limit.megabytes * 1024 * 1024;
  return isTooLarge ? engineMessages.fileTooLarge(path, limit) : undefined;
}

/** Whatever the folder is, such a path leaves it. */
function leadsOut(path: string): boolean {
  return /^\.\.(?:\/|$)/.test(posix.normalize(path));
}

/** Says what is wrong with files together as they lie now: a call or a mail takes only so much. */
export function localFilesProblem(
  paths: readonly string[],
  look: LookAtFile,
  { megabytes, tooLarge }: { readonly megabytes: number; readonly tooLarge: Message },
): Message | undefined {
  const sizes = paths.map((path) => {
    const found = look(path);
    return found?.kind === "file" ? found.bytes : 0;
  });
  const bytes = sizes.reduce((sum, one) => sum + one, 0);
  return bytes > megabytes * 1024 * 1024 ? asItIs(tooLarge) : undefined;
}

function asItIs(problem: Message | undefined): Message | undefined {
  if (problem?.severity !== "error") return problem;
  return sentFileMessages.fileAsItIs(problem.message, problem.hint);
}
