import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import { UsageError } from "./usage-error.ts";

/** Tells whether the system said that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Gives what the system says of a file that it cannot read, such as EACCES. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** Makes the error of a path on the command line that cannot be read. */
export function unreadable(path: string, error: unknown): UsageError {
  return new UsageError(commandLineMessages.unreadable(path, reasonOf(error)), { cause: error });
}
