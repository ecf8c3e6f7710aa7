import { API_VERSION, placeFields, type TwilioForm, twilioForm, type TwilioPlace } from "./form.ts";

/** The characters of one SMS of a longer text, as long as it has only those of the GSM alphabet. */
const SEGMENT = 153;
const SINGLE = 160;

/** A file of a message. */
export interface TwilioMedia {
  readonly url: string;
  readonly contentType: string;
}

/** A message as Twilio knows it. */
export interface TwilioMessage {
  /** `AC` and 32 hexadecimal digits. */
  readonly accountSid: string;
  /** `SM`, or `MM` where it has files, and 32 hexadecimal digits. */
  readonly messageSid: string;
  /** With `+` and the country's code; `whatsapp:+…` for a message of WhatsApp. */
  readonly from: string;
  /** As `from`. */
  readonly to: string;
  readonly body: string;
  /** By default none. */
  readonly media?: readonly TwilioMedia[] | undefined;
  readonly fromPlace?: TwilioPlace | undefined;
  readonly toPlace?: TwilioPlace | undefined;
  /** What Twilio took it for and answered: `STOP`, `START` or `HELP`. */
  readonly optOut?: string | undefined;
  /** What messages of WhatsApp tell beside; others have none of it. */
  readonly whatsApp?: TwilioWhatsApp | undefined;
}

/** What Twilio tells of a message of WhatsApp. */
export interface TwilioWhatsApp {
  readonly profileName: string;
  /** The sender's number, digits alone. */
  readonly waId: string;
  /** The button that was pressed. */
  readonly button?: { readonly text: string; readonly payload: string } | undefined;
  /** In degrees. */
  readonly location?: { readonly latitude: number; readonly longitude: number } | undefined;
}

/** What Twilio reports of a message that it was given. */
export interface MessageReport {
  /** `queued`, `sent`, `delivered`, `undelivered`, `failed`, `read` … */
  readonly status: string;
  /** Why it was not delivered: `30003`. */
  readonly errorCode?: string | undefined;
}

/**
 * Makes the form of a message that came in
 * (https://www.twilio.com/docs/messaging/guides/webhook-request).
 */
export function smsForm(message: TwilioMessage): TwilioForm {
  const { messageSid, body, media = [], whatsApp, fromPlace, toPlace } = message;
  const places = { ...placeFields("From", fromPlace), ...placeFields("To", toPlace) };
  return twilioForm({
    ...(whatsApp === undefined ? places : whatsAppFields(whatsApp)),
    ...Object.fromEntries(
      media.flatMap(({ url, contentType }, index) => [
        [`MediaUrl${index}`, url],
        [`MediaContentType${index}`, contentType],
      ]),
    ),
    AccountSid: message.accountSid,
    ApiVersion: API_VERSION,
    Body: body,
    From: message.from,
    MessageSid: messageSid,
    NumMedia: String(media.length),
    OptOutType: message.optOut,
    NumSegments: String(body.length <= SINGLE ? 1 : Math.ceil(body.length / SEGMENT)),
    SmsMessageSid: messageSid,
    SmsSid: messageSid,
    SmsStatus: "received",
    To: message.to,
  });
}

/**
 * Makes the form of a status callback of a message that was sent
 * (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status).
 */
export function smsStatusForm(
  message: Pick<TwilioMessage, "accountSid" | "messageSid" | "from" | "to">,
  { status, errorCode }: MessageReport,
): TwilioForm {
  return twilioForm({
    AccountSid: message.accountSid,
    ApiVersion: API_VERSION,
    ErrorCode: errorCode,
    From: message.from,
    MessageSid: message.messageSid,
    MessageStatus: status,
    SmsSid: message.messageSid,
    SmsStatus: status,
    To: message.to,
  });
}

function whatsAppFields(whatsApp: TwilioWhatsApp): Readonly<Record<string, string | undefined>> {
  const { profileName, waId, button, location } = whatsApp;
  return {
    ProfileName: profileName,
    WaId: waId,
    ButtonText: button?.text,
    ButtonPayload: button?.payload,
    Latitude: location === undefined ? undefined : String(location.latitude),
    Longitude: location === undefined ? undefined : String(location.longitude),
  };
}
