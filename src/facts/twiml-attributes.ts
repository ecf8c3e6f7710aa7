import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  {
    address: "https://www.npmjs.com/package/twilio/v/6.2.0",
    read: "2026-11-27",
  },
  { address: "https://www.twilio.com/docs/voice/twiml/dial", read: "2026-11-27" },
  { address: "https://www.twilio.com/docs/voice/twiml/gather", read: "2026-11-27" },
  { address: "https://www.twilio.com/docs/voice/twiml/record", read: "2026-11-27" },
  { address: "https://www.w3.org/TR/speech-synthesis11/", read: "2026-11-27" },
];

/** What an attribute of TwiML takes; one that takes any text has neither words nor a range. */
export interface TwimlValues {
  readonly words?: readonly string[];
  /** Several of the words, with blanks between them. */
  readonly isList?: boolean;
  /** Whole numbers, beside the words. */
  readonly range?: { readonly least: number; readonly most?: number };
}

type Attributes = Readonly<Record<string, TwimlValues>>;

const ANY: TwimlValues = {};
const one = (...words: readonly string[]): TwimlValues => ({ words });
const several = (...words: readonly string[]): TwimlValues => ({ words, isList: true });
const whole = (least: number, most?: number): TwimlValues => {
  return { range: most === undefined ? { least } : { least, most } };
};
const any = (names: string): Attributes => {
  return Object.fromEntries(names.split(" ").map((name) => [name, ANY]));
};

const METHOD = one("GET", "POST");
const FLAG = one("true", "false");
const TRIM = one("trim-silence", "do-not-trim");
const TRACKS = one("inbound_track", "outbound_track", "both_tracks");
const CALL_EVENTS = several("initiated", "ringing", "answered", "completed");
/** The two that are no words are what Twilio took before the others. */
const CALL_RECORDS = one(
  "do-not-record",
  "record-from-answer",
  "record-from-ringing",
  "record-from-answer-dual",
  "record-from-ringing-dual",
  "true",
  "false",
);

const status = { statusCallback: ANY, statusCallbackMethod: METHOD };
const called = { url: ANY, method: METHOD, ...status, statusCallbackEvent: CALL_EVENTS };
const next = { action: ANY, method: METHOD };
const recording = {
  recordingConfigurationId: ANY,
  recordingStatusCallback: ANY,
  recordingStatusCallbackMethod: METHOD,
  recordingStatusCallbackEvent: several("in-progress", "completed", "absent"),
  trim: TRIM,
};
const machine = {
  ...any("amdStatusCallback machineDetection"),
  amdStatusCallbackMethod: METHOD,
  machineDetectionSilenceTimeout: whole(1),
  machineDetectionSpeechEndThreshold: whole(1),
  machineDetectionSpeechThreshold: whole(1),
  machineDetectionTimeout: whole(1),
};
const queue = { url: ANY, method: METHOD, ...any("postWorkActivitySid reservationSid") };
const stream = { ...any("audioFormat connectorName name sampleRate url"), track: TRACKS };
const message = { ...next, ...any("from statusCallback to") };
const named = any("name value");

/** The attributes of elements of TwiML, and what they take; names are told apart by capitals. */
const BY_ELEMENT: Readonly<Record<string, Attributes>> = {
  Response: {},
  Say: { ...any("language voice"), loop: whole(0) },
  Play: { digits: ANY, loop: whole(0) },
  Pause: { length: whole(1) },
  Gather: {
    ...next,
    ...any("finishOnKey hints language partialResultCallback speechModel"),
    actionOnEmptyResult: FLAG,
    bargeIn: FLAG,
    debug: FLAG,
    enhanced: FLAG,
    input: several("dtmf", "speech", "both"),
    maxSpeechTime: whole(1),
    numDigits: whole(1),
    partialResultCallbackMethod: METHOD,
    profanityFilter: FLAG,
    speechTimeout: { words: ["auto"], range: { least: 0 } },
    timeout: { words: ["auto"], range: { least: 0 } },
  },
  Record: {
    ...next,
    ...recording,
    ...any("finishOnKey transcribeCallback"),
    maxLength: whole(1, 86_400),
    playBeep: FLAG,
    timeout: whole(0),
    transcribe: FLAG,
  },
  Dial: {
    ...next,
    ...recording,
    ...any("callReason callerId events passports referUrl ringTone"),
    answerOnBridge: FLAG,
    hangupOnStar: FLAG,
    record: CALL_RECORDS,
    recordingTrack: one("both", "inbound", "outbound"),
    referMethod: METHOD,
    sequential: FLAG,
    timeLimit: whole(1),
    timeout: whole(1),
  },
  Number: { ...called, ...machine, ...any("byoc sendDigits") },
  Client: called,
  Sip: { ...called, ...machine, ...any("password username") },
  Application: { ...called, customerId: ANY, copyParentTo: FLAG },
  WhatsApp: called,
  Queue: queue,
  Conference: {
    ...recording,
    ...status,
    ...any("coach eventCallbackUrl participantLabel region waitUrl"),
    beep: one("true", "false", "onEnter", "onExit"),
    endConferenceOnExit: FLAG,
    jitterBufferSize: one("large", "medium", "small", "off"),
    maxParticipants: whole(1),
    muted: FLAG,
    record: one("do-not-record", "record-from-start", "true", "false"),
    startConferenceOnEnter: FLAG,
    statusCallbackEvent: several(
      ...["start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement"],
    ),
    waitMethod: METHOD,
  },
  Redirect: { method: METHOD },
  Hangup: {},
  Leave: {},
  Echo: {},
  Reject: { reason: one("rejected", "busy") },
  Enqueue: {
    ...next,
    ...any("waitUrl workflowSid"),
    maxQueueSize: whole(1),
    waitUrlMethod: METHOD,
  },
  Task: { priority: whole(0), timeout: whole(0) },
  Sms: message,
  Message: message,
  Body: {},
  Media: {},
  Refer: next,
  Connect: next,
  Start: next,
  Stop: {},
  Stream: { ...status, ...stream },
  Siprec: { ...status, ...any("connectorName name"), track: TRACKS },
  Recording: {
    ...recording,
    channels: one("mono", "dual"),
    track: one("inbound", "outbound", "both"),
  },
  Room: any("participantIdentity"),
  Parameter: named,
  Config: named,
  Header: named,
  Uri: any("password priority username weight"),
};

/** Marks in what Say reads out (SSML 1.1, of which the voices take some). */
const BY_MARK: Readonly<Record<string, Attributes>> = {
  break: { time: ANY, strength: one("none", "x-weak", "weak", "medium", "strong", "x-strong") },
  emphasis: { level: one("strong", "moderate", "none", "reduced") },
  lang: any("onlangfailure"),
  p: {},
  phoneme: any("alphabet ph type"),
  prosody: any("contour duration pitch range rate volume"),
  s: {},
  "say-as": any("detail format interpret-as"),
  sub: any("alias"),
  w: any("role"),
};

/**
 * Those whose attributes are known, by the name of the element. The attributes of what Twilio still
 * builds on, such as ConversationRelay, Pay and Transcription, are not.
 */
export const TWIML_ATTRIBUTES: ReadonlyMap<string, ReadonlyMap<string, TwimlValues>> = new Map(
  Object.entries({ ...BY_ELEMENT, ...BY_MARK }).map(([element, attributes]) => {
    return [element, new Map(Object.entries(attributes))];
  }),
);
