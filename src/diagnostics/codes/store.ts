import { error } from "../message.ts";

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
} as const;
