import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import {
  ChannelError,
  type Channel,
  type DeliveryContext,
  type Receipt,
} from "../../host/channel.ts";
import type { SmsMessage } from "../../host/message.ts";
import { classifyTwilioError } from "../../host/twilio-api.ts";
import { unanswered } from "../failure.ts";
import { HttpFailure, parseJson, post, type HttpAnswer } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";
import { smsForm } from "./sms-request.ts";

const TITLE = "Twilio";
const TIMEOUT = 10_000;

/** An account of Twilio and who its SMS come from. */
export interface TwilioOptions {
  /** Twilio's API without the path and without a `/` at its end. */
  readonly apiUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** A number, a messaging service SID or a sender name. */
  readonly from: string;
  /** What WhatsApp messages come from instead: a number or a messaging service SID. */
  readonly whatsappFrom?: string | undefined;
  /** Milliseconds until an answer must be there; 10 s unless given. */
  readonly timeout?: number;
}

const HINTS: ReadonlyMap<number, string> = new Map([
  [20003, "check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"],
  [21211, "the recipient is no valid phone number: write it with + and the country code"],
  [21408, "allow SMS to that country in the Twilio console"],
  [21606, "TWILIO_FROM is no number of this account that can send SMS"],
  [21608, "a trial account sends only to numbers that are verified in the Twilio console"],
  [21610, "the recipient answered STOP"],
]);

const taken = z.object({ sid: z.string().min(1) });

const refusal = z.object({ code: z.number(), message: z.string().default("no reason given") });

/** Makes the channel that sends SMS through Twilio. */
export function createTwilioChannel(options: TwilioOptions): Channel<SmsMessage> {
  const basic = Buffer.from(`${options.accountSid}:${options.authToken}`).toString("base64");
  const quote = createQuote([options.authToken, basic]);
  return {
    name: "sms",
    mode: "live",
    deliver: (message, context) => deliver(options, basic, message, context, quote),
    close: () => Promise.resolve(),
  };
}

async function deliver(
  options: TwilioOptions,
  basic: string,
  message: SmsMessage,
  { signal }: DeliveryContext,
  quote: Quote,
): Promise<Receipt> {
  const form = smsForm(message, options);
  try {
    const answer = await post({
      url: `${options.apiUrl}/2010-04-01/Accounts/${options.accountSid}/Messages.json`,
      headers: {
        authorization: `Basic ${basic}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: form.toString(),
      timeout: options.timeout ?? TIMEOUT,
      signal,
    });
    return readAnswer(answer, quote);
  } catch (error) {
    throw error instanceof HttpFailure ? unanswered(TITLE, error, quote) : error;
  }
}

function readAnswer({ status, body }: HttpAnswer, quote: Quote): Receipt {
  const json = parseJson(body);
  const accepted = taken.safeParse(json);
  if (status < 300 && accepted.success) return { id: accepted.data.sid };
  const { code, message } = refusal.safeParse(json).data ?? { code: undefined, message: body };
  const failure = classifyTwilioError(status, code);
  const suffix = code === undefined ? `HTTP ${String(status)}` : `code ${String(code)}`;
  const reason = `${quote(message)} (${suffix})`.trimStart();
  throw new ChannelError(
    failure === "unknown"
      ? channelMessages.unanswered(TITLE, reason)
      : channelMessages.refused(TITLE, reason, code === undefined ? undefined : HINTS.get(code)),
    failure,
    code === undefined ? {} : { remoteCode: String(code) },
  );
}
