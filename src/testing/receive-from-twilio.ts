import { SOMEBODY } from "./event-desk.ts";
import { callForm } from "./events/twilio/call-forms.ts";
import { smsForm, type TwilioWhatsApp } from "./events/twilio/message-forms.ts";
import { checkedPath } from "./request-path.ts";
import type { TestBed } from "./test-bed.ts";
import { TEST_TWILIO, twilioRequest } from "./twilio-request.ts";

/** Who calls or writes, and where Twilio asks; what is undefined stands for what is usual in tests. */
export interface PhoneParties {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The path of the script; without it the one that its handlers tell of. */
  readonly at: string | undefined;
  /** UNSIGNED, FORGED or nothing. */
  readonly signature: string | undefined;
}

/**
 * Lets somebody call the script, up to the first question.
 * @throws BasicError GB3511 where it is not clear which path is meant, GB3518 for what is no path
 */
export async function receiveTwilioCall(
  { events, routes }: TestBed,
  { from, to, at, signature }: PhoneParties,
): Promise<void> {
  const call = {
    accountSid: TEST_TWILIO.accountSid,
    callSid: TEST_TWILIO.sid("CA", events.next()),
    ...parties(from, to),
  };
  const target = at === undefined ? routes.call() : checkedPath(at);
  await events.ring(call, { target, method: "POST", form: callForm(call) }, signature);
}

/** What comes with a message beside its text; what is undefined stands for what is usual in tests. */
export interface SmsContent {
  /** Addresses of its files. */
  readonly media?: readonly string[] | undefined;
  /** The media type of those files; `image/jpeg` unless given. */
  readonly mediaType?: string | undefined;
  /** Of WhatsApp messages: the name in the sender's profile. */
  readonly name?: string | undefined;
  /** What Twilio took it for: `STOP`, `START` or `HELP`. */
  readonly optOut?: string | undefined;
  /** Of WhatsApp messages: the button that was pressed. */
  readonly button?: string | undefined;
}

/**
 * Hands an SMS to the script, and waits until all that comes of it is done.
 * @throws BasicError GB3511 where it is not clear which path is meant, GB3518 for what is no path
 */
export async function receiveTwilioSms(
  { events, routes }: TestBed,
  body: string,
  { from, to, at, signature }: PhoneParties,
  content: SmsContent = {},
): Promise<void> {
  const number = events.next();
  const { media = [], mediaType: contentType = "image/jpeg" } = content;
  const both = parties(from, to);
  const form = smsForm({
    accountSid: TEST_TWILIO.accountSid,
    messageSid: TEST_TWILIO.sid(media.length === 0 ? "SM" : "MM", number),
    ...both,
    body,
    media: media.map((url) => ({ url, contentType })),
    optOut: content.optOut,
    whatsApp: whatsAppOf(both.from, content),
  });
  const target = at === undefined ? routes.sms() : checkedPath(at);
  await events.send(twilioRequest({ target, method: "POST", form }, number, signature));
}

const WHATSAPP = /^whatsapp:/i;

/** Both ends of a message are on one channel. */
function parties(from: string | undefined, to: string | undefined) {
  const sender = from ?? SOMEBODY.number ?? "";
  const own = WHATSAPP.test(sender) ? `whatsapp:${TEST_TWILIO.number}` : TEST_TWILIO.number;
  return { from: sender, to: to ?? own };
}

function whatsAppOf(from: string, { name, button }: SmsContent): TwilioWhatsApp | undefined {
  if (!WHATSAPP.test(from)) return undefined;
  return {
    profileName: name ?? SOMEBODY.name,
    waId: from.replaceAll(/\D/g, ""),
    button: button === undefined ? undefined : { text: button, payload: button },
  };
}
