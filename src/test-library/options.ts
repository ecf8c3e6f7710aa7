import type { ChannelName, OutboundMessage } from "../host/message.ts";
import type { Fields, WhatsAppEventName } from "./whatsapp-event.ts";

/** What a test can make fail: a channel, the language model, the next call over HTTP, or the next file. */
export type FailingChannel = ChannelName | "model" | "http" | "media";

/**
 * How it fails: a code of the far side, such as 131056; it never answers; or what is wrong with a file of a
 * message, for `media` alone. Of `media` nothing but a status or one of these words can be said.
 */
export type FailureKind<C extends FailingChannel> = C extends "media"
  ? number | "expired" | "damaged" | "oversized"
  : number | "unanswered";

/** How a request is signed: as the provider does, not at all, or under a wrong secret. */
export type Signature = "signed" | "unsigned" | "forged";

/** What every event can be told. */
export interface Received {
  /** The path of the script; found by itself where only one can be meant. */
  readonly at?: string;
  /** By default `signed`. */
  readonly signature?: Signature;
}

/** Where a delivery of WhatsApp goes, and who brings it. */
export interface Delivered extends Received {
  /** Who delivers and signs; whoever the path is for, else Meta. */
  readonly as?: "meta" | "cmzon" | "superwaba" | "whatsable";
}

/** What several events in one delivery are told once. */
export interface BatchOptions extends Delivered {
  /** The id of the number of yours that those come to which name none, in digits. */
  readonly numberId?: string;
}

/** Who a WhatsApp event comes from, and what it is called. */
export interface EventOptions extends Delivered {
  /** A phone number; by default +5511999999999, or none where `userId` is given. */
  readonly from?: string;
  /** The id of somebody who hides the number: `BR.1502576394655843`. */
  readonly userId?: string;
  /** The id that the person has for all businesses of a portfolio: `US.ENT.11815799212886844830`. */
  readonly parentUserId?: string;
  /** The name that others find the person by. */
  readonly username?: string;
  /** By default Ana. */
  readonly name?: string;
  /** Of the message: `wamid…`. */
  readonly id?: string;
  /** When it happened, where it is delivered late; by default what the clock shows. */
  readonly writtenAt?: Date | string;
  /** Id of the number of yours that it came to; by default 106540352242922. */
  readonly numberId?: string;
  /** That number itself; by default +15550783881. */
  readonly businessNumber?: string;
}

/** What changed in a field of Meta's webhooks, as Meta's page of the field shows it. */
export type FieldValue = Readonly<Record<string, unknown>>;

/** One of several events that come in one delivery: of a type, or a change of another field. */
export type BatchedEvent =
  | (Omit<EventOptions, keyof Delivered> & {
      readonly type: WhatsAppEventName;
      readonly fields?: Fields;
    })
  | { readonly field: string; readonly value: FieldValue; readonly type?: never };

/** Who calls whom. */
export interface CallOptions extends Received {
  /** By default +5511999999999. */
  readonly from?: string;
  /** By default +15550001111. */
  readonly to?: string;
}

/** Who picks up a call that the script made. */
export interface AnswerOptions {
  /** The number that was called; by default whoever was called last. */
  readonly to?: string;
  /** What Twilio finds out of who answers: `human`, `machine_start` … */
  readonly by?: string;
}

/** What a caller leaves behind a RECORD. */
export interface RecordingOptions extends Received {
  /** The block ON RECORDING that it is for; by default that of the last RECORD. */
  readonly block?: string;
  /** By default 5. */
  readonly seconds?: number;
  /** The address of the recording. */
  readonly url?: string;
}

/** What a DIAL came to. */
export interface DialResultOptions extends Received {
  /** The block ON DIAL RESULT that it is for; by default that of the last DIAL. */
  readonly block?: string;
  /** How many seconds they talked; by default 30 where somebody answered. */
  readonly duration?: number;
}

/** What Twilio wrote down of a recording. */
export interface TranscriptionOptions extends Received {
  /** The block ON TRANSCRIPTION that it is for; by default that of the last recording. */
  readonly block?: string;
  /** The address of the recording. */
  readonly recording?: string;
}

/** Who an SMS is from and to, as for calls, and what comes with it; from `whatsapp:+…` it is one of WhatsApp. */
export interface SmsOptions extends CallOptions {
  /** Addresses of its files. */
  readonly media?: readonly string[];
  /** The media type of those files; by default `image/jpeg`. */
  readonly mediaType?: string;
  /** Of WhatsApp messages: the name in the sender's profile; by default `Ana`. */
  readonly name?: string;
  /** What Twilio took it for and answered itself. */
  readonly optOut?: "STOP" | "START" | "HELP";
  /** Of WhatsApp messages: the button that was pressed. */
  readonly button?: string;
}

/** The body of a request, in one of three forms. */
export type Content =
  | { readonly json: unknown; readonly form?: never; readonly body?: never }
  | {
      readonly form: Readonly<Record<string, string | readonly string[]>>;
      readonly json?: never;
      readonly body?: never;
    }
  | { readonly body?: string; readonly json?: never; readonly form?: never };

/** What a request is told. */
export type RequestOptions = Content & {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signature?: Signature;
};

/** A message that a script sent, with the id that the channel gave it. */
export type Sent<M extends OutboundMessage = OutboundMessage> = M & { readonly id: string };

/** A SUB that a run asked for with SPAWN. */
export interface Spawned {
  /** In capitals, words with one blank between them: `PROCESS ORDER`. */
  readonly sub: string;
  readonly args: readonly unknown[];
  /** Milliseconds that it waits at least. */
  readonly delayMs: number;
}

/** An error that a person would have to look at. */
export interface LoggedError {
  /** `GB3002`, where it has a code. */
  readonly code: string | undefined;
  readonly message: string;
}

/** How much time passes; the parts add up. */
export interface Passing {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}
