import type { IncomingRequest } from "../../host/http.ts";
import type { KnownObject } from "../../host/known-object.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import {
  failureReason,
  field,
  fieldsOf,
  membersOf,
  numberField,
  objectOf,
  type RequestHost,
} from "../calls/twilio-fields.ts";
import { definePhraseFunction } from "../define.ts";

/** What is known of a message (Twilio, messaging webhooks). */
const FIELDS = fieldsOf({
  FROM: { read: field("From"), holds: "who wrote" },
  TO: { read: field("To"), holds: "to which number of yours" },
  BODY: { read: ({ form }) => form.get("Body")?.[0] ?? "", holds: "the text" },
  ID: { read: field("MessageSid", "SmsSid"), holds: "the id of the message" },
  STATUS: { read: field("MessageStatus", "SmsStatus"), holds: "what became of it" },
  ERROR: { read: field("ErrorCode"), holds: "Twilio's error" },
  REASON: {
    read: failureReason("MessageStatus", "SmsStatus"),
    holds: "why it did not arrive, in words",
  },
  MEDIA: {
    read: mediaOf,
    holds: "its files",
    isList: true,
    members: [{ name: "url" }, { name: "type" }],
  },
  CHANNEL: {
    read: (request) => (isWhatsApp(request) ? "whatsapp" : "sms"),
    holds: "`sms` or `whatsapp`",
  },
  NAME: { read: field("ProfileName"), holds: "the name in WhatsApp" },
  OPTOUT: { read: optOutOf, holds: "`stop`, `start` or `help`, where Twilio took it for that" },
  BUTTON: {
    read: field("ButtonPayload", "ButtonText"),
    holds: "the button that was pressed in WhatsApp",
  },
  LATITUDE: { read: numberField("Latitude"), holds: "of a place" },
  LONGITUDE: { read: numberField("Longitude"), holds: "of a place" },
  ADDRESS: { read: field("Address"), holds: "of a place" },
  LABEL: { read: field("Label"), holds: "what the place is called" },
  CITY: { read: field("FromCity"), holds: "the writer's city" },
  STATE: { read: field("FromState"), holds: "the writer's state" },
  ZIP: { read: field("FromZip"), holds: "the writer's postal code" },
  COUNTRY: { read: field("FromCountry"), holds: "the writer's country" },
  ACCOUNT: { read: field("AccountSid"), holds: "the account at Twilio" },
});

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
  run: ({ field: name }, { host }) => FIELDS.get(name)?.read(host.request.current()) ?? null,
});

/** What is in the variable SMS. */
export const smsObject: KnownObject = {
  name: "SMS",
  help: "ON SMS",
  members: membersOf(FIELDS),
  meant: { number: "from", sender: "from", text: "body", message: "body", file: "media" },
};

/** Gives all that is known of the message: what the variable SMS holds. */
export function readSms(host: RequestHost): Value {
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
