import { SEND_PARAMETER } from "../host/twilio-paths.ts";
import { callForm, callStatusForm, gatherForm } from "../testing/events/twilio/call-forms.ts";
import type { TwilioForm } from "../testing/events/twilio/form.ts";
import { smsForm, smsStatusForm } from "../testing/events/twilio/message-forms.ts";
import type { CommandIo } from "./io.ts";
import type { SendOptions } from "./send-options.ts";
import { sendRequests } from "./send-requests.ts";
import { readSendSettings } from "./send-settings.ts";
import { targetOf } from "./send-target.ts";
import {
  type CommonFields,
  commonFields,
  missingToken,
  newSid,
  type Numbers,
  twilioRequest,
  type TwilioSigning,
} from "./twilio-request.ts";

/** What every command is told that posts as Twilio does. */
export interface TwilioOptions extends SendOptions, Numbers, TwilioSigning {
  readonly to: string;
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
  readonly answeredBy?: string;
  /** The id of the entry that it is about, by which the server knows the message. */
  readonly entry?: string;
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
  const { errorCode, duration, answeredBy, entry, sid = newSid("SM") } = options;
  return post(withEntry(options, entry), io, sid, ({ accountSid, from: person, to: own }) => {
    // What is reported on went out from here.
    const [from, to] = [own, person];
    if (!sid.startsWith("CA")) {
      return smsStatusForm({ accountSid, messageSid: sid, from, to }, { status, errorCode });
    }
    const direction = "outbound-api" as const;
    const call = { accountSid, callSid: sid, from, to, direction, answeredBy };
    return callStatusForm(call, { status, at: Date.now(), duration, errorCode });
  });
}

/** The address that a server gives to Twilio with a message names the message. */
function withEntry(options: StatusOptions, entry: string | undefined): StatusOptions {
  if (entry === undefined) return options;
  const { to } = options;
  const query = new URLSearchParams([[SEND_PARAMETER, entry]]).toString();
  return { ...options, to: `${to}${to.includes("?") ? "&" : "?"}${query}` };
}

async function post(
  options: TwilioOptions,
  io: CommandIo,
  sid: string,
  makeForm: (common: CommonFields) => TwilioForm,
): Promise<number> {
  const configuration = await readSendSettings(io);
  const form = makeForm(commonFields(configuration, options));
  const url = targetOf(options.to, configuration.server);
  const request = await twilioRequest({ url, form, method: "POST" }, configuration, options);
  const note = missingToken(configuration, options);
  return sendRequests({ request, ids: [sid], note }, options, io);
}
