import { testCallMessages } from "../diagnostics/codes/test-calls.ts";
import type { CallMessage } from "../host/message.ts";
import { BasicError } from "../runtime/error.ts";
import { sameRecipient } from "./phone-number.ts";
import { callForm } from "./events/twilio/call-forms.ts";
import type { TestBed } from "./test-bed.ts";
import { TEST_TWILIO } from "./twilio-request.ts";

/** What Twilio finds out of who answers (Twilio, answering machine detection). */
const ANSWERERS = [
  ...(["human", "machine_start", "machine_end_beep", "machine_end_silence"] as const),
  ...(["machine_end_other", "fax", "unknown"] as const),
];

/**
 * Lets whoever the script called pick up, and plays the call up to the first question.
 * @param to the number that was called; whoever was called last unless given
 * @param answerer what Twilio finds out of who answers; `human` unless given, where it is to find out
 * @throws BasicError GB3580 to GB3583 where there is no such call, GB3513, GB4249
 */
export async function answerOutgoingCall(
  bed: TestBed,
  to: string | undefined,
  answerer: string | undefined,
): Promise<void> {
  if (answerer !== undefined && !ANSWERERS.some((one) => one === answerer)) {
    throw new BasicError(testCallMessages.wrongAnswerer(answerer, ANSWERERS));
  }
  const { id, message } = findCall(bed, to);
  if (message.url === undefined) throw new BasicError(testCallMessages.callSaysText());
  const detected = message.detect === undefined ? undefined : (answerer ?? "human");
  if (answerer !== undefined && detected === undefined) {
    throw new BasicError(testCallMessages.notDetected());
  }
  const call = {
    accountSid: TEST_TWILIO.accountSid,
    callSid: id,
    from: message.from ?? TEST_TWILIO.number,
    to: message.to,
    direction: "outbound-api",
    answeredBy: detected,
  } as const;
  const form = callForm(call, "in-progress");
  await bed.events.ring(call, { target: message.url, method: "POST", form }, undefined);
}

function findCall(
  { channels }: TestBed,
  to: string | undefined,
): { readonly id: string; readonly message: CallMessage } {
  const found = channels.sent
    .flatMap(({ id, message }) => (message.channel === "call" ? [{ id, message }] : []))
    .findLast(({ message }) => to === undefined || sameRecipient(message.to, to));
  if (found === undefined) throw new BasicError(testCallMessages.nobodyCalled(to));
  return found;
}
