import { API_VERSION, placeFields, type TwilioForm, twilioForm, type TwilioPlace } from "./form.ts";

/** A call as Twilio knows it. */
export interface TwilioCall {
  /** `AC` and 32 hexadecimal digits. */
  readonly accountSid: string;
  /** `CA` and 32 hexadecimal digits. */
  readonly callSid: string;
  /** The caller, with `+` and the country's code. */
  readonly from: string;
  /** The number called, with `+` and the country's code. */
  readonly to: string;
  /** By default `inbound`. */
  readonly direction?: "inbound" | "outbound-api" | "outbound-dial" | undefined;
  readonly fromPlace?: TwilioPlace | undefined;
  readonly toPlace?: TwilioPlace | undefined;
  /** Where the caller's name is looked up. */
  readonly callerName?: string | undefined;
  /** The number that sent the call on. */
  readonly forwardedFrom?: string | undefined;
  /** Who answers, as far as Twilio was asked to find out: `human`, `machine_start` … */
  readonly answeredBy?: string | undefined;
  /** The call that this one was dialled from. */
  readonly parentCallSid?: string | undefined;
}

/** What a caller gave to `<Gather>`: keys or words. */
export type Gathered =
  | {
      readonly digits: string;
      /** The key that ended them; "" where none did. By default "". */
      readonly finishedOnKey?: string | undefined;
    }
  | {
      readonly speech: string;
      /** From 0 to 1; by default 0.9. */
      readonly confidence?: number | undefined;
    };

/** What Twilio reports of a call. */
export interface CallReport {
  /** `ringing`, `in-progress`, `completed`, `busy`, `no-answer`, `failed`, `canceled` … */
  readonly status: string;
  /** In ms since 1970-01-01 UTC. */
  readonly at: number;
  /** In seconds; undefined while the call lasts. */
  readonly duration?: number | undefined;
  /** Why nobody was reached: `13224`. */
  readonly errorCode?: string | undefined;
  /** The how many-th report it is, from 0. */
  readonly sequence?: number | undefined;
}

/**
 * Makes the form of a call that asks for TwiML
 * (https://www.twilio.com/docs/voice/twiml, "Request parameters").
 * @param status by default `ringing`
 */
export function callForm(call: TwilioCall, status = "ringing"): TwilioForm {
  const { accountSid, callSid, from, to, fromPlace, toPlace } = call;
  return twilioForm({
    AccountSid: accountSid,
    AnsweredBy: call.answeredBy,
    ApiVersion: API_VERSION,
    CallSid: callSid,
    CallStatus: status,
    Called: to,
    ...placeFields("Called", toPlace),
    Caller: from,
    ...placeFields("Caller", fromPlace),
    CallerName: call.callerName,
    Direction: call.direction ?? "inbound",
    ForwardedFrom: call.forwardedFrom,
    From: from,
    ...placeFields("From", fromPlace),
    ParentCallSid: call.parentCallSid,
    To: to,
    ...placeFields("To", toPlace),
  });
}

/**
 * Makes the form that goes to the `action` of a `<Gather>`: `Digits` and `FinishedOnKey`, or
 * `SpeechResult` and `Confidence` (https://www.twilio.com/docs/voice/twiml/gather).
 */
export function gatherForm(call: TwilioCall, gathered: Gathered): TwilioForm {
  const fields =
    "digits" in gathered
      ? { Digits: gathered.digits, FinishedOnKey: gathered.finishedOnKey ?? "", msg: "Gather End" }
      : { SpeechResult: gathered.speech, Confidence: String(gathered.confidence ?? 0.9) };
  return new Map([...callForm(call, "in-progress"), ...twilioForm(fields)]);
}

/**
 * Makes the form of a status callback of a call
 * (https://www.twilio.com/docs/voice/api/call-resource, "statusCallback").
 */
export function callStatusForm(call: TwilioCall, report: CallReport): TwilioForm {
  const { status, at, duration, sequence = 0 } = report;
  const told = twilioForm({
    CallDuration: duration === undefined ? undefined : String(duration),
    Duration: duration === undefined ? undefined : String(Math.ceil(duration / 60)),
    ErrorCode: report.errorCode,
    CallbackSource: "call-progress-events",
    SequenceNumber: String(sequence),
    Timestamp: new Date(at).toUTCString().replace("GMT", "+0000"),
  });
  return new Map([...callForm(call, status), ...told]);
}
