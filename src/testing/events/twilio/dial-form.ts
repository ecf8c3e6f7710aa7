import { callForm, type TwilioCall } from "./call-forms.ts";
import { type TwilioForm, twilioForm } from "./form.ts";

/** What a `<Dial>` came to. */
export interface DialResult {
  /** Of the call that was dialled: `CA` and 32 hexadecimal digits. */
  readonly dialCallSid: string;
  /** `completed`, `answered`, `busy`, `no-answer`, `failed` or `canceled`. */
  readonly status: string;
  /** In whole seconds; undefined where nobody answered. */
  readonly duration: number | undefined;
}

/**
 * Makes the form that goes to the `action` of a `<Dial>` when the dialled call is over
 * (https://www.twilio.com/docs/voice/twiml/dial, "action").
 */
export function dialForm(call: TwilioCall, result: DialResult): TwilioForm {
  const { dialCallSid, status, duration } = result;
  const told = twilioForm({
    DialCallDuration: duration === undefined ? undefined : String(duration),
    DialCallSid: dialCallSid,
    DialCallStatus: status,
  });
  return new Map([...callForm(call, "in-progress"), ...told]);
}
