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
}

export interface SmsMessage {
  readonly channel: "sms";
  readonly to: string;
  /** May be empty where files go with it. */
  readonly text: string;
  /** Addresses of the files that go with it, which makes it an MMS; never empty where it is there. */
  readonly media?: readonly string[];
}

export type OutboundMessage = MailMessage | WhatsAppMessage | SmsMessage;
export type ChannelName = OutboundMessage["channel"];
