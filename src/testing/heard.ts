import { UnmetExpectation } from "./expectation.ts";
import { describeAnswer, lastAnswer } from "./last-answer.ts";
import { readTwiml, textOf } from "./telephone/read-twiml.ts";
import type { TestBed } from "./test-bed.ts";

/**
 * Gives what the caller heard since the call went on last; where the last request was no part of a
 * call, what its answer says.
 * @param statement who asks
 * @returns a text for each `<Say>`
 * @throws BasicError GB3502 before the first answer, GB3501 where the answer is no TwiML
 */
export function heard(bed: TestBed, statement: string): readonly string[] {
  const answer = lastAnswer(bed, statement);
  const verbs = readTwiml(answer.body);
  if (verbs === undefined) {
    throw new UnmetExpectation("the answer is no TwiML", describeAnswer(answer));
  }
  const { currentCall } = bed.events;
  if (currentCall !== undefined) return currentCall.heard;
  return verbs.flatMap((verb) =>
    (verb.tagName === "Say" ? [verb] : [...verb.getElementsByTagName("Say")]).map(textOf),
  );
}
