import { error } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB53xx: the folder in which deliveries, jobs and messages are kept. */
export const storeMessages = {
  unusable: (path: string, reason: string) =>
    error(
      "GB5301",
      `${path} cannot be used to store deliveries: ${reason}`,
      "give gbasic a folder that it may write to, with --data or GBASIC_DATA",
    ),
  inUse: (folder: string) =>
    error(
      "GB5302",
      `another gbasic already uses the data folder ${folder}`,
      "end it first, or give this one a folder of its own with --data or GBASIC_DATA",
    ),
  damaged: (path: string) =>
    error(
      "GB5303",
      `${path} is damaged or is no database of gbasic`,
      "nothing was changed; put a copy back, or move the file away to start with an empty store",
    ),
  fromNewer: (path: string) =>
    error(
      "GB5304",
      `${path} was written by a newer gbasic than this one`,
      "nothing was changed; use the newer gbasic, or another data folder",
    ),
  noStore: (folder: string) =>
    error(
      "GB5310",
      `there is no store of gbasic in ${folder}`,
      "name the data folder of the server with --data or GBASIC_DATA; gbasic serve makes it",
    ),
  noSuchEntry: (id: string, proposed: string | undefined) =>
    error(
      "GB5311",
      `nothing in the store has an id that begins with ${id}`,
      proposal(proposed) ?? "gbasic jobs list shows the ids",
    ),
  severalEntries: (prefix: string, ids: readonly string[]) =>
    error(
      "GB5312",
      `more than one id begins with ${prefix}: ${ids.join(", ")}`,
      "write more of the id",
    ),
} as const;
