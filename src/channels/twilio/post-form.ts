import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { ChannelError, type Receipt } from "../../host/channel.ts";
import { twilioErrorHint } from "../../facts/twilio-errors.ts";
import { classifyTwilioError } from "../../host/twilio-api.ts";
import { unanswered } from "../failure.ts";
import { HttpFailure, parseJson, post, type HttpAnswer } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";

const TITLE = "Twilio";
const TIMEOUT = 10_000;

/** An account of Twilio. */
export interface TwilioAccount {
  /** Twilio's API without the path and without a `/` at its end. */
  readonly apiUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** Where Twilio tells what became of what it was given; undefined where it is not to. */
  readonly statusUrl?: string | undefined;
  /** Milliseconds until an answer must be there; 10 s unless given. */
  readonly timeout?: number;
}

/**
 * Posts a form to a resource of the account.
 * @param resource `Messages` or `Calls`
 * @returns the SID of what was made
 * @throws ChannelError where Twilio did not take it, or may have and never answered
 */
export type PostForm = (
  resource: "Messages" | "Calls",
  form: URLSearchParams,
  signal: AbortSignal,
) => Promise<Receipt>;

const taken = z.object({ sid: z.string().min(1) });

const refusal = z.object({ code: z.number(), message: z.string().default("no reason given") });

/** Makes what posts forms to an account; the token stands in no message. */
export function createTwilioPost({
  apiUrl,
  accountSid,
  authToken,
  timeout = TIMEOUT,
}: TwilioAccount): PostForm {
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  const quote = createQuote([authToken, basic]);
  return async (resource, form, signal) => {
    try {
      const answer = await post({
        url: `${apiUrl}/2010-04-01/Accounts/${accountSid}/${resource}.json`,
        headers: {
          authorization: `Basic ${basic}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: form.toString(),
        timeout,
        signal,
      });
      return readAnswer(answer, quote);
    } catch (error) {
      throw error instanceof HttpFailure ? unanswered(TITLE, error, quote) : error;
    }
  };
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
      : channelMessages.refused(
          TITLE,
          reason,
          code === undefined ? undefined : twilioErrorHint(code),
        ),
    failure,
    code === undefined ? {} : { remoteCode: String(code) },
  );
}
