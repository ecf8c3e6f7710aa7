import { engineMessages } from "../diagnostics/codes/engine.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Engine } from "../engine/engine.ts";
import { TYPING_MS } from "../facts/whatsapp-limits.ts";
import { MEDIA } from "../facts/whatsapp-media.ts";
import type { Leased } from "../engine/lease.ts";
import type { Send, SendResult } from "../engine/send.ts";
import { ChannelError } from "../host/channel.ts";
import type { Channels, DeliveryContext, Receipt } from "../host/channel.ts";
import type { Clock, Random } from "../host/host.ts";
import type { Log } from "../host/log.ts";
import type { OutboundMessage } from "../host/message.ts";
import type { SendingNumbers } from "../host/sending-number.ts";
import { uploadTimeOf } from "../host/whatsapp/media.ts";
import { fileOf } from "../host/whatsapp/message.ts";
import { NO_SPEND_LIMITS, type SpendLimits } from "../host/spend-limits.ts";
import type { Timers } from "../host/timers.ts";
import { asDelivered } from "./as-delivered.ts";
import type { Observer } from "./observer.ts";
import { type ExplainedPart, refusedPartOf } from "./refused-part.ts";
import { SendGuard } from "./send-guard.ts";
import { withOrigin } from "./with-origin.ts";
import type { ShutdownNotice } from "./shutdown-notice.ts";
import { isSendExpired, pausesAll, SEND_HOURS, sendDelay } from "./retry-policy.ts";

/** Adapters have shorter timeouts of their own; this one ends an attempt that ignores them. */
const SEND_ATTEMPT_MS = 60_000;
/** The longest that an attempt takes: the upload of the largest file, and the message behind it. */
export const LONGEST_ATTEMPT_MS = SEND_ATTEMPT_MS + uploadTimeOf(MEDIA.document.size);

export interface OutboxSenderParts {
  readonly engine: Engine;
  readonly channels: Channels;
  readonly random: Random;
  readonly timers: Timers;
  readonly log: Log;
  readonly observer: Observer;
  readonly shutdown: ShutdownNotice;
  readonly clock: Clock;
  readonly spendLimits?: SpendLimits;
  readonly sendingNumbers?: SendingNumbers;
}

/** How an attempt ended, with what explains it to a person where it failed. */
interface Attempt {
  readonly result: SendResult;
  readonly detail: Message | undefined;
  /** Explains the part of the result that was refused for good. */
  readonly part?: ExplainedPart | undefined;
}

/** Gives messages of the outbox to their channels and tells the engine what came of it. */
export class OutboxSender {
  readonly #parts: OutboxSenderParts;
  readonly #guard: SendGuard;

  constructor(parts: OutboxSenderParts) {
    const { spendLimits: limits = NO_SPEND_LIMITS, sendingNumbers: numbers = {} } = parts;
    this.#parts = parts;
    this.#guard = new SendGuard({ ...parts, limits, numbers });
  }

  /** Tries to send one message; rejects only where the engine cannot record the result. */
  async send(leased: Leased<Send>): Promise<void> {
    const attempt = await this.#guarded(leased);
    this.#tell(leased, attempt);
    const { result, part } = attempt;
    if (part !== undefined) {
      const { send, reason, detail } = part;
      this.#tell({ ...leased, item: send }, { result: { state: "dead", reason }, detail });
    }
    await this.#parts.engine.finishSend(leased.lease, result);
  }

