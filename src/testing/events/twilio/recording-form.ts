import { callForm, type TwilioCall } from "./call-forms.ts";
import { API_VERSION, type TwilioForm, twilioForm } from "./form.ts";

/** What a caller left behind a `<Record>`. */
export interface Recording {
  /** `RE` and 32 hexadecimal digits. */
  readonly recordingSid: string;
  /** Address of the recording; Twilio's own where it is undefined. */
  readonly recordingUrl: string | undefined;
  /** Whole. */
  readonly seconds: number;
}

/**
 * Makes the form that goes to the `action` of a `<Record>` when the caller is done
 * (https://www.twilio.com/docs/voice/twiml/record, "action").
 */
export function recordingForm(call: TwilioCall, recording: Recording): TwilioForm {
  const { recordingSid, recordingUrl, seconds } = recording;
  const base = `https://api.twilio.com/${API_VERSION}/Accounts/${call.accountSid}`;
  const told = twilioForm({
    RecordingDuration: String(seconds),
    RecordingSid: recordingSid,
    RecordingUrl: recordingUrl ?? `${base}/Recordings/${recordingSid}`,
  });
  return new Map([...callForm(call, "in-progress"), ...told]);
}
