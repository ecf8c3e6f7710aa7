import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { ChannelError, type Channel, type Receipt } from "../../host/channel.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { PROVIDER_TITLES } from "../../host/whatsapp/providers.ts";
import { unanswered } from "../failure.ts";
import { type HttpAnswer, HttpFailure, post } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";
import { readWhatsAbleAnswer } from "./whatsable-answer.ts";
import { whatsAbleBody } from "./whatsable-body.ts";

const TITLE = PROVIDER_TITLES.whatsable;
const TIMEOUT = 10_000;

/** WhatsAble's API and what it needs to send. */
export interface WhatsAbleOptions {
  /** Messages are posted to /send below it; without a `/` at its end. */
  readonly apiUrl: string;
  readonly accessToken: string;
  /** Milliseconds until an answer must be there; 10 s unless given. */
  readonly timeout?: number;
}

/**
 * Makes the channel that sends WhatsApp messages through WhatsAble, which takes texts and files that have an
 * address (https://docs.whatsable.app/guides/notifier/api-documentation, read on 2026-11-26).
 */
export function createWhatsAbleChannel(options: WhatsAbleOptions): Channel<WhatsAppMessage> {
  const { apiUrl, accessToken, timeout = TIMEOUT } = options;
  const quote = createQuote([accessToken]);
  return {
    name: "whatsapp",
    mode: "live",
    deliver: async (message, { key, signal }) => {
      const body = JSON.stringify(whatsAbleBody(message));
      const headers = {
        authorization: `Bearer ${accessToken}`,
        "content-type": "application/json",
      };
      try {
        const answer = await post({ url: `${apiUrl}/send`, headers, body, timeout, signal });
        return readAnswer(answer, key, quote);
      } catch (error) {
        throw error instanceof HttpFailure ? unanswered(TITLE, error, quote) : error;
      }
    },
    close: () => Promise.resolve(),
  };
}

/** Its answers have no id as a rule; the message's own key stands for it. */
function readAnswer({ status, body }: HttpAnswer, key: string, quote: Quote): Receipt {
  const answer = readWhatsAbleAnswer(body);
  const reason = `${quote(answer.text)} (HTTP ${String(status)})`;
  const isTaken = status >= 200 && status < 300;
  if (isTaken && answer.verdict === "taken") return { id: answer.id ?? key };
  if (status >= 500 || (isTaken && answer.verdict === "unclear")) {
    throw new ChannelError(channelMessages.unanswered(TITLE, reason), "unknown");
  }
  throw new ChannelError(
    channelMessages.refused(TITLE, reason),
    status === 429 ? "retry" : "permanent",
  );
}
