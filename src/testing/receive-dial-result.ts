import { testDialMessages } from "../diagnostics/codes/test-dials.ts";
import { ANSWERED_DIALS, DIAL_RESULTS } from "../facts/twilio-statuses.ts";
import { BasicError } from "../runtime/error.ts";
import { type DialResult, dialForm } from "./events/twilio/dial-form.ts";
import { callOrUsual, type NamedPlace, onwardPlace } from "./onward-place.ts";
import type { TestBed } from "./test-bed.ts";
import { TEST_TWILIO } from "./twilio-request.ts";

/** What a dialled call came to; what is undefined stands for what is usual in tests. */
export interface ToldDialResult extends NamedPlace {
  /** `completed`, `busy` … */
  readonly status: string;
  /** How long they talked; 30 unless given, and none where nobody answered. */
  readonly duration: number | undefined;
  /** UNSIGNED, FORGED or nothing. */
  readonly signature: string | undefined;
}

const USUAL_DURATION = 30;

/**
 * Ends the call that the script dialled, and plays what the caller's own goes on with up to the next question.
 * @throws BasicError GB4893 for a block that there is not, GB4894 where no block or several could be meant, GB4895
 *   where the call came to no DIAL that goes on in a block, GB4896 for a result that Twilio never tells, GB4897 for a
 *   wrong length, GB3518 for what is no path, GB3513, GB4249
 */
export async function receiveDialResult(bed: TestBed, told: ToldDialResult): Promise<void> {
  const result = resultOf(told);
  const { events, routes } = bed;
  const place = onwardPlace(told, {
    reached: events.call?.dialled,
    blocks: routes.dialResults,
    messages: testDialMessages,
  });
  const number = events.next();
  const call = callOrUsual(bed, number);
  const form = dialForm(call, { ...result, dialCallSid: TEST_TWILIO.sid("CA", events.next()) });
  await events.ring(call, { ...place, form }, told.signature);
}

function resultOf({ status: written, duration }: ToldDialResult): Omit<DialResult, "dialCallSid"> {
  const status = DIAL_RESULTS.find((one) => one === written.trim().toLowerCase());
  if (status === undefined) {
    throw new BasicError(testDialMessages.unknownResult(written, DIAL_RESULTS));
  }
  const isAnswered = ANSWERED_DIALS.has(status);
  const isWrong = duration !== undefined && !(Number.isInteger(duration) && duration >= 0);
  if (isWrong || (duration !== undefined && !isAnswered)) {
    throw new BasicError(testDialMessages.wrongDuration(String(duration), status, isAnswered));
  }
  return { status, duration: isAnswered ? (duration ?? USUAL_DURATION) : undefined };
}
