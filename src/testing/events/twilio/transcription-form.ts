import { callForm, type TwilioCall } from "./call-forms.ts";
import { API_VERSION, type TwilioForm, twilioForm } from "./form.ts";

/** What Twilio wrote down of a recording. */
export interface Transcription {
  /** `RE` and 32 hexadecimal digits. */
  readonly recordingSid: string;
  /** Address of the recording; Twilio's own where it is undefined. */
  readonly recordingUrl: string | undefined;
  /** `TR` and 32 hexadecimal digits. */
  readonly transcriptionSid: string;
  /** What was said; "" where nothing was understood. */
  readonly text: string;
}

/**
 * Makes the form that goes to the `transcribeCallback` of a `<Record>`, mostly after the call
 * (https://www.twilio.com/docs/voice/twiml/record, "transcribeCallback").
 */
export function transcriptionForm(call: TwilioCall, transcription: Transcription): TwilioForm {
  const { recordingSid, transcriptionSid, text } = transcription;
  const base = `https://api.twilio.com/${API_VERSION}/Accounts/${call.accountSid}`;
  const address = `${base}/Transcriptions/${transcriptionSid}`;
  const told = twilioForm({
    RecordingSid: recordingSid,
    RecordingUrl: transcription.recordingUrl ?? `${base}/Recordings/${recordingSid}`,
    TranscriptionSid: transcriptionSid,
    TranscriptionStatus: text === "" ? "failed" : "completed",
    TranscriptionText: text,
    TranscriptionType: "fast",
    TranscriptionUrl: address,
    url: address,
  });
  return new Map([...callForm(call, "completed"), ...told]);
}
