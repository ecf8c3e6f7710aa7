import { error } from "../message.ts";

/** GB342x: what a script asks of messages that were sent and received. */
export const historyMessages = {
  noCount: (last: number, most: number) =>
    error(
      "GB3420",
      `LAST ${String(last)} is no number of messages: it takes a whole number from 1 to ${String(most)}`,
      "write how many of the newest messages are wanted, such as LAST 20",
    ),
  tooMany: (most: number) =>
    error(
      "GB3421",
      `more than ${String(most)} messages of this person are kept, which is more than a script can take at once`,
      "write LAST and how many of the newest are wanted",
    ),
  noFailure: () =>
    error(
      "GB3422",
      "GET FAILED MESSAGE gives something in ON SEND FAILED only, and this run follows no failure",
      "use it in an ON SEND FAILED block, and hand its members to the SUBs that it spawns",
    ),
} as const;
