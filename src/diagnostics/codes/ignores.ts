import { warning } from "../message.ts";

const FORM = "write ' gbasic-ignore GB2501: reason";

/** GB259x: comments that silence findings. */
export const ignoreMessages = {
  ignoresNothing: (code: string, found: readonly string[]) =>
    warning(
      "GB2590",
      `${code} is not found here, so this comment silences nothing`,
      found.length === 0 ? "remove it" : `remove it, or write ${found.join(", ")}`,
    ),
  ignoreWithoutCode: () => warning("GB2591", "this comment does not say what to ignore", FORM),
  ignoredError: (code: string) =>
    warning(
      "GB2592",
      `${code} is an error, and only warnings can be ignored`,
      "mend what it says, and remove this comment",
    ),
};
