import { z } from "zod";
import { ChannelError, type Channel, type Receipt } from "../../host/channel.ts";
import { TEMPLATE_LANGUAGE } from "../../facts/whatsapp-limits.ts";
import type { MediaFile } from "../../host/whatsapp/media.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { unanswered } from "../failure.ts";
import { HttpFailure, post } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";
import { checkMessage } from "./check-message.ts";
import { readGraphAnswer, TITLE } from "./graph-answer.ts";
import { messageBody } from "./messages/index.ts";
import { mediaForm, withUploads } from "./upload.ts";

const TIMEOUT = 10_000;
/** A film of 16 MB over a slow line. */
const UPLOAD_TIMEOUT = 45_000;

/** A number of the Cloud API and what it needs to send. */
export interface CloudApiOptions {
  /** The Graph API with its version, without a `/` at its end. */
  readonly apiUrl: string;
  /** Of the number that sends what does not name another. */
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Of templates that name none. */
  readonly templateLanguage?: string;
  /** Milliseconds until an answer must be there; 10 s unless given. */
  readonly timeout?: number;
}

/** Makes the channel that sends WhatsApp messages through Meta's Cloud API. */
export function createCloudApiChannel(options: CloudApiOptions): Channel<WhatsAppMessage> {
  const quote = createQuote([options.accessToken]);
  return {
    name: "whatsapp",
    mode: "live",
    deliver: (message, { key, signal }) =>
      new CloudApiRequests(options, signal, quote).deliver(message, key),
    close: () => Promise.resolve(),
  };
}

const taken = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });
const done = z.object({ success: z.literal(true) });
const stored = z.object({ id: z.string().min(1) });

/** The requests that one message takes. */
class CloudApiRequests {
  readonly #options: CloudApiOptions;
  readonly #signal: AbortSignal;
  readonly #quote: Quote;

  constructor(options: CloudApiOptions, signal: AbortSignal, quote: Quote) {
    this.#options = options;
    this.#signal = signal;
    this.#quote = quote;
  }

  async deliver(message: WhatsAppMessage, key: string): Promise<Receipt> {
    checkMessage(message);
    const { phoneNumberId, templateLanguage: language = TEMPLATE_LANGUAGE } = this.#options;
    const number = message.from ?? phoneNumberId;
    const ready = await withUploads(message, (file) => this.#upload(number, file));
    const answer = await this.#post(
      `${number}/messages`,
      JSON.stringify(messageBody(ready, { key, language })),
      this.#options.timeout ?? TIMEOUT,
    );
    const { content } = message;
    if (content?.kind !== "read") {
      return readGraphAnswer(
        answer,
        this.#quote,
        (json) => taken.safeParse(json).data?.messages[0],
      );
    }
    const id = `read ${content.messageId}`;
    return readGraphAnswer(answer, this.#quote, (json) =>
      done.safeParse(json).success ? { id } : undefined,
    );
  }

  /** Nothing was sent as long as the file is not there, so whatever goes wrong may be tried again. */
  async #upload(number: string, file: MediaFile): Promise<string> {
    try {
      const { timeout } = this.#options;
      const answer = await this.#post(
        `${number}/media`,
        mediaForm(file),
        timeout ?? UPLOAD_TIMEOUT,
      );
      return readGraphAnswer(answer, this.#quote, (json) => stored.safeParse(json).data?.id);
    } catch (error) {
      if (!(error instanceof ChannelError) || error.failure !== "unknown") throw error;
      throw new ChannelError(error.detail, "retry", { cause: error });
    }
  }

  async #post(path: string, body: string | FormData, timeout: number) {
    const { apiUrl, accessToken } = this.#options;
    // A form names its own boundary.
    const type = typeof body === "string" ? { "content-type": "application/json" } : {};
    try {
      return await post({
        url: `${apiUrl}/${path}`,
        headers: { authorization: `Bearer ${accessToken}`, ...type },
        body,
        timeout,
        signal: this.#signal,
      });
    } catch (error) {
      throw error instanceof HttpFailure ? unanswered(TITLE, error, this.#quote) : error;
    }
  }
}
