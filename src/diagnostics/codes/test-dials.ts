import { error } from "../message.ts";

/** GB4893 to GB4897: what a test says that a DIAL came to. */
export const testDialMessages = {
  noBlock: (block: string, known: readonly string[], proposed: string | undefined) =>
    error(
      "GB4893",
      `the script has no ON DIAL RESULT ${JSON.stringify(block)}`,
      proposed !== undefined
        ? `did you mean FOR ${JSON.stringify(proposed)}?`
        : known.length === 0
          ? "write one; THEN of a DIAL names it"
          : `it has ${known.map((one) => JSON.stringify(one)).join(", ")}`,
    ),
  whichBlock: (known: readonly string[]) =>
    error(
      "GB4894",
      `RECEIVE DIAL RESULT: the script has ${known.length === 0 ? "no ON DIAL RESULT" : "several blocks ON DIAL RESULT"}`,
      known.length === 0
        ? 'write one, or say which path is meant: AT "/path"'
        : `let the call come to its DIAL, or say which one is meant, such as FOR ${JSON.stringify(known[0])}`,
    ),
  notReached: (block: string | undefined) =>
    error(
      "GB4895",
      `RECEIVE DIAL RESULT: the call has come to no DIAL that goes on in ${block === undefined ? "a block" : JSON.stringify(block)}`,
      "let the call come to a DIAL with THEN before, with PRESS or SPEAK where it asks first; EXPECT BODY shows what it answered last",
    ),
  unknownResult: (written: string, known: readonly string[]) =>
    error(
      "GB4896",
      `Twilio never says ${JSON.stringify(written)} of what a DIAL came to`,
      `write one of ${known.join(", ")}`,
    ),
  wrongDuration: (written: string, status: string, isAnswered: boolean) =>
    error(
      "GB4897",
      isAnswered
        ? `RECEIVE DIAL RESULT: no call takes ${written} seconds`
        : `RECEIVE DIAL RESULT: a dialled call that is ${status} has no duration`,
      isAnswered
        ? "write a whole number from 0 on"
        : 'leave DURATION away, or write "completed" where somebody answered',
    ),
} as const;
