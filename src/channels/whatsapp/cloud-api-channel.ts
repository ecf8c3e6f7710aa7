import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import {
  ChannelError,
  type Channel,
  type DeliveryContext,
  type Receipt,
} from "../../host/channel.ts";
import { classifyGraphError, graphErrorHint } from "../../host/graph-api.ts";
import type { WhatsAppMessage } from "../../host/message.ts";
import { unanswered } from "../failure.ts";
import { HttpFailure, parseJson, post, type HttpAnswer } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";
import { textMessageBody } from "./text-message.ts";

const TITLE = "WhatsApp";
const TIMEOUT = 10_000;

/** A number of the Cloud API and what it needs to send. */
export interface CloudApiOptions {
  /** The Graph API with its version, without a `/` at its end. */
  readonly apiUrl: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Milliseconds until an answer must be there; 10 s unless given. */
  readonly timeout?: number;
}

const taken = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });

const refusal = z.object({
  error: z.object({
    message: z.string().default("no reason given"),
    code: z.number(),
    is_transient: z.boolean().default(false),
    error_data: z.object({ details: z.string() }).partial().optional(),
  }),
});

/** Makes the channel that sends WhatsApp texts through Meta's Cloud API. */
export function createCloudApiChannel(options: CloudApiOptions): Channel<WhatsAppMessage> {
  const quote = createQuote([options.accessToken]);
  return {
    name: "whatsapp",
    mode: "live",
    deliver: (message, context) => deliver(options, message, context, quote),
    close: () => Promise.resolve(),
  };
}

async function deliver(
  options: CloudApiOptions,
  message: WhatsAppMessage,
  { key, signal }: DeliveryContext,
  quote: Quote,
): Promise<Receipt> {
  const body = JSON.stringify(textMessageBody(message, key));
  try {
    const answer = await post({
      url: `${options.apiUrl}/${options.phoneNumberId}/messages`,
      headers: {
        authorization: `Bearer ${options.accessToken}`,
        "content-type": "application/json",
      },
      body,
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
  const refused = refusal.safeParse(json);
  if (refused.success) throw graphError(refused.data.error, status, quote);
  const accepted = taken.safeParse(json);
  const id = accepted.data?.messages[0]?.id;
  if (status < 300 && id !== undefined) return { id };
  const reason = `HTTP ${String(status)} ${quote(body)}`.trimEnd();
  // A 2xx without an id, or a proxy's 5xx, does not say whether the message went through.
  if (status < 300 || status >= 500) {
    throw new ChannelError(channelMessages.unanswered(TITLE, reason), "unknown");
  }
  throw new ChannelError(
    channelMessages.refused(TITLE, reason),
    status === 429 ? "retry" : "permanent",
  );
}

function graphError(
  error: z.infer<typeof refusal>["error"],
  status: number,
  quote: Quote,
): ChannelError {
  const { code, message, is_transient: transient, error_data: data } = error;
  const details = data?.details === undefined ? "" : `: ${data.details}`;
  return new ChannelError(
    channelMessages.refused(
      TITLE,
      `${quote(message + details)} (code ${String(code)})`,
      graphErrorHint(code),
    ),
    classifyGraphError({ code, status, transient }),
    { remoteCode: String(code) },
  );
}
