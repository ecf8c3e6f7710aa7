import type { SMTPSentMessageInfo } from "nodemailer/lib/smtp-transport";
import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { ChannelError, type FailureClass } from "../../host/channel.ts";
import { accountKey } from "../../host/mail-account.ts";
import type { MailMessage } from "../../host/message.ts";
import type { Quote } from "../redact.ts";

/** What messages call the far side. */
export const MAIL_SERVER = "the mail server";

/** Codes of nodemailer that no other attempt would change; they count where no reply came. */
const PERMANENT_CODES: ReadonlySet<string> = new Set([
  "ECONFIG",
  "EENVELOPE",
  "EMAXRECIPIENTS",
  "EMESSAGE",
  "ESTREAM",
]);

/** Codes of nodemailer and of servers (RFC 4954) that refuse who sends, whatever the mail is. */
const LOGIN_CODES: ReadonlySet<string> = new Set(["EAUTH", "ENOAUTH", "EOAUTH2"]);
const LOGIN_REPLIES: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/** "Encryption required" (RFC 4954); 530 is told apart by its text (RFC 3207: "Must issue a STARTTLS command first"). */
const ENCRYPTION_REPLY = 538;
const WANTS_ENCRYPTION = /\b(?:start-?tls|tls|ssl|encrypt\w*)\b/i;

const replyFields = {
  message: z.string(),
  code: z.string().optional(),
  /** The server's line, with its code. */
  response: z.string().optional(),
  responseCode: z.number().optional(),
  permanent: z.boolean().optional(),
};
const mailerReply = z.object(replyFields);
const mailerError = z.object({
  ...replyFields,
  rejected: z.array(z.string()).optional(),
  rejectedErrors: z.array(mailerReply).optional(),
});

/** The addresses that did not get a mail, and what the server answered to each, in the same order. */
type Rejection = Pick<z.output<typeof mailerError>, "rejected" | "rejectedErrors">;

/**
 * Tells what a failed attempt means for a mail. A reply of the server decides (RFC 5321: 4yz may
 * pass later, 5yz will not), for each address its own. A connection that broke after the text was
 * sent is a retry too: the Message-ID stays the same, so a second copy can be recognized. And so is a
 * refused login, which is no fault of the mail: it leaves once somebody has mended the password.
 * @param hasUser whether the setting of the mail server names a user
 */
export function mailFailure(
  error: unknown,
  message: MailMessage,
  quote: Quote,
  hasUser = true,
): ChannelError {
  const failed = mailerError.safeParse(error).data ?? { message: String(error) };
  const refused = refusalFailure(message, failed, "none", quote);
  if (refused !== undefined) return refused;
  const { code, responseCode, permanent } = failed;
  const reason = quote(failed.message);
  const remote = responseCode === undefined ? {} : { remoteCode: String(responseCode) };
  if (isLogin(failed)) {
    const variable = `SMTP_URL${message.account === undefined ? "" : `_${accountKey(message.account)}`}`;
    const detail = loginDetail(failed, variable, hasUser, reason);
    return new ChannelError(detail, "retry", { ...remote, refusesSender: true });
  }
  if (permanent !== undefined) {
    const failure: FailureClass = permanent ? "permanent" : "retry";
    return new ChannelError(channelMessages.refused(MAIL_SERVER, reason), failure, remote);
  }
  return code !== undefined && PERMANENT_CODES.has(code)
    ? new ChannelError(channelMessages.refused(MAIL_SERVER, reason), "permanent")
    : new ChannelError(channelMessages.unreachable(MAIL_SERVER, reason), "retry");
}

function isLogin({ code, responseCode }: z.output<typeof mailerError>): boolean {
  if (responseCode !== undefined && LOGIN_REPLIES.has(responseCode)) return true;
  return code !== undefined && LOGIN_CODES.has(code);
}

/** Tells what is wrong with a setting: that its connection is open, that it has no user, or that both are refused. */
function loginDetail(
  { responseCode, response = "" }: z.output<typeof mailerError>,
  variable: string,
  hasUser: boolean,
  reason: string,
): Message {
  const isOpen =
    responseCode === ENCRYPTION_REPLY || (responseCode === 530 && WANTS_ENCRYPTION.test(response));
  if (isOpen) return channelMessages.mailEncryption(variable, reason);
  return hasUser
    ? channelMessages.mailLogin(variable, reason)
    : channelMessages.mailUser(variable, reason);
}

/**
 * Returns the failure of a mail that the server took for some recipients only: to the others it is
 * sent alone, and tried again while the server says "later" of any of them.
 */
export function partialFailure(
  message: MailMessage,
  { rejected, rejectedErrors = [] }: Pick<SMTPSentMessageInfo, "rejected" | "rejectedErrors">,
  quote: Quote,
): ChannelError | undefined {
  const replies = rejectedErrors.map((error) => mailerReply.parse(error));
  return refusalFailure(message, { rejected, rejectedErrors: replies }, "some", quote);
}

/**
 * Returns the failure for addresses that the server answered each by itself: those refused for good
 * are a part of their own where others may get the mail later.
 * @param taken for whom the server took the mail in this attempt
 */
function refusalFailure(
  message: MailMessage,
  { rejected = [], rejectedErrors = [] }: Rejection,
  taken: "some" | "none",
  quote: Quote,
): ChannelError | undefined {
  const answered = rejected.map((address, index) => ({ address, ...rejectedErrors[index] }));
  const refused = answered.filter(({ permanent }) => permanent === true);
  const delayed = answered.filter(({ permanent }) => permanent !== true);
  const isWhole = taken === "none" && (refused.length === 0 || delayed.length === 0);
  const failureOf = (some: typeof answered, failure: FailureClass, refusedPart?: ChannelError) => {
    const [first] = some;
    if (first === undefined) return undefined;
    const detail = refusalDetail(some, failure, isWhole && message.left === undefined, quote);
    const left = some.map(({ address }) => address);
    return new ChannelError(detail, failure, {
      ...(first.responseCode === undefined ? {} : { remoteCode: String(first.responseCode) }),
      ...(isWhole ? {} : { remaining: { ...message, left } }),
      ...(refusedPart === undefined ? {} : { refusedPart }),
    });
  };
  const refusal = failureOf(refused, "permanent");
  return failureOf(delayed, "retry", refusal) ?? refusal;
}

/** Says why, address by address. @param isWhole true where these are all who are to get the mail */
function refusalDetail(
  some: readonly { readonly address: string; readonly response?: string | undefined }[],
  failure: FailureClass,
  isWhole: boolean,
  quote: Quote,
): Message {
  const reasons = some
    .map(({ address, response = "no reason given" }) => `${address}: ${quote(response)}`)
    .join("; ");
  if (isWhole) return channelMessages.refused(MAIL_SERVER, reasons);
  return failure === "permanent"
    ? channelMessages.partlyRefused(reasons)
    : channelMessages.partlyDelayed(reasons);
}
