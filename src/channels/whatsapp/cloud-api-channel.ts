import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { sentFileMessages } from "../../diagnostics/codes/sent-files.ts";
import { ChannelError, type Channel, type Receipt } from "../../host/channel.ts";
import { TEMPLATE_LANGUAGE } from "../../facts/whatsapp-limits.ts";
import { type MediaFile, sizeOf, uploadTimeOf } from "../../host/whatsapp/media.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { HttpFailure, post } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";
import { checkMessage } from "./check-message.ts";
import { type Asked, OF_MESSAGE, readGraphAnswer, TITLE } from "./graph-answer.ts";
import { messageBody } from "./messages/index.ts";
import { mediaForm, withUploads } from "./upload.ts";

const TIMEOUT = 10_000;

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
    const { content } = message;
    const asked = content?.kind === "read" ? ofMark(content.messageId) : OF_MESSAGE;
    const answer = await this.#post(
      `${number}/messages`,
      JSON.stringify(messageBody(ready, { key, language })),
      this.#options.timeout ?? TIMEOUT,
      asked,
    );
    if (content?.kind !== "read") {
      return readGraphAnswer(
        answer,
        this.#quote,
        (json) => taken.safeParse(json).data?.messages[0],
        asked,
      );
    }
    const id = `read ${content.messageId}`;
    return readGraphAnswer(
      answer,
      this.#quote,
      (json) => (done.safeParse(json).success ? { id } : undefined),
      asked,
    );
  }

  /** Nothing was sent as long as the file is not there, so whatever goes wrong may be tried again. */
  async #upload(number: string, file: MediaFile): Promise<string> {
    const asked = ofUpload(file.name);
    try {
      const { timeout } = this.#options;
      const answer = await this.#post(
        `${number}/media`,
        await mediaForm(file),
        timeout ?? uploadTimeOf(sizeOf(file)),
        asked,
      );
      return readGraphAnswer(answer, this.#quote, (json) => stored.safeParse(json).data?.id, asked);
    } catch (error) {
      if (!(error instanceof ChannelError) || error.failure !== "unknown") throw error;
      throw new ChannelError(error.detail, "retry", { cause: error });
    }
  }

  async #post(path: string, body: string | FormData, timeout: number, asked: Asked) {
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
      if (!(error instanceof HttpFailure)) throw error;
      const reason = this.#quote(error.message);
      // The causes are not kept: fetch puts headers, and so tokens, into some of its messages.
      throw error.neverSent
        ? new ChannelError(channelMessages.unreachable(TITLE, reason, asked.what), "retry")
        : new ChannelError(asked.unanswered(reason), "unknown");
    }
  }
}

function ofUpload(name: string): Asked {
  return {
    what: `the file ${JSON.stringify(name)}`,
    unanswered: (reason) => sentFileMessages.uploadUnanswered(name, reason),
  };
}

function ofMark(id: string): Asked {
  return {
    what: `the mark that ${id} was read`,
    unanswered: (reason) => sentFileMessages.markUnanswered(id, reason),
  };
}
