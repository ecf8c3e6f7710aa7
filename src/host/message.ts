import type { WhatsAppMessage } from "./whatsapp/message.ts";

export type { WhatsAppMessage } from "./whatsapp/message.ts";

/** A file that goes with a mail: its name and its bytes. */
export interface Attachment {
  readonly name: string;
  readonly content: Uint8Array;
  readonly contentType?: string;
}

/** A mail as SEND MAIL gives it; lists are never empty where they are present. */
export interface MailMessage {
  readonly channel: "mail";
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly attachments: readonly Attachment[];
  /**
   * The addresses that are still to get it, once a mail server took it for the others, or refused
   * those for good; never empty where it is there.
   */
  readonly left?: readonly string[];
  /** The account of the settings that it leaves through, as the script names it; the standard one if absent. */
  readonly account?: string;
}

export interface SmsMessage {
  readonly channel: "sms";
  readonly to: string;
  /** May be empty where files go with it. */
  readonly text: string;
  /** Addresses of the files that go with it, which makes it an MMS; never empty where it is there. */
  readonly media?: readonly string[];
  /** Whom it comes from, where that is not the sender of the settings. */
  readonly from?: string;
  /** Seconds after which Twilio no longer sends it; left out for as long as Twilio has it. */
  readonly validFor?: number;
}

/** A phone call as SEND CALL gives it: it reads a text out, goes on in a block of the script, or both. */
export interface CallMessage {
  readonly channel: "call";
  readonly to: string;
  /** What is read out; may be empty where `url` is there. */
  readonly text: string;
  /** The tag of a language: `pt-BR`. */
  readonly language?: string | undefined;
  /** One of Twilio's voices. */
  readonly voice?: string | undefined;
  /** Where Twilio asks what comes next; a path alone while this server has no address of its own. */
  readonly url?: string | undefined;
  /** For how many seconds it rings. */
  readonly ring?: number | undefined;
  /** `machine` finds out who answers, `beep` also waits for the tone of an answering machine. */
  readonly detect?: "machine" | "beep" | undefined;
  /** The number that it comes from, where that is not the one of the settings. */
  readonly from?: string | undefined;
}

export type OutboundMessage = MailMessage | WhatsAppMessage | SmsMessage | CallMessage;
export type ChannelName = OutboundMessage["channel"];
