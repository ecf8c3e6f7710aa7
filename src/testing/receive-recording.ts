import { testRecordingMessages } from "../diagnostics/codes/test-recordings.ts";
import { BasicError } from "../runtime/error.ts";
import { SOMEBODY } from "./event-desk.ts";
import { recordingForm } from "./events/twilio/recording-form.ts";
import { checkedPath } from "./request-path.ts";
import { blockOf, onlyBlock } from "./script-blocks.ts";
import type { RecordingPlace } from "./telephone/test-call.ts";
import type { TestBed } from "./test-bed.ts";
import { TEST_TWILIO } from "./twilio-request.ts";

/** What a caller left; what is undefined stands for what is usual in tests. */
export interface LeftRecording {
  /** How long it is; 5 unless given. */
  readonly seconds: number | undefined;
  /** Address of the recording. */
  readonly url: string | undefined;
  /** The block that it is for; the one of the last RECORD unless given. */
  readonly block: string | undefined;
  readonly at: string | undefined;
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
  const { events } = bed;
  const place = placeOf(bed, left);
  const number = events.next();
  const { accountSid, sid } = TEST_TWILIO;
  const call = events.call?.call ?? {
    accountSid,
    callSid: sid("CA", number),
    from: SOMEBODY.number ?? "",
    to: TEST_TWILIO.number,
  };
  const recording = { recordingSid: sid("RE", number), recordingUrl, seconds };
  await events.ring(call, { ...place, form: recordingForm(call, recording) }, signature);
}

/** Where the RECORD of the call goes on; without a call the block. */
function placeOf({ events, routes }: TestBed, { at, block }: LeftRecording): RecordingPlace {
  if (at !== undefined) return { target: checkedPath(at), method: "POST" };
  const { recordings } = routes;
  const route = block === undefined ? undefined : blockOf(recordings, block, testRecordingMessages);
  const recorded = events.call?.recorded;
  if (recorded === undefined) {
    const { path: target } = route ?? onlyBlock(recordings, testRecordingMessages);
    return { target, method: "POST" };
  }
  const found = recorded.findLast(
    ({ target }) => route === undefined || target.split("?", 1)[0] === route.path,
  );
  if (found === undefined) throw new BasicError(testRecordingMessages.nothingRecorded(block));
  return found;
}
