import type { WhatsAppContent } from "./content.ts";
import type { MediaFile } from "./media.ts";
import type { PassingProvider } from "./providers.ts";

/** A WhatsApp message; `to` is a phone number or a business-scoped user id (`BR.15…`). */
export interface WhatsAppMessage {
  readonly channel: "whatsapp";
  readonly to: string;
  /** What can be read of it: its text, a caption, the name of a place; "" where that is nothing. */
  readonly text: string;
  /** Undefined for a message that is nothing but text. */
  readonly content?: WhatsAppContent;
  /** True where the first address in the text shows with a picture of the page. */
  readonly preview?: true;
  /** The message that it answers. */
  readonly replyTo?: string;
  /** True where WhatsApp delivered what somebody wrote from that number, which is right then as it is. */
  readonly asDelivered?: true;
  /** The id of the number that sends it; undefined for that of the settings. */
  readonly from?: string;
  /** The service that it leaves through; undefined for that of the settings. */
  readonly provider?: PassingProvider;
  /** Seconds after which Twilio no longer sends it; nothing else takes a time with a message. */
  readonly validFor?: number;
}

/** What a message is in the words of the history: `text`, `image`, `buttons` … */
export function kindOf({ content }: WhatsAppMessage): string {
  return content?.kind ?? "text";
}

/** Gives the file of this machine that a message brings; undefined where there is none. */
export function fileOf({ content }: WhatsAppMessage): MediaFile | undefined {
  if (content === undefined) return undefined;
  const holder = "header" in content && content.header.kind !== "text" ? content.header : content;
  return "source" in holder && "file" in holder.source ? holder.source.file : undefined;
}

/** Tells whether something that is sent is no message, but the mark that one was read. */
export function isReadMark(sent: {
  readonly channel: string;
  readonly content?: WhatsAppContent;
}): boolean {
  return sent.channel === "whatsapp" && sent.content?.kind === "read";
}
