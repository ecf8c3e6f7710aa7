import { channelMessages } from "../diagnostics/codes/channels.ts";
import { ChannelError, type Channel } from "../host/channel.ts";
import type { OutboundMessage } from "../host/message.ts";

/** Takes one line for people, such as what a simulated channel would have sent. */
export type ChannelLog = (line: string) => void;

/** A channel that sends nothing and remembers what it was given. */
export interface SimulatedChannel<M extends OutboundMessage> extends Channel<M> {
  readonly mode: "simulated";
  /** The latest messages, oldest first. */
  readonly sent: readonly M[];
}

/** What a simulated channel needs to behave like the real one. */
export interface SimulatedOptions<M extends OutboundMessage> {
  readonly name: M["channel"];
  /** What the real adapter would refuse at once, by throwing; the signature of its own check. */
  readonly check: (message: M) => void;
  /** Who it goes to and what it says, for one line of the log. */
  readonly describe: (message: M) => string;
  readonly log: ChannelLog;
  /** How many messages `sent` keeps; 1000 unless given. */
  readonly kept?: number;
}

const KEPT = 1000;
const STOPPED = "stopped before it was sent";

/** Makes the simulated twin of a channel: it refuses what the real one refuses, and logs the rest. */
export function createSimulatedChannel<M extends OutboundMessage>(
  options: SimulatedOptions<M>,
): SimulatedChannel<M> {
  const { name, check, describe, log, kept = KEPT } = options;
  const sent: M[] = [];
  let count = 0;
  return {
    name,
    mode: "simulated",
    sent,
    deliver: (message, { signal }) =>
      new Promise((resolve) => {
        check(message);
        if (signal.aborted) {
          throw new ChannelError(channelMessages.unreachable(name, STOPPED), "retry");
        }
        count += 1;
        sent.push(message);
        if (sent.length > kept) sent.shift();
        log(`simulated ${name} ${describe(message)}`);
        resolve({ id: `simulated-${String(count)}` });
      }),
    close: () => Promise.resolve(),
  };
}
