import type { Message } from "../diagnostics/diagnostic.ts";
import type { MediaChannel } from "./media.ts";
import type { HttpClient } from "./http-call.ts";
import type {
  CallMessage,
  MailMessage,
  OutboundMessage,
  SmsMessage,
  WhatsAppMessage,
} from "./message.ts";

/** What the far side said of a message it took. */
export interface Receipt {
  /** The far side's id: wamid, Message-ID, Twilio SM… */
  readonly id: string;
}

export interface DeliveryContext {
  /** Stable for one message across attempts; becomes the Message-ID or the opaque callback data. */
  readonly key: string;
  /** Aborts the attempt; adapters add their own timeout to it. */
  readonly signal: AbortSignal;
}

/** A way out for one kind of message: the real adapter or its simulated twin. */
export interface Channel<M extends OutboundMessage = OutboundMessage> {
  readonly name: M["channel"];
  readonly mode: "live" | "simulated";
  /** @throws ChannelError when the far side did not take the message */
  deliver(message: M, context: DeliveryContext): Promise<Receipt>;
  close(): Promise<void>;
}

/**
 * What a failed attempt means for the message: `retry` it was certainly not taken and may be taken
 * later; `permanent` it never will be; `unknown` it may have been taken (the answer never came).
 */
export type FailureClass = "retry" | "permanent" | "unknown";

/** What more is known of a failed attempt. */
export interface ChannelErrorOptions extends ErrorOptions {
  readonly remoteCode?: string;
  readonly remaining?: OutboundMessage;
  readonly refusedPart?: ChannelError;
  readonly refusesSender?: boolean;
}

export class ChannelError extends Error {
  readonly detail: Message;
  readonly failure: FailureClass;
  /** The far side's own code, such as 131056, where it gave one. */
  readonly remoteCode: string | undefined;
  /** What is left to be sent, where the far side took a part of the message. */
  readonly remaining: OutboundMessage | undefined;
  /** Why a part of it, which is then its `remaining`, is refused for good; the rest may still be taken. */
  readonly refusedPart: ChannelError | undefined;

  /** True where the far side refused who sends, so that it would refuse each other message too. */
  readonly refusesSender: boolean;

  constructor(detail: Message, failure: FailureClass, options: ChannelErrorOptions = {}) {
    super(detail.message, options);
    this.name = "ChannelError";
    this.detail = detail;
    this.failure = failure;
    this.remoteCode = options.remoteCode;
    this.remaining = options.remaining;
    this.refusedPart = options.refusedPart;
    this.refusesSender = options.refusesSender ?? false;
  }
}

/** A language model that completes a prompt. */
export interface LanguageModel {
  readonly mode: "live" | "simulated";
  /**
   * @param system what the model is told before the prompt; nothing unless given
   * @throws ChannelError when no completion came
   */
  complete(prompt: string, signal: AbortSignal, system?: string): Promise<string>;
}

/** All ways out of one server. */
export interface Channels {
  readonly mail: Channel<MailMessage>;
  readonly whatsapp: Channel<WhatsAppMessage>;
  readonly sms: Channel<SmsMessage>;
  readonly call: Channel<CallMessage>;
  readonly model: LanguageModel;
  /** Files that come with messages of WhatsApp. */
  readonly media: MediaChannel;
  /** Files that come with messages through Twilio. */
  readonly smsMedia: MediaChannel;
  readonly http: HttpClient;
}
