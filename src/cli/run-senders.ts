import type { Channels } from "../channels/create-channels.ts";
import { engineMessages } from "../diagnostics/codes/engine.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { type Channel, ChannelError } from "../host/channel.ts";
import type { Host, Place, Sender } from "../host/host.ts";
import type { CallMessage, OutboundMessage } from "../host/message.ts";

/** Told of a message that was not sent, and of the statement that sent it. */
export type ReportSend = (detail: Message, place: Place) => void;

/** The senders of a run without a store, and the wait for what they still send. */
export interface RunSenders extends Pick<Host, "mail" | "whatsapp" | "sms"> {
  readonly call: Sender<CallMessage>;
  /** Resolves once every message went out or was reported. */
  settle(): Promise<void>;
}

/**
 * Makes senders that deliver at once, one message after another and each in one attempt: without
 * a store there is nobody to try again later.
 * @param runId makes the keys of messages differ between runs
 */
export function createRunSenders(
  channels: Channels,
  runId: string,
  report: ReportSend,
): RunSenders {
  const { signal } = new AbortController();
  let count = 0;
  let tail = Promise.resolve();
  const senderFor = <M extends OutboundMessage>(channel: Channel<M>): Sender<M> => ({
    send: (message, place) => {
      const key = `${runId}-${++count}`;
      tail = tail.then(async () => {
        try {
          await channel.deliver(message, { key, signal });
        } catch (error) {
          if (!(error instanceof ChannelError)) throw error;
          report(error.detail, place);
        }
      });
      // A bug is passed on by settle; until then it must not end the process.
      tail.catch(() => undefined);
    },
    skip: (message, reason, place) => {
      report(engineMessages.skipped(message.channel, reason), place);
    },
  });
  return {
    mail: senderFor(channels.mail),
    whatsapp: senderFor(channels.whatsapp),
    sms: senderFor(channels.sms),
    call: senderFor(channels.call),
    settle: () => tail,
  };
}
