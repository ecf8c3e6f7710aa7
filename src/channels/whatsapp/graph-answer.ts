import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { ChannelError } from "../../host/channel.ts";
import { graphErrorHint } from "../../facts/graph-errors.ts";
import { classifyGraphError } from "../../host/graph-api.ts";
import { type HttpAnswer, parseJson } from "../http-post.ts";
import type { Quote } from "../redact.ts";

/** What the far side is called in messages. */
export const TITLE = "WhatsApp";

const refusal = z.object({
  error: z.object({
    message: z.string().default("no reason given"),
    code: z.number(),
    is_transient: z.boolean().default(false),
    error_data: z.object({ details: z.string() }).partial().optional(),
  }),
});

/** What the Graph API was asked to do, for messages. */
export interface Asked {
  /** What it may refuse: `the message`. */
  readonly what: string;
  /** What is said where it is not known whether it was done. */
  readonly unanswered: (reason: string) => Message;
}

export const OF_MESSAGE: Asked = {
  what: "the message",
  unanswered: (reason) => channelMessages.unanswered(TITLE, reason),
};

/**
 * Reads an answer of the Graph API.
 * @param accepted finds in its JSON what says that the request was done; undefined where nothing does
 * @param asked what the request was
 * @throws ChannelError for a refusal, and for an answer that says neither
 */
export function readGraphAnswer<T>(
  { status, body }: HttpAnswer,
  quote: Quote,
  accepted: (json: unknown) => T | undefined,
  asked: Asked,
): T {
  const json = parseJson(body);
  const refused = refusal.safeParse(json);
  if (refused.success) throw graphError(refused.data.error, status, quote, asked.what);
  const found = status < 300 ? accepted(json) : undefined;
  if (found !== undefined) return found;
  const reason = `HTTP ${String(status)} ${quote(body)}`.trimEnd();
  // A 2xx without an id, or a proxy's 5xx, does not say whether the message went through.
  if (status < 300 || status >= 500) {
    throw new ChannelError(asked.unanswered(reason), "unknown");
  }
  throw new ChannelError(
    channelMessages.refused(TITLE, reason, undefined, asked.what),
    status === 429 ? "retry" : "permanent",
  );
}

function graphError(
  error: z.infer<typeof refusal>["error"],
  status: number,
  quote: Quote,
  what: string,
): ChannelError {
  const { code, message, is_transient: transient, error_data: data } = error;
  const details = data?.details === undefined ? "" : `: ${data.details}`;
  return new ChannelError(
    channelMessages.refused(
      TITLE,
      `${quote(message + details)} (code ${String(code)})`,
      graphErrorHint(code),
      what,
    ),
    classifyGraphError({ code, status, transient }),
    { remoteCode: String(code) },
  );
}
