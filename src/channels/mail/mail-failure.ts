import type { SMTPSentMessageInfo } from "nodemailer/lib/smtp-transport";
import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { ChannelError, type FailureClass } from "../../host/channel.ts";
import type { MailMessage } from "../../host/message.ts";
import type { Quote } from "../redact.ts";

/** What messages call the far side. */
export const MAIL_SERVER = "the mail server";

/** Codes of nodemailer that no other attempt would change; they count where no reply came. */
const PERMANENT_CODES: ReadonlySet<string> = new Set([
  "EAUTH",
  "ECONFIG",
  "EENVELOPE",
  "EMAXRECIPIENTS",
  "EMESSAGE",
  "ENOAUTH",
  "EOAUTH2",
  "ESTREAM",
]);

const mailerError = z.object({
  message: z.string(),
  code: z.string().optional(),
  responseCode: z.number().optional(),
  permanent: z.boolean().optional(),
});

/**
 * Tells what a failed attempt means for a mail. A reply of the server decides (RFC 5321: 4yz may
 * pass later, 5yz will not). A connection that broke after the text was sent is a retry too: the
 * Message-ID stays the same, so a second copy can be recognized.
 */
export function mailFailure(error: unknown, quote: Quote): ChannelError {
  const { code, responseCode, permanent, message } = mailerError.safeParse(error).data ?? {
    message: String(error),
  };
  const reason = quote(message);
  const remote = responseCode === undefined ? {} : { remoteCode: String(responseCode) };
  if (permanent !== undefined) {
    const failure: FailureClass = permanent ? "permanent" : "retry";
    return new ChannelError(channelMessages.refused(MAIL_SERVER, reason), failure, remote);
  }
  return code !== undefined && PERMANENT_CODES.has(code)
    ? new ChannelError(channelMessages.refused(MAIL_SERVER, reason), "permanent")
    : new ChannelError(channelMessages.unreachable(MAIL_SERVER, reason), "retry");
}

/**
 * Returns the failure of a mail that the server took for some recipients only: to the others it is
 * sent alone, and tried again while the server says "later" of any of them.
 */
export function partialFailure(
  message: MailMessage,
  { rejected: left, rejectedErrors = [] }: Pick<SMTPSentMessageInfo, "rejected" | "rejectedErrors">,
  quote: Quote,
): ChannelError | undefined {
  if (left.length === 0) return undefined;
  const replies = rejectedErrors.map((error) => mailerError.parse(error));
  const later = replies.find(({ permanent }) => permanent === false);
  const { message: text = "no reason given", responseCode } = later ?? replies[0] ?? {};
  const detail =
    later === undefined
      ? channelMessages.partlyRefused(left, quote(text))
      : channelMessages.partlyDelayed(left, quote(text));
  return new ChannelError(detail, later === undefined ? "permanent" : "retry", {
    remaining: { ...message, left },
    ...(responseCode === undefined ? {} : { remoteCode: String(responseCode) }),
  });
}
