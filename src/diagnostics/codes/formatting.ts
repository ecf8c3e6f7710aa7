import { error } from "../message.ts";

/** GB502x: what `gbasic fmt` does not do. */
export const formattingMessages = {
  wouldChange: (path: string) =>
    error(
      "GB5020",
      `in gbasic's style ${path} would say something else, so it stays as it is`,
      "this is a bug in gbasic, please report it with the file",
    ),
};
