import { testRecordingMessages } from "../diagnostics/codes/test-recordings.ts";
import { BasicError } from "../runtime/error.ts";
import { recordingForm } from "./events/twilio/recording-form.ts";
import { callOrUsual, type NamedPlace, onwardPlace } from "./onward-place.ts";
import type { TestBed } from "./test-bed.ts";
import { TEST_TWILIO } from "./twilio-request.ts";

/** What a caller left; what is undefined stands for what is usual in tests. */
export interface LeftRecording extends NamedPlace {
  /** How long it is; 5 unless given. */
  readonly seconds: number | undefined;
  /** Address of the recording. */
  readonly url: string | undefined;
  /** UNSIGNED, FORGED or nothing. */
  readonly signature: string | undefined;
}

const USUAL_SECONDS = 5;

/**
 * Lets the caller leave a recording, and plays what the call goes on with up to the next question.
 * @throws BasicError GB4803 for a block that there is not, GB4804 where no block or several could be meant, GB4805
 *   where the call came to no RECORD, GB4806 for a wrong length, GB3518 for what is no path, GB3513, GB4249
 */
export async function receiveRecording(bed: TestBed, left: LeftRecording): Promise<void> {
  const { seconds = USUAL_SECONDS, url: recordingUrl, signature } = left;
  if (!Number.isInteger(seconds) || seconds < 1) {
    throw new BasicError(testRecordingMessages.wrongSeconds(String(seconds)));
  }
  const { events, routes } = bed;
  const place = onwardPlace(left, {
    reached: events.call?.recorded,
    blocks: routes.recordings,
    messages: testRecordingMessages,
  });
  const number = events.next();
  const call = callOrUsual(bed, number);
  const recording = { recordingSid: TEST_TWILIO.sid("RE", number), recordingUrl, seconds };
  await events.ring(call, { ...place, form: recordingForm(call, recording) }, signature);
}
