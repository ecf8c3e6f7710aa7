import { error } from "../message.ts";

/** GB1121-GB1129: TRY and ON ERROR as they are written; GB2311-GB2315: what may not stand where; GB305x: errors that scripts raise. */
export const errorMessages = {
  tryAlone: () =>
    error(
      "GB1121",
      "this TRY has neither CATCH nor FINALLY, so it does nothing",
      "write CATCH E before END TRY, and after it what to do about an error",
    ),
  catchOrder: (part: string) =>
    error(
      "GB1122",
      `${part} stands after FINALLY or a second time`,
      "write TRY … CATCH … FINALLY … END TRY, each part once",
    ),
  leavesFinally: (keyword: string) =>
    error(
      "GB2311",
      `${keyword} would leave FINALLY, which always runs to its end`,
      "move it behind END TRY",
    ),
  resumeAlone: () =>
    error(
      "GB2314",
      "RESUME without an ON ERROR GOTO in the same part of the script",
      "write ON ERROR GOTO and a label in front of the lines that may fail",
    ),
  nothingToResume: () =>
    error(
      "GB3052",
      "RESUME without an error that is being handled",
      "put EXIT, or EXIT SUB, in front of the lines that handle errors, so that only an error leads there",
    ),
  /** @param text "" where nothing was said */
  thrown: (text: string) =>
    error(
      "GB3050",
      text === "" ? "THROW without a message" : text,
      text === "" ? 'write THROW "what is wrong"' : undefined,
    ),
  /** @param text "" where nothing was said */
  assertionFailed: (text: string) =>
    error("GB3051", text === "" ? "what ASSERT states is not so" : text),
} as const;
