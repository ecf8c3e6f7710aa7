import { error } from "../message.ts";

/** GB4803 to GB4806: recordings that a test lets a caller leave. */
export const testRecordingMessages = {
  noBlock: (block: string, known: readonly string[], proposed: string | undefined) =>
    error(
      "GB4803",
      `the script has no ON RECORDING ${JSON.stringify(block)}`,
      proposed !== undefined
        ? `did you mean FOR ${JSON.stringify(proposed)}?`
        : known.length === 0
          ? "write one; a RECORD names it"
          : `it has ${known.map((one) => JSON.stringify(one)).join(", ")}`,
    ),
  whichBlock: (known: readonly string[]) =>
    error(
      "GB4804",
      `RECEIVE RECORDING: the script has ${known.length === 0 ? "no ON RECORDING" : "several blocks ON RECORDING"}`,
      known.length === 0
        ? 'write one, or say which path is meant: AT "/path"'
        : `let the call come to its RECORD, or say which one is meant, such as FOR ${JSON.stringify(known[0])}`,
    ),
  notReached: (block: string | undefined) =>
    error(
      "GB4805",
      `RECEIVE RECORDING: the call has come to no RECORD${block === undefined ? "" : ` for ${JSON.stringify(block)}`}`,
      "let the call come to it before, with PRESS or SPEAK where it asks first; EXPECT BODY shows what it answered last",
    ),
  wrongSeconds: (written: string) =>
    error(
      "GB4806",
      `RECEIVE RECORDING: no recording takes ${written} seconds`,
      "write a whole number from 1 on; where nobody says anything, Twilio brings no recording",
    ),
} as const;
