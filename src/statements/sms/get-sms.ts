import type { IncomingRequest } from "../../host/http.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import {
  failureReason,
  field,
  type FieldReader,
  numberField,
  objectOf,
  type RequestHost,
} from "../calls/twilio-fields.ts";
import { definePhraseFunction } from "../define.ts";

/** What is known of a message (Twilio, messaging webhooks). */
const FIELDS: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ["FROM", field("From")],
  ["TO", field("To")],
  ["BODY", ({ form }) => form.get("Body")?.[0] ?? ""],
  ["ID", field("MessageSid", "SmsSid")],
  ["STATUS", field("MessageStatus", "SmsStatus")],
  ["ERROR", field("ErrorCode")],
  ["REASON", failureReason("MessageStatus", "SmsStatus")],
  ["MEDIA", mediaOf],
  ["CHANNEL", (request) => (isWhatsApp(request) ? "whatsapp" : "sms")],
  ["NAME", field("ProfileName")],
  ["OPTOUT", optOutOf],
  ["BUTTON", field("ButtonPayload", "ButtonText")],
  ["LATITUDE", numberField("Latitude")],
  ["LONGITUDE", numberField("Longitude")],
  ["ADDRESS", field("Address")],
  ["LABEL", field("Label")],
  ["CITY", field("FromCity")],
  ["STATE", field("FromState")],
  ["ZIP", field("FromZip")],
  ["COUNTRY", field("FromCountry")],
  ["ACCOUNT", field("AccountSid")],
]);

/** `GET SMS BODY`: what is known of the message. */
export const getSms = definePhraseFunction({
  pattern:
    "GET SMS <field:word(FROM|TO|BODY|ID|STATUS|ERROR|REASON|MEDIA|CHANNEL|NAME|BUTTON|OPTOUT|LATITUDE|LONGITUDE|ADDRESS|LABEL|CITY|STATE|ZIP|COUNTRY|ACCOUNT)>",
  summary:
    "Gives one thing of a message that comes through Twilio: who wrote it (FROM) to whom (TO), its BODY and ID, its files (MEDIA: a list of objects with url and type), its CHANNEL, sms or whatsapp, the writer's CITY, STATE, ZIP and COUNTRY as far as Twilio knows them, the ACCOUNT; whether Twilio took it for a wish to get no more messages, to get them again or for help, and answered it (OPTOUT: stop, start or help); of a WhatsApp message the writer's NAME, the BUTTON that was pressed and the place (LATITUDE, LONGITUDE, with its ADDRESS and LABEL); of a status the STATUS, the ERROR of Twilio and in words its REASON. In these handlers, the object SMS has all of it too: SMS.body.",
  example: `ON SMS DO
  PRINT "You wrote: " + GET SMS BODY
END ON`,
  request: "/twilio/sms -d MessageSid=SM1 -d Body=hello",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Message>You wrote: hello</Message></Response>`,
  returns: "text, a number or a list; null where it is not there",
  needs: ["request"],
  run: ({ field: name }, { host }) => FIELDS.get(name)?.(host.request.current()) ?? null,
});

/** Gives all that is known of the message: what the variable SMS holds. */
export function smsObject(host: RequestHost): Value {
  return objectOf(FIELDS, host);
}

/**
 * STOP, START or HELP, which only Advanced Opt-Out of a messaging service tells. Source:
 * https://support.twilio.com/hc/en-us/articles/31560110671259, read on 2026-11-26.
 */
function optOutOf({ form }: IncomingRequest): Value {
  const kind = form.get("OptOutType")?.[0]?.toLowerCase() ?? "";
  return kind === "" ? null : kind;
}

function mediaOf({ form }: IncomingRequest): Value {
  const count = Number(form.get("NumMedia")?.[0] ?? 0);
  const files: Value[] = [];
  for (let index = 0; index < count; index++) {
    const url = form.get(`MediaUrl${index}`)?.[0];
    if (url === undefined) break;
    const type = form.get(`MediaContentType${index}`)?.[0] ?? null;
    files.push(
      objectFrom([
        ["url", url],
        ["type", type],
      ]),
    );
  }
  return files;
}

function isWhatsApp({ form }: IncomingRequest): boolean {
  return /^whatsapp:/i.test(form.get("From")?.[0] ?? "");
}
