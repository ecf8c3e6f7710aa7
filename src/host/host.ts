import type { Value } from "../runtime/value/value.ts";
import type { LanguageModel } from "./channel.ts";
import type { HttpCaller, SentHeaders } from "./http-call.ts";
import type { FailureReader } from "./failed-message.ts";
import type { MessageHistory } from "./history.ts";
import type { IncomingRequest } from "./http.ts";
import type { MediaReader } from "./media.ts";
import type { ReceivedReader } from "./received.ts";
import type { CallAnswer, Conversation } from "./twiml.ts";
import type { FileOnDisk } from "./whatsapp/media.ts";
import type {
  CallMessage,
  MailMessage,
  OutboundMessage,
  SmsMessage,
  WhatsAppMessage,
} from "./message.ts";

/** Where the statement that asks stands; goes into logs and records, never changes behaviour. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Takes messages for later delivery. What it took is stored before the run waits or ends. */
export interface Sender<M extends OutboundMessage> {
  send(message: M, place: Place): void;
  /** Records that a message was not sent because it had no recipient or no text. */
  skip(message: M, reason: string, place: Place): void;
}

/** Makes phone calls. */
export interface Phone extends Sender<CallMessage> {
  /**
   * Gives the address at which a call goes on in a block of the script.
   * @param block its name
   * @param kept what the block is told, null for nothing
   * @throws BasicError GB4686 where that is too long for an address
   */
  blockAddress(block: string, kept: Value): string;
}

/** The request of the run. */
export interface RequestReader {
  /** @throws BasicError GB3xxx where the run has no request */
  current(): IncomingRequest;
}

/** The buffered response of the run. */
export interface ResponseWriter {
  /** @throws BasicError for a status outside 200–599 or a run without a response */
  setStatus(status: number): void;
  /** @throws BasicError for a name or value that HTTP does not allow */
  setHeader(name: string, value: string): void;
}

/** Where PRINT goes: the response in a handler, standard output elsewhere. */
export interface Output {
  /** @param place the statement that prints, where it is known */
  print(value: Value, place?: Place): void;
}

/** Where LOG goes: one structured record each. */
export interface ScriptLog {
  write(message: string, fields: Value | undefined, place: Place): void;
}

/** Time as the run sees it. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** IANA name of the zone that dates are shown in. */
  readonly zone: string;
}

/** Chance as the run sees it. */
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number;
  uuid(): string;
}

/** How large a file may be for those who take it. */
export interface FileLimit {
  readonly megabytes: number;
  /** Who takes no more, as messages say it: `a mail`. */
  readonly taker: string;
}

/** Reads files that scripts attach, below the folder of the scripts. */
export interface FileReader {
  /** @throws BasicError for a path outside the folder, a file that cannot be read, or GB4233 for one above the limit */
  read(path: string, limit: FileLimit): Promise<Uint8Array>;
  /** Says where a file lies, without reading it. @throws BasicError as `read` does */
  find(path: string): Promise<FileOnDisk>;
}

/** What the language model is told before each prompt of the run. */
export interface SystemPrompt {
  /** Takes the place of what was set before; empty text removes it. */
  set(text: string): void;
}

/** Everything outside the script that a statement or function can ask for; one per run. */
export interface Host {
  readonly request: RequestReader;
  readonly response: ResponseWriter;
  readonly output: Output;
  readonly log: ScriptLog;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: FileReader;
  readonly mail: Sender<MailMessage>;
  readonly whatsapp: Sender<WhatsAppMessage>;
  readonly sms: Sender<SmsMessage>;
  readonly phone: Phone;
  readonly model: LanguageModel;
  readonly systemPrompt: SystemPrompt;
  readonly http: HttpCaller;
  readonly sentHeaders: SentHeaders;
  readonly history: MessageHistory;
  readonly failure: FailureReader;
  readonly received: ReceivedReader;
  readonly call: CallAnswer;
  readonly conversation: Conversation;
  readonly media: MediaReader;
}

/** What a statement can need; the channels among them want credentials to be live. */
export type Capability = keyof Host;
export const CHANNEL_CAPABILITIES = ["mail", "whatsapp", "sms", "phone", "model"] as const;
