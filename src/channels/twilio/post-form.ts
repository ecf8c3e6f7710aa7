import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { ChannelError, type Receipt } from "../../host/channel.ts";
import { twilioErrorHint } from "../../facts/twilio-errors.ts";
import { classifyTwilioError } from "../../host/twilio-api.ts";
import { unanswered } from "../failure.ts";
import { HttpFailure, parseJson, post, type HttpAnswer } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";
import { typingUrl } from "./typing-url.ts";

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

const shown = z.object({ success: z.literal(true) });

/** Makes what posts forms to an account; the token stands in no message. */
export function createTwilioPost(account: TwilioAccount): PostForm {
  const send = createSend(account);
  const { apiUrl, accountSid } = account;
  return (resource, form, signal) => {
    const url = `${apiUrl}/2010-04-01/Accounts/${accountSid}/${resource}.json`;
    return send({ url, form, signal, idOf: (json) => taken.safeParse(json).data?.sid });
  };
}

/**
 * Makes what shows that an answer is being written. Twilio gives that no id.
 * @throws ChannelError as `PostForm`
 */
export function createTypingPost(
  account: TwilioAccount,
): (form: URLSearchParams, signal: AbortSignal) => Promise<Receipt> {
  const send = createSend(account);
  const url = typingUrl(account.apiUrl);
  return (form, signal) => {
    const id = `read ${form.get("messageId") ?? ""}`;
    return send({
      url,
      form,
      signal,
      idOf: (json) => (shown.safeParse(json).success ? id : undefined),
    });
  };
}

interface Posted {
  readonly url: string;
  readonly form: URLSearchParams;
  readonly signal: AbortSignal;
  /** Reads what was made from an answer; undefined where that says nothing of it. */
  readonly idOf: (json: unknown) => string | undefined;
}

function createSend({ accountSid, authToken, timeout = TIMEOUT }: TwilioAccount) {
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  const quote = createQuote([authToken, basic]);
  return async ({ url, form, signal, idOf }: Posted): Promise<Receipt> => {
    try {
      const answer = await post({
        url,
        headers: {
          authorization: `Basic ${basic}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: form.toString(),
        timeout,
        signal,
      });
      return readAnswer(answer, quote, idOf);
    } catch (error) {
      throw error instanceof HttpFailure ? unanswered(TITLE, error, quote) : error;
    }
  };
}

function readAnswer({ status, body }: HttpAnswer, quote: Quote, idOf: Posted["idOf"]): Receipt {
  const json = parseJson(body);
  const id = idOf(json);
  if (status < 300 && id !== undefined) return { id };
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
