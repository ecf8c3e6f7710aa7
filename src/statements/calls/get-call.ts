import type { KnownObject } from "../../host/known-object.ts";
import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction } from "../define.ts";
import {
  failureReason,
  field,
  type FieldReader,
  fieldsOf,
  keptValue,
  membersOf,
  numberField,
  objectOf,
  type RequestHost,
} from "./twilio-fields.ts";

/** What is known of a call (Twilio, voice request parameters; Gather, Record and Dial for the rest). */
const FIELDS = fieldsOf({
  FROM: { read: field("From"), holds: "who calls" },
  TO: { read: field("To"), holds: "whom they call" },
  ID: { read: field("CallSid"), holds: "the id of the call" },
  STATUS: { read: field("CallStatus"), holds: "how it stands" },
  DIRECTION: {
    read: field("Direction"),
    holds: "`inbound`, or `outbound-api` for one of `SEND CALL`",
  },
  NAME: { read: field("CallerName"), holds: "the caller's name, as far as Twilio knows it" },
  CITY: { read: field("FromCity"), holds: "the caller's city" },
  STATE: { read: field("FromState"), holds: "the caller's state" },
  ZIP: { read: field("FromZip"), holds: "the caller's postal code" },
  COUNTRY: { read: field("FromCountry"), holds: "the caller's country" },
  FORWARDER: { read: field("ForwardedFrom"), holds: "who forwarded the call" },
  PARENT: { read: field("ParentCallSid"), holds: "the id of the call that it was dialled from" },
  ACCOUNT: { read: field("AccountSid"), holds: "the account at Twilio" },
  ANSWERER: { read: field("AnsweredBy"), holds: "who answers, where `DETECT` finds out" },
  ERROR: { read: field("ErrorCode"), holds: "Twilio's error" },
  REASON: { read: failureReason("CallStatus"), holds: "why nobody was reached, in words" },
  DIGITS: { read: field("Digits"), holds: "the keys that were pressed" },
  SPEECH: { read: field("SpeechResult"), holds: "what was said" },
  CONFIDENCE: { read: numberField("Confidence"), holds: "how sure Twilio is of that, from 0 to 1" },
  RECORDING: { read: field("RecordingUrl"), holds: "the address of what was recorded" },
  TRANSCRIPTION: { read: field("TranscriptionText"), holds: "what was said in it, written down" },
  DURATION: {
    read: firstNumber("RecordingDuration", "DialCallDuration", "CallDuration"),
    holds: "how many seconds that or the call took",
  },
  RESULT: { read: field("DialCallStatus"), holds: "what `DIAL` came to" },
  KEPT: { read: keptValue, holds: "what `KEEPING` handed on", isOpen: true },
});

/** `GET CALL FROM`: what is known of the call. */
export const getCall = definePhraseFunction({
  pattern:
    "GET CALL <field:word(FROM|TO|ID|STATUS|DIRECTION|NAME|CITY|STATE|ZIP|COUNTRY|FORWARDER|PARENT|ACCOUNT|ANSWERER|ERROR|REASON|DIGITS|SPEECH|CONFIDENCE|RECORDING|TRANSCRIPTION|DURATION|RESULT|KEPT)>",
  summary:
    "Gives one thing of the call: who calls (FROM) whom (TO), its ID, STATUS and DIRECTION, the caller's NAME, CITY, STATE, ZIP and COUNTRY as far as Twilio knows them, who forwarded it (FORWARDER) or the call that it was dialled from (PARENT), the ACCOUNT; of a call that SEND CALL made with DETECT who answers (ANSWERER: human, fax, unknown, machine_start, or after a tone machine_end_beep and the like); in ON CALL STATUS in words why nobody was reached (REASON), and Twilio's ERROR where it gives one; in a block the DIGITS or SPEECH that the caller gave, with Twilio's CONFIDENCE from 0 to 1, the address of a RECORDING and what was said in it (TRANSCRIPTION), how long that or the call took (DURATION, in seconds), what DIAL came to (RESULT: completed, busy, no-answer, failed or canceled), and what KEEPING handed on (KEPT). In these handlers, the object CALL has all of it too: CALL.from.",
  example: `ON CALL DO
  SAY "You call from " + GET CALL FROM
END ON`,
  request: "/twilio/voice -d CallSid=CA1 -d From=%2B5511999999999",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>You call from +5511999999999</Say></Response>`,
  returns: "text, a number or what was kept; null where it is not there",
  needs: ["request"],
  run: ({ field: name }, { host }) => FIELDS.get(name)?.read(host.request.current()) ?? null,
});

/** What is in the variable CALL. */
export const callObject: KnownObject = {
  name: "CALL",
  help: "ON CALL",
  members: membersOf(FIELDS),
  meant: { number: "from", caller: "from", called: "to", callsid: "id", text: "speech" },
};

/** Gives all that is known of the call: what the variable CALL holds. */
export function readCall(host: RequestHost): Value {
  return objectOf(FIELDS, host);
}

/** Gives what the caller pressed or said, "" for nothing. */
export function givenByCaller({ request }: RequestHost): Value {
  return field("Digits", "SpeechResult")(request.current()) ?? "";
}

/** Gives the address of what was recorded, "" for nothing. */
export function recordedFile({ request }: RequestHost): Value {
  return field("RecordingUrl")(request.current()) ?? "";
}

function firstNumber(...names: readonly string[]): FieldReader {
  const readers = names.map(numberField);
  return (request) => readers.map((read) => read(request)).find((value) => value !== null) ?? null;
}
