import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { portOf } from "./port.ts";

/** One mail as the server took it: its envelope, its bytes and what they mean. */
export interface ReceivedMail {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly source: string;
  readonly mail: Email;
}

/** What the server says at each step; undefined accepts. */
export interface MailReplies {
  readonly login?: () => Error | undefined;
  readonly sender?: () => Error | undefined;
  readonly recipient?: (address: string) => Error | undefined;
  readonly data?: () => Error | undefined;
}

export interface LocalMailServer {
  /** `smtp://user:password@127.0.0.1:port`. */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  answer(replies: MailReplies): void;
  /** Ends every connection without a word, now and at each later DATA. */
  hangUpAtData(): void;
  close(): Promise<void>;
}

/** An error that the server answers with its code. */
export function smtpReply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

export const MAIL_USER = { name: "bot@example.com", password: "pass/word%" };

/** @param size bytes of a mail that the server says it takes at most; it says nothing unless given */
export async function startLocalMailServer(size?: number): Promise<LocalMailServer> {
  const received: ReceivedMail[] = [];
  let replies: MailReplies = {};
  let hangUp = false;
  const server = new SMTPServer({
    ...(size === undefined ? {} : { size }),
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    authOptional: true,
    disableReverseLookup: true,
    onAuth({ username, password }, _session, callback) {
      const refusal = replies.login?.();
      if (refusal !== undefined) callback(refusal);
      else if (username === MAIL_USER.name && password === MAIL_USER.password) {
        callback(null, { user: username });
      } else {
        callback(smtpReply(535, `bad credentials for ${username} ${password}`));
      }
    },
    onMailFrom(_address, _session, callback) {
      callback(replies.sender?.());
    },
    onRcptTo({ address }, _session, callback) {
      callback(replies.recipient?.(address));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const source = Buffer.concat(chunks);
        void PostalMime.parse(source).then((mail) => {
          const refusal = stream.sizeExceeded
            ? smtpReply(552, "the mail is too large")
            : replies.data?.();
          const { mailFrom, rcptTo } = session.envelope;
          if (refusal === undefined) {
            received.push({
              from: mailFrom === false ? "" : mailFrom.address,
              recipients: rcptTo.map(({ address }) => address),
              source: source.toString(),
              mail,
            });
          }
          if (hangUp) for (const connection of server.connections) connection.close();
          else callback(refusal, "taken");
        });
      });
    },
  });
  server.on("error", () => undefined);
  const listener = server.listen(0, "127.0.0.1");
  await new Promise<void>((resolve) => listener.once("listening", resolve));
  const user = `${encodeURIComponent(MAIL_USER.name)}:${encodeURIComponent(MAIL_USER.password)}`;
  return {
    url: `smtp://${user}@127.0.0.1:${portOf(listener)}`,
    received,
    answer: (next) => {
      replies = next;
      hangUp = false;
    },
    hangUpAtData: () => {
      hangUp = true;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
