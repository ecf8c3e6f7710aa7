import { readTwilioMediaAddress } from "../channels/twilio/media-address.ts";
import { createSimulatedMedia } from "../channels/whatsapp/simulated-media.ts";
import {
  simulatedCalls,
  simulatedMail,
  simulatedSms,
  simulatedWhatsApp,
} from "../channels/simulated-channels.ts";
import type { Channel, Channels } from "../host/channel.ts";
import type { ChannelError } from "../host/channel.ts";
import type {
  CallMessage,
  ChannelName,
  MailMessage,
  OutboundMessage,
  SmsMessage,
  WhatsAppMessage,
} from "../host/message.ts";
import type { Place } from "../host/host.ts";
import { MockedCalls } from "./http/mocked-calls.ts";
import type { UnmockedCalls } from "./http/unmocked-calls.ts";
import { MediaFailures } from "./recorded-media.ts";
import { type AskedFailure, RecordedModel } from "./recorded-model.ts";

/** A message that a channel took, with the id that it gave it. */
export interface SentMessage {
  readonly id: string;
  /** The key of the message, which statuses come back with. */
  readonly key: string;
  readonly message: OutboundMessage;
}

/** A message of somebody that the script showed as read. */
export interface ReadMark {
  readonly messageId: string;
  /** True where it also showed that an answer is being written. */
  readonly typing: boolean;
}

/** A failure that a test asked for and that never came. */
export interface UnusedFailure {
  readonly channel: ChannelName | "model" | "http" | "media";
  /** The statement that asked for it; undefined where it is no test in BASIC. */
  readonly place: Place | undefined;
}

const TWILIO = "https://api.twilio.com";

/** Channels that send nothing, refuse what the real ones refuse, and fail where a test wants it. */
export class RecordedChannels implements Channels {
  /** The messages that were taken, oldest first. */
  readonly sent: SentMessage[] = [];
  /** The messages of people that were shown as read, oldest first; these marks are no messages. */
  readonly marks: ReadMark[] = [];
  /** What the far side has for all anybody knows: what was taken, and what it never answered for. */
  readonly taken: SentMessage[] = [];
  /** Whether WhatsApp messages that answer nobody leave through Twilio. */
  sendsThroughTwilio: boolean;
  readonly mail: Channel<MailMessage>;
  readonly whatsapp: Channel<WhatsAppMessage>;
  readonly sms: Channel<SmsMessage>;
  readonly call: Channel<CallMessage>;
  readonly model = new RecordedModel();
  readonly mediaFailures = new MediaFailures();
  readonly media = this.mediaFailures.around(createSimulatedMedia(), "whatsapp");
  readonly smsMedia = this.mediaFailures.around(
    createSimulatedMedia((address) => readTwilioMediaAddress(address, TWILIO)),
    "twilio",
  );
  readonly http: MockedCalls;
  readonly #failures = new Map<ChannelName, AskedFailure[]>();
  /** The keys of messages that failed as the test said. */
  readonly #failed = new Set<string>();

  /**
   * @param otherCalls what answers calls over HTTP where no mock does
   * @param sendsThroughTwilio whether WhatsApp messages that answer nobody leave through Twilio; false unless given
   */
  constructor(otherCalls?: UnmockedCalls, sendsThroughTwilio = false) {
    this.http = new MockedCalls(otherCalls);
    this.sendsThroughTwilio = sendsThroughTwilio;
    this.mail = this.#recorded(simulatedMail(() => {}));
    const meta = simulatedWhatsApp(() => {});
    const twilio = simulatedWhatsApp(() => {}, true);
    const chosen = () => (this.sendsThroughTwilio ? twilio : meta);
    this.whatsapp = this.#recorded({
      ...meta,
      deliver: (message, context) => chosen().deliver(message, context),
    });
    this.sms = this.#recorded(simulatedSms(() => {}));
    this.call = this.#recorded(simulatedCalls(() => {}));
  }

  /** Makes the next attempt of a channel fail; those that were asked for before come first. */
  failNext(channel: ChannelName, error: ChannelError, place?: Place): void {
    const failures = this.#failures.get(channel) ?? [];
    failures.push({ error, place });
    this.#failures.set(channel, failures);
  }

  /** Channels that were told to fail and have not been used since. */
  get unusedFailures(): readonly UnusedFailure[] {
    const asked = [
      ...[...this.#failures].map(([channel, [first]]) => [channel, first] as const),
      ...[["model", this.model.unusedFailure] as const, ["http", this.http.unusedFailure] as const],
      ["media", this.mediaFailures.unusedFailure] as const,
    ];
    return asked.flatMap(([channel, first]) =>
      first === undefined ? [] : [{ channel, place: first.place }],
    );
  }

  /** Notes that the test itself says what becomes of a message. @param key the id of its send */
  tellOnPurpose(key: string): void {
    this.#failed.add(key);
  }

  /** Tells whether a message failed because the test said so. @param key the id of its send */
  failedOnPurpose(key: unknown): boolean {
    return typeof key === "string" && this.#failed.has(key);
  }

  /** Messages to several people are on their way at once, so the id is given where one arrives. */
  #take(message: OutboundMessage, key: string): SentMessage {
    const id = `${PREFIXES[message.channel]}${String(this.taken.length + 1)}`;
    const taken = { id, key, message };
    this.taken.push(taken);
    return taken;
  }

  #recorded<M extends OutboundMessage>(twin: Channel<M>): Channel<M> {
    return {
      name: twin.name,
      mode: "simulated",
      deliver: async (message, context) => {
        if (message.channel === "whatsapp" && message.content?.kind === "read") {
          const receipt = await twin.deliver(message, context);
          this.marks.push(message.content);
          return receipt;
        }
        const failure = this.#failures.get(twin.name)?.shift()?.error;
        if (failure !== undefined) {
          this.#failed.add(context.key);
          if (failure.failure === "unknown") this.#take(message, context.key);
          throw failure;
        }
        await twin.deliver(message, context);
        const taken = this.#take(message, context.key);
        this.sent.push(taken);
        return { id: taken.id };
      },
      close: () => Promise.resolve(),
    };
  }
}

/** What the ids of the real channels begin with. */
const PREFIXES: Readonly<Record<ChannelName, string>> = {
  mail: "mail-",
  whatsapp: "wamid.TEST",
  sms: "SM",
  call: "CA",
};
