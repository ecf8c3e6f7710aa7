import type { Message } from "../diagnostic.ts";
import { error, warning } from "../message.ts";

/** GB5480–GB5483: calls over HTTP that tests record and replay. */
export const recordingMessages = {
  notRecorded: (call: string, { code, message, hint }: Message) =>
    error(
      "GB5480",
      `${call} could not be recorded: ${code}: ${message}`,
      hint ?? "let the address answer; where a failure is what is tested, MOCK it: UNREACHABLE",
    ),
  unusedCalls: (test: string, calls: readonly string[], isGone: boolean, command: string) =>
    warning(
      "GB5481",
      isGone
        ? `calls are recorded for ${JSON.stringify(test)}, and there is no such test any more`
        : `${JSON.stringify(test)} no longer makes calls that are recorded for it: ${calls.join(", ")}`,
      `remove what is not used: ${command}`,
    ),
  unreadable: (path: string, reason: string, command: string) =>
    error(
      "GB5482",
      `the recorded calls in ${path} cannot be read: ${reason}`,
      `mend the file, or remove it and record anew: ${command}`,
    ),
  unwritable: (path: string, reason: string) =>
    error(
      "GB5483",
      `the recorded calls cannot be written to ${path}: ${reason}`,
      "let the folder be written to",
    ),
} as const;
