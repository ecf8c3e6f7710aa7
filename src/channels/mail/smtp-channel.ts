import { createHash } from "node:crypto";
import { createTransport, type SendMailOptions } from "nodemailer";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import {
  ChannelError,
  type Channel,
  type DeliveryContext,
  type Receipt,
} from "../../host/channel.ts";
import { mailSecrets } from "../../host/configuration/secrets.ts";
import type { MailMessage } from "../../host/message.ts";
import { createQuote, type Quote } from "../redact.ts";
import { onOneLine, readMailboxes, readRecipients, type Mailbox } from "./mail-addresses.ts";
import { MAIL_SERVER, mailFailure, partialFailure } from "./mail-failure.ts";

/** Milliseconds until a connection must stand, and until each reply must come. */
const CONNECTION_TIMEOUT = 10_000;
const REPLY_TIMEOUT = 30_000;
/** Milliseconds that a whole mail may take; attachments need their time. */
const TIMEOUT = 120_000;

/** A mail server and who mails come from. */
export interface SmtpOptions {
  /** `smtp://` or `smtps://` with user, password, host and port. */
  readonly smtpUrl: string;
  /** An address, with or without a name. */
  readonly from: string;
  /** Milliseconds that a whole mail may take; 120 s unless given. */
  readonly timeout?: number;
}

type Transport = ReturnType<typeof createSmtpTransport>;

/** Makes the channel that sends mail over SMTP, one connection for each mail. */
export function createSmtpChannel(options: SmtpOptions): Channel<MailMessage> {
  const quote = createQuote(mailSecrets(options.smtpUrl));
  const transport = createSmtpTransport(options.smtpUrl);
  const from = readMailboxes(options.from)[0] ?? { name: "", address: options.from };
  const timeout = options.timeout ?? TIMEOUT;
  return {
    name: "mail",
    mode: "live",
    deliver: (message, context) => deliver(transport, from, message, context, timeout, quote),
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** Attachments are bytes: a mail must never pull in a file or an address that a script named. */
function createSmtpTransport(smtpUrl: string) {
  return createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECTION_TIMEOUT,
    greetingTimeout: CONNECTION_TIMEOUT,
    socketTimeout: REPLY_TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

async function deliver(
  transport: Transport,
  from: Mailbox,
  message: MailMessage,
  { key, signal }: DeliveryContext,
  timeout: number,
  quote: Quote,
): Promise<Receipt> {
  const mail = compose(message, from, key);
  if (signal.aborted) {
    throw new ChannelError(
      channelMessages.unreachable(MAIL_SERVER, "stopped before it was sent"),
      "retry",
    );
  }
  const limit = AbortSignal.timeout(timeout);
  const limited = AbortSignal.any([signal, limit]);
  const info = await transport.sendMail({ ...mail, signal: limited }).catch((error: unknown) => {
    throw limit.aborted ? tooSlow(timeout) : mailFailure(error, quote);
  });
  const failure = partialFailure(info, quote);
  if (failure !== undefined) throw failure;
  return { id: info.messageId };
}

/** A retry even after the text was sent: the Message-ID stays the same. */
function tooSlow(timeout: number): ChannelError {
  const reason = `it did not take the mail within ${String(timeout / 1000)} s`;
  return new ChannelError(channelMessages.unreachable(MAIL_SERVER, reason), "retry");
}

function compose(message: MailMessage, from: Mailbox, key: string): SendMailOptions {
  return {
    from: { ...from },
    ...readRecipients(message),
    subject: onOneLine(message.subject),
    text: message.text,
    html: message.html,
    messageId: messageId(key, from.address),
    attachments: message.attachments.map(({ name, content, contentType }) => ({
      filename: onOneLine(name),
      content: Buffer.from(content),
      contentType,
    })),
  };
}

/** The same for every attempt, so that a mail that arrives twice can be recognized. */
function messageId(key: string, from: string): string {
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 40);
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return `<${hash}@${domain}>`;
}
