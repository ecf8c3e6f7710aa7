import { error } from "../message.ts";

/** GB342x: what a script asks of message histories. */
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
} as const;
