import { randomBytes, randomUUID } from "node:crypto";
import { sendMessages } from "../diagnostics/codes/send.ts";
import type { Configuration } from "../host/configuration.ts";
import { callForm, callStatusForm, gatherForm } from "../testing/events/twilio/call-forms.ts";
import { encodeForm, type TwilioForm } from "../testing/events/twilio/form.ts";
import { smsForm, smsStatusForm } from "../testing/events/twilio/message-forms.ts";
import type { CommandIo } from "./io.ts";
import type { SendOptions } from "./send-options.ts";
import { sendRequests } from "./send-requests.ts";
import { readSendSettings } from "./send-settings.ts";
import { signedUrl, targetOf } from "./send-target.ts";

/** What every command is told that posts as Twilio does. */
export interface TwilioOptions extends SendOptions {
  readonly to: string;
  readonly from: string;
  readonly number?: string;
  readonly publicUrl?: string;
  readonly sid?: string;
}

/** What `gbasic send call` was asked for. */
export interface CallOptions extends TwilioOptions {
  readonly digits?: string;
  readonly speech?: string;
  readonly status: string;
}

/** What `gbasic send sms` was asked for. */
export interface SmsOptions extends TwilioOptions {
  readonly media?: readonly string[];
  readonly mediaType: string;
  readonly whatsapp: boolean;
  readonly name: string;
}

/** What `gbasic send status` was asked for. */
export interface StatusOptions extends TwilioOptions {
  readonly errorCode?: string;
  /** In seconds. */
  readonly duration?: number;
}

/** Posts a call, or keys or words of the caller. @returns 1 where an answer is not 2xx or missing */
export async function sendCall(options: CallOptions, io: CommandIo): Promise<number> {
  const { digits, speech, status, sid = newSid("CA") } = options;
  return post(options, io, sid, (common) => {
    const call = { ...common, callSid: sid };
    if (digits !== undefined) return gatherForm(call, { digits });
    return speech === undefined ? callForm(call, status) : gatherForm(call, { speech });
  });
}

/** Posts a message that came in. @returns 1 where an answer is not 2xx or missing */
export async function sendSms(body: string, options: SmsOptions, io: CommandIo): Promise<number> {
  const { whatsapp, name, mediaType } = options;
  const media = (options.media ?? []).map((url) => ({ url, contentType: mediaType }));
  const sid = options.sid ?? newSid(media.length === 0 ? "SM" : "MM");
  return post(options, io, sid, ({ from, to, accountSid }) =>
    smsForm({
      accountSid,
      messageSid: sid,
      body,
      media,
      from: whatsapp ? `whatsapp:${from}` : from,
      to: whatsapp ? `whatsapp:${to}` : to,
      whatsApp: whatsapp ? { profileName: name, waId: from.replace("+", "") } : undefined,
    }),
  );
}

/** Posts what became of a message or a call. @returns 1 where an answer is not 2xx or missing */
export async function sendStatus(
  status: string,
  options: StatusOptions,
  io: CommandIo,
): Promise<number> {
  const { errorCode, duration, sid = newSid("SM") } = options;
  return post(options, io, sid, ({ accountSid, from: person, to: own }) => {
    // What is reported on went out from here.
    const [from, to] = [own, person];
    if (!sid.startsWith("CA")) {
      return smsStatusForm({ accountSid, messageSid: sid, from, to }, { status, errorCode });
    }
    const call = { accountSid, callSid: sid, from, to, direction: "outbound-api" } as const;
    return callStatusForm(call, { status, at: Date.now(), duration });
  });
}

/** What every form has. */
interface CommonFields {
  readonly accountSid: string;
  readonly from: string;
  readonly to: string;
}

const ACCOUNT = "AC0123456789abcdef0123456789abcdef";
const OWN_NUMBER = "+15550001111";

async function post(
  options: TwilioOptions,
  io: CommandIo,
  sid: string,
  makeForm: (common: CommonFields) => TwilioForm,
): Promise<number> {
  const configuration = await readSendSettings(io);
  const { accountSid = ACCOUNT, from } = configuration.twilio;
  const own = options.number ?? (from?.startsWith("+") === true ? from : OWN_NUMBER);
  const form = makeForm({ accountSid, from: asNumber(options.from), to: asNumber(own) });
  const url = targetOf(options.to, configuration.server);
  const signature = await signatureFor(url, form, configuration, options);
  const headers = {
    "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
    "User-Agent": "TwilioProxy/1.1",
    "I-Twilio-Idempotency-Token": randomUUID(),
    ...(signature === undefined ? {} : { "X-Twilio-Signature": signature }),
  };
  const missing = signature === undefined && !options.unsigned;
  const note = missing ? sendMessages.unsigned("TWILIO_AUTH_TOKEN") : undefined;
  const request = { url, headers, body: encodeForm(form) };
  return sendRequests({ request, ids: [sid], note }, options, io);
}

async function signatureFor(
  url: URL,
  form: TwilioForm,
  { server, twilio }: Configuration,
  { unsigned, secret = twilio.authTokens[0], publicUrl = server.publicUrl }: TwilioOptions,
): Promise<string | undefined> {
  if (unsigned || secret === undefined) return undefined;
  // What Twilio's package brings along is not for commands that sign nothing.
  const { signTwilio } = await import("../testing/events/sign-twilio.ts");
  return signTwilio(signedUrl(url, publicUrl?.replace(/\/+$/, "")), form, secret);
}

/** Writes a number as Twilio does; names of clients and SIP addresses stay as they are. */
function asNumber(written: string): string {
  return /^\+?[\d\s().-]+$/.test(written) ? `+${written.replaceAll(/\D/g, "")}` : written;
}

function newSid(kind: string): string {
  return `${kind}${randomBytes(16).toString("hex")}`;
}
