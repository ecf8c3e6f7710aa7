import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction } from "../define.ts";
import {
  failureReason,
  field,
  type FieldReader,
  keptValue,
  numberField,
  objectOf,
  type RequestHost,
} from "./twilio-fields.ts";

/** What is known of a call (Twilio, voice request parameters; Gather, Record and Dial for the rest). */
const FIELDS: ReadonlyMap<string, FieldReader> = new Map([
  ["FROM", field("From")],
  ["TO", field("To")],
  ["ID", field("CallSid")],
  ["STATUS", field("CallStatus")],
  ["DIRECTION", field("Direction")],
  ["NAME", field("CallerName")],
  ["CITY", field("FromCity")],
  ["STATE", field("FromState")],
  ["ZIP", field("FromZip")],
  ["COUNTRY", field("FromCountry")],
  ["FORWARDER", field("ForwardedFrom")],
  ["PARENT", field("ParentCallSid")],
  ["ACCOUNT", field("AccountSid")],
  ["ANSWERER", field("AnsweredBy")],
  ["ERROR", field("ErrorCode")],
  ["REASON", failureReason("CallStatus")],
  ["DIGITS", field("Digits")],
  ["SPEECH", field("SpeechResult")],
  ["CONFIDENCE", numberField("Confidence")],
  ["RECORDING", field("RecordingUrl")],
  ["DURATION", firstNumber("RecordingDuration", "DialCallDuration", "CallDuration")],
  ["RESULT", field("DialCallStatus")],
  ["KEPT", keptValue],
]);

/** `GET CALL FROM`: what is known of the call. */
export const getCall = definePhraseFunction({
  pattern:
    "GET CALL <field:word(FROM|TO|ID|STATUS|DIRECTION|NAME|CITY|STATE|ZIP|COUNTRY|FORWARDER|PARENT|ACCOUNT|ANSWERER|ERROR|REASON|DIGITS|SPEECH|CONFIDENCE|RECORDING|DURATION|RESULT|KEPT)>",
  summary:
    "Gives one thing of the call: who calls (FROM) whom (TO), its ID, STATUS and DIRECTION, the caller's NAME, CITY, STATE, ZIP and COUNTRY as far as Twilio knows them, who forwarded it (FORWARDER) or the call that it was dialled from (PARENT), the ACCOUNT; of a call that SEND CALL made with DETECT who answers (ANSWERER: human, fax, unknown, machine_start, or after a tone machine_end_beep and the like); in ON CALL STATUS in words why nobody was reached (REASON), and Twilio's ERROR where it gives one; in a block the DIGITS or SPEECH that the caller gave, with Twilio's CONFIDENCE from 0 to 1, the address of a RECORDING, how long that or the call took (DURATION, in seconds), what DIAL came to (RESULT: completed, busy, no-answer, failed or canceled), and what KEEPING handed on (KEPT). In these handlers, the object CALL has all of it too: CALL.from.",
  example: `ON CALL DO
  SAY "You call from " + GET CALL FROM
END ON`,
  request: "/twilio/voice -d CallSid=CA1 -d From=%2B5511999999999",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>You call from +5511999999999</Say></Response>`,
  returns: "text, a number or what was kept; null where it is not there",
  needs: ["request"],
  run: ({ field: name }, { host }) => FIELDS.get(name)?.(host.request.current()) ?? null,
});

/** Gives all that is known of the call: what the variable CALL holds. */
export function callObject(host: RequestHost): Value {
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
