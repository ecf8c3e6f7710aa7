import addressparser from "nodemailer/lib/addressparser";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import type { MailMessage } from "../../host/message.ts";
import { unsendable } from "../failure.ts";

/** One mailbox, taken apart so that nothing parses it a second time. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Who a mail goes to. */
export interface Recipients {
  readonly to: Mailbox[];
  readonly cc: Mailbox[];
  readonly bcc: Mailbox[];
}

const ADDRESS = /^[^\s<>@",;:\\]+@[^\s<>@",;:\\]+$/;

/**
 * Reads the addresses of a mail; each text may hold several, with commas between them.
 * @throws ChannelError permanent, GB4006 for a line break (which could add headers), GB4004 for
 * what is no address
 */
export function readRecipients(message: MailMessage): Recipients {
  return {
    to: message.to.flatMap(readMailboxes),
    cc: message.cc.flatMap(readMailboxes),
    bcc: message.bcc.flatMap(readMailboxes),
  };
}

/** Reads the addresses in one text. */
export function readMailboxes(text: string): Mailbox[] {
  const shown = JSON.stringify(text);
  if (/\p{Cc}/u.test(text)) throw unsendable(channelMessages.lineBreakInAddress(shown));
  const found = addressparser(text, { flatten: true });
  if (found.length === 0 || !found.every((mailbox) => isMailbox(mailbox, text))) {
    const expected = "a mail address such as ana@example.com";
    throw unsendable(channelMessages.wrongRecipient("mail", shown, expected));
  }
  return found.map(({ name, address }) => ({ name, address }));
}

/** The parser finds an address in any prose; only one in angle brackets may have a name. */
function isMailbox({ name, address }: Mailbox, text: string): boolean {
  return ADDRESS.test(address) && (name === "" || text.includes("<"));
}

/** Puts a header's text on one line: a line break would end the header. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