  #tell(leased: Leased<Send>, attempt: Attempt): void {
    const { observer } = this.#parts;
    const { result, detail } = attempt;
    this.#report(leased, attempt);
    observer.sendFinished({ channel: leased.item.message.channel, outcome: result.state });
    if (result.state !== "retry" && detail !== undefined) observer.failed(detail.code);
  }

  /** What must not leave is not tried; it failed for good, as if the far side had said so. */
  async #guarded(leased: Leased<Send>): Promise<Attempt> {
    const admission = await this.#guard.admit(leased.item);
    if (typeof admission !== "function") {
      const reason = `${admission.code}: ${admission.message}`;
      return { result: { state: "dead", reason, code: undefined }, detail: admission };
    }
    const attempt = await this.#attempt(leased);
    const { state } = attempt.result;
    if (state !== "done" && state !== "unknown") admission();
    return attempt;
  }

  async #attempt(leased: Leased<Send>): Promise<Attempt> {
    const { channels, engine, shutdown, timers } = this.#parts;
    const { id, partOf } = leased.item;
    const message = await asDelivered(withoutLateTyping(withOrigin(leased.item), leased), engine);
    const controller = new AbortController();
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const abort = (reason: string) => {
      controller.abort(new Error(reason));
      // A channel that heeds the signal knows better what became of the message, such as that its file alone was under way.
      setImmediate(() => reject(new Error(reason)));
    };
    const cancel = timers.schedule(attemptTimeOf(message), () => abort("no answer in time"));
    const onShutdown = () => abort("the server shut down before an answer came");
    shutdown.listen(onShutdown);
    try {
      const key = partOf ?? id;
      const sending = deliver(channels, message, { key, signal: controller.signal });
      const receipt = await Promise.race([sending, aborted]);
      return { result: { state: "done", receipt }, detail: undefined };
    } catch (error) {
      return this.#classify(error, leased);
    } finally {
      cancel();
      shutdown.unlisten(onShutdown);
    }
  }

  /** An error that no channel explains leaves open whether the message was taken. */
  #classify(error: unknown, { item, attempt, ageMs }: Leased<Send>): Attempt {
    const channelError = error instanceof ChannelError ? error : undefined;
    const failure = channelError?.failure ?? "unknown";
    const detail = channelError?.detail;
    const reason = detail === undefined ? String(error) : `${detail.code}: ${detail.message}`;
    const { remoteCode: code, remaining } = channelError ?? {};
    const part = refusedPartOf(item, channelError?.refusedPart);
    const parts = { remaining, refusedPart: part };
    if (failure === "permanent")
      return { result: { state: "dead", reason, code, ...parts }, detail, part };
    if (failure === "unknown" && !item.repeatable) {
      const unknown = engineMessages.unknownOutcome(item.message.channel);
      return { result: { state: "unknown", reason }, detail: unknown };
    }
    const delayMs = sendDelay(attempt, channelError, this.#parts.random);
    if (!isSendExpired(ageMs, delayMs)) {
      const pausesChannel = pausesAll(channelError);
      return { result: { state: "retry", delayMs, reason, pausesChannel, ...parts }, detail, part };
    }
    const expired = engineMessages.sendExpired(SEND_HOURS);
    const whole = `${expired.message}: ${reason}`;
    const result = { state: "dead", reason: whole, code, ...parts } as const;
    return { result, detail: { ...detail, ...expired }, part };
  }

  #report({ item, attempt }: Leased<Send>, { result, detail }: Attempt): void {
    const { log, channels } = this.#parts;
    const { id, message, place, runId } = item;
    const { file, line } = place;
    const sent = { send: id, run: runId, channel: message.channel, file, line, attempt };
    if (result.state === "done") {
      const fields = { ...sent, receipt: result.receipt.id };
      // A simulated channel says itself what it was given.
      const isSimulated = channels[message.channel].mode === "simulated";
      log[isSimulated ? "debug" : "info"](fields, "message sent");
      return;
    }
    const fields = { ...sent, code: detail?.code, hint: detail?.hint };
    switch (result.state) {
      case "retry":
        log.warn({ ...fields, delayMs: result.delayMs }, `message not sent yet: ${result.reason}`);
        return;
      case "dead":
        log.error(fields, `message not sent: ${result.reason}`);
        return;
      case "unknown":
        log.error(fields, `${detail?.message ?? ""}: ${result.reason}`);
    }
  }
}

/** A file that is read from the disk as it leaves takes as long as its size says. */
function attemptTimeOf(message: OutboundMessage): number {
  const file = message.channel === "whatsapp" ? fileOf(message)?.content : undefined;
  const isRead = file !== undefined && !(file instanceof Uint8Array);
  return SEND_ATTEMPT_MS + (isRead ? uploadTimeOf(file.bytes) : 0);
}

/** The answers may have left before a later attempt: nobody is to see "typing" behind them. */
function withoutLateTyping(
  message: OutboundMessage,
  { attempt, ageMs }: Pick<Leased<Send>, "attempt" | "ageMs">,
): OutboundMessage {
  const isMark = message.channel === "whatsapp" && message.content?.kind === "read";
  if (!isMark || (attempt === 1 && ageMs < TYPING_MS)) return message;
  return { ...message, content: { ...message.content, typing: false } };
}

function deliver(
  channels: Channels,
  message: OutboundMessage,
  context: DeliveryContext,
): Promise<Receipt> {
  switch (message.channel) {
    case "mail":
      return channels.mail.deliver(message, context);
    case "whatsapp":
      return channels.whatsapp.deliver(message, context);
    case "sms":
      return channels.sms.deliver(message, context);
    case "call":
      return channels.call.deliver(message, context);
  }
}
