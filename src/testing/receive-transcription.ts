import { testCallMessages } from "../diagnostics/codes/test-calls.ts";
import { BasicError } from "../runtime/error.ts";
import { SOMEBODY } from "./event-desk.ts";
import { transcriptionForm } from "./events/twilio/transcription-form.ts";
import { checkedPath } from "./request-path.ts";
import { blockOf, onlyBlock } from "./script-blocks.ts";
import type { TestBed } from "./test-bed.ts";
import { TEST_TWILIO, twilioRequest } from "./twilio-request.ts";

/** What Twilio wrote down of a recording; what is undefined stands for what is usual in tests. */
export interface ToldTranscription {
  /** What was said; "" where nothing was understood. */
  readonly text: string;
  /** The block that it is for; the one of the last recording unless given. */
  readonly block: string | undefined;
  /** Address of the recording. */
  readonly recording: string | undefined;
  readonly at: string | undefined;
  /** UNSIGNED, FORGED or nothing. */
  readonly signature: string | undefined;
}

/**
 * Tells the script what was said in a recording of the call.
 * @throws BasicError GB3560 for a block that there is not, GB3561 where no block or several could be meant, GB3562
 *   where the call recorded nothing to write down, GB3518 for what is no path
 */
export async function receiveTranscription(bed: TestBed, told: ToldTranscription): Promise<void> {
  const { events } = bed;
  const target = told.at === undefined ? targetOf(bed, told.block) : checkedPath(told.at);
  const number = events.next();
  const { accountSid, sid } = TEST_TWILIO;
  const call = events.call?.call ?? {
    accountSid,
    callSid: sid("CA", number),
    from: SOMEBODY.number ?? "",
    to: TEST_TWILIO.number,
  };
  const form = transcriptionForm(call, {
    recordingSid: sid("RE", number),
    recordingUrl: told.recording,
    transcriptionSid: sid("TR", number),
    text: told.text,
  });
  await events.send(twilioRequest({ target, method: "POST", form }, number, told.signature));
}

const MESSAGES = {
  noBlock: testCallMessages.noTranscription,
  whichBlock: testCallMessages.whichTranscription,
};

/** The address that the recording of the call gave; without a call that of the block. */
function targetOf({ events, routes }: TestBed, block: string | undefined): string {
  const route = block === undefined ? undefined : blockOf(routes.transcriptions, block, MESSAGES);
  const recorded = events.call?.transcribed;
  if (recorded !== undefined) {
    const found = recorded.findLast(
      ({ pathname }) => route === undefined || pathname === route.path,
    );
    if (found === undefined) throw new BasicError(testCallMessages.nothingTranscribed(block));
    return found.pathname + found.search;
  }
  return (route ?? onlyBlock(routes.transcriptions, MESSAGES)).path;
}
