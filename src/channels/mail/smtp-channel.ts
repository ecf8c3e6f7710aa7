import { createHash } from "node:crypto";
import { createTransport, type SendMailOptions } from "nodemailer";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import {
  ChannelError,
  type Channel,
  type DeliveryContext,
  type Receipt,
} from "../../host/channel.ts";
import type { DkimSettings } from "../../host/configuration/arrange.ts";
import { mailSecrets } from "../../host/configuration/secrets.ts";
import { accountKey } from "../../host/mail-account.ts";
import type { MailMessage } from "../../host/message.ts";
import { unsendable } from "../failure.ts";
import { createQuote, type Quote } from "../redact.ts";
import { onOneLine, readMailboxes, readRecipients, type Mailbox } from "./mail-addresses.ts";
import { MAIL_SERVER, mailFailure, partialFailure } from "./mail-failure.ts";

/** Milliseconds until a connection must stand, and until each reply must come. */
const CONNECTION_TIMEOUT = 10_000;
const REPLY_TIMEOUT = 30_000;
/** Milliseconds that a whole mail may take; attachments need their time. */
const TIMEOUT = 120_000;

/** A mail server and who mails come from. */
export interface MailAccount {
  /** `smtp://` or `smtps://` with user, password, host and port. */
  readonly smtpUrl: string;
  /** An address, with or without a name. */
  readonly from: string;
}

/** The standard account, and what holds for all. */
export interface SmtpOptions extends MailAccount {
  /** Further accounts that mails may name, by `accountKey`. */
  readonly accounts?: ReadonlyMap<string, MailAccount>;
  /** Signs the mails that come from its domain; undefined for none. */
  readonly dkim?: DkimSettings | undefined;
  /** Milliseconds that a whole mail may take; 120 s unless given. */
  readonly timeout?: number;
}

type Transport = ReturnType<typeof createSmtpTransport>;

/** An account that is ready to send. */
interface Sender {
  readonly transport: Transport;
  readonly from: Mailbox;
  readonly quote: Quote;
  /** Whether the address of the server names a user. */
  readonly hasUser: boolean;
}

/** Makes the channel that sends mail over SMTP, one connection for each mail. */
export function createSmtpChannel(options: SmtpOptions): Channel<MailMessage> {
  const { accounts = new Map<string, MailAccount>(), timeout = TIMEOUT } = options;
  const standard = createSender(options, options.dkim);
  const named = new Map(
    [...accounts].map(([key, account]) => [key, createSender(account, options.dkim)]),
  );
  const senderOf = ({ account }: MailMessage): Sender => {
    if (account === undefined) return standard;
    const found = named.get(accountKey(account));
    if (found === undefined) throw unknownAccount(account, named);
    return found;
  };
  return {
    name: "mail",
    mode: "live",
    // What is thrown for a wrong account rejects, as any failure does.
    deliver: async (message, context) => deliver(senderOf(message), message, context, timeout),
    close: () => {
      for (const { transport } of [standard, ...named.values()]) transport.close();
      return Promise.resolve();
    },
  };
}

function createSender({ smtpUrl, from: written }: MailAccount, dkim?: DkimSettings): Sender {
  const from = readMailboxes(written)[0] ?? { name: "", address: written };
  const domain = domainOf(from.address);
  const isSigned = dkim && (domain === dkim.domain || domain.endsWith(`.${dkim.domain}`));
  const transport = createSmtpTransport(smtpUrl, isSigned ? dkim : undefined);
  const hasUser = (URL.parse(smtpUrl)?.username ?? "") !== "";
  return { transport, from, quote: createQuote(mailSecrets(smtpUrl)), hasUser };
}

function unknownAccount(name: string, known: ReadonlyMap<string, Sender>): ChannelError {
  const key = accountKey(name);
  const proposed = suggest(key, known.keys());
  return unsendable(channelMessages.noMailAccount(name, key, proposed));
}

/** Attachments are bytes: a mail must never pull in a file or an address that a script named. */
export function createSmtpTransport(smtpUrl: string, dkim?: DkimSettings) {
  return createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECTION_TIMEOUT,
    greetingTimeout: CONNECTION_TIMEOUT,
    socketTimeout: REPLY_TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim === undefined
      ? {}
      : {
          dkim: {
            domainName: dkim.domain,
            keySelector: dkim.selector,
            privateKey: dkim.privateKey,
          },
        }),
  });
}

async function deliver(
  { transport, from, quote, hasUser }: Sender,
  message: MailMessage,
  { key, signal }: DeliveryContext,
  timeout: number,
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
    throw limit.aborted ? tooSlow(timeout) : mailFailure(error, message, quote, hasUser);
  });
  const failure = partialFailure(message, info, quote);
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
    // Everybody stands in the headers; who has it already is not sent it again.
    ...(message.left === undefined
      ? {}
      : { envelope: { from: from.address, to: [...message.left] } }),
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
  return `<${hash}@${domainOf(from)}>`;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
