import { bedMessages } from "../diagnostics/codes/test-library.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { ChannelName, OutboundMessage } from "../host/message.ts";
import { answerOutgoingCall } from "../testing/answer-outgoing-call.ts";
import { receiveTwilioCall, receiveTwilioSms } from "../testing/receive-from-twilio.ts";
import { checkedPath } from "../testing/request-path.ts";
import { sendDelivery } from "../testing/send-delivery.ts";
import { describeCallee } from "../testing/doubles/callee.ts";
import { signRequest } from "../testing/sign-request.ts";
import { receiveEventOf } from "../testing/statements/receive-whatsapp.ts";
import { receiveChange } from "../testing/statements/receive-whatsapp-event.ts";
import type { TestBed } from "../testing/test-bed.ts";
import { Answer } from "./answer.ts";
import { BedCall } from "./bed-call.ts";
import { asBedError, bedError } from "./bed-error.ts";
import { BedMocks } from "./bed-mocks.ts";
import { contentOf, jsonOf } from "./content.ts";
import type { HttpMethod } from "./http-mock.ts";
import type {
  BatchedEvent,
  BatchOptions,
  AnswerOptions,
  CallOptions,
  EventOptions,
  FieldValue,
  LoggedError,
  Delivered,
  Passing,
  RequestOptions,
  Sent,
  Signature,
  SmsOptions,
  Spawned,
} from "./options.ts";
import {
  deliverySlots,
  eventType,
  type Fields,
  slotsOf,
  type WhatsAppEventName,
} from "./whatsapp-event.ts";

/**
 * A server of a test's own for scripts, in this process: the store is empty, channels record what is
 * sent, time stands still. Whatever is received is signed, and done with all that comes of it when the
 * method resolves. Methods reject with a BedError where something cannot be done.
 */
export class ScriptBed extends BedMocks {
  readonly #bed: TestBed;
  #isClosed = false;

  /** Beds are made by `testBed`. */
  constructor(bed: TestBed) {
    super(bed);
    this.#bed = bed;
  }

  /**
   * Receives an event of WhatsApp.
   * @param fields what it says: `{ text: "hello" }`, `{ caption: "my cat" }`
   */
  whatsapp(
    type: WhatsAppEventName,
    fields: Fields = {},
    options: EventOptions = {},
  ): Promise<Answer> {
    return this.#receive(async () => {
      const found = eventType(type);
      await receiveEventOf(found, slotsOf(found, fields, options), this.#bed);
    });
  }

  /**
   * Receives a change of a field of Meta's webhooks other than messages: `account_update`.
   * @param value what changed, as Meta's page of the field shows it
   */
  whatsappEvent(field: string, value: FieldValue, options: Delivered = {}): Promise<Answer> {
    return this.#receive(() =>
      receiveChange(field, jsonOf(value), deliverySlots(options), this.#bed),
    );
  }

  /** Receives several events of WhatsApp in one delivery, in their order. */
  whatsappBatch(
    events: readonly BatchedEvent[],
    { at, as, signature = "signed", numberId }: BatchOptions = {},
  ): Promise<Answer> {
    return this.#receive(async () => {
      if (events.length === 0) throw bedError(bedMessages.emptyBatch());
      const { events: desk } = this.#bed;
      const senders = events.map((one) => this.#senderOf(one, numberId));
      desk.hold();
      for (const send of senders) await send();
      await sendDelivery(this.#bed, desk.release(), { at, provider: as, signature });
    });
  }

  /** @returns what sends the event. @throws BedError where there is no such type or field */
  #senderOf(event: BatchedEvent, usualNumberId: string | undefined): () => Promise<void> {
    if (event.type === undefined) {
      const { field, value } = event;
      return () => receiveChange(field, jsonOf(value), new Map(), this.#bed);
    }
    const { type, fields = {}, numberId = usualNumberId, ...rest } = event;
    const options = numberId === undefined ? rest : { ...rest, numberId };
    const found = eventType(type);
    const slots = slotsOf(found, fields, options);
    return () => receiveEventOf(found, slots, this.#bed);
  }

  /** Receives a call, and plays it up to the first question. */
  async call({ from, to, at, signature }: CallOptions = {}): Promise<BedCall> {
    const parties = { from, to, at, signature: wordOf(signature) };
    await this.#receive(() => receiveTwilioCall(this.#bed, parties));
    return this.#currentCall();
  }

  /**
   * Lets whoever SEND CALL called pick up, and plays the block up to the first question.
   * @throws BedError GB3580 to GB3583 where there is no such call
   */
  async answerCall({ to, by }: AnswerOptions = {}): Promise<BedCall> {
    await asBedError(() => answerOutgoingCall(this.#bed, to, by));
    return this.#currentCall();
  }

  #currentCall(): BedCall {
    const { call } = this.#bed.events;
    if (call === undefined) throw new Error("nobody called");
    return new BedCall(this.#bed, call);
  }

  /** Receives an SMS. */
  sms(text: string, options: SmsOptions = {}): Promise<Answer> {
    const { from, to, at, signature, ...content } = options;
    const parties = { from, to, at, signature: wordOf(signature) };
    return this.#receive(() => receiveTwilioSms(this.#bed, text, parties, content));
  }

  /** Receives any request. @param target path and query of the script: `/orders?page=2` */
  request(method: HttpMethod, target: string, options: RequestOptions = {}): Promise<Answer> {
    return this.#receive(async () => {
      const { headers = {}, signature = "signed" } = options;
      const content = contentOf(options);
      const request = {
        method,
        target: checkedPath(target),
        headers: [...content.headers, ...Object.entries(headers)],
        body: content.body,
      };
      const { events, routes, time } = this.#bed;
      const verification = routes.verificationOf(method, request.target);
      await events.send(signRequest(request, signature, verification, time.now()));
    });
  }

  /** Receives the last request once more, byte for byte. */
  again(): Promise<Answer> {
    return this.#receive(() => this.#bed.events.repeat());
  }

  /** What was answered last; undefined before the first request. */
  get answer(): Answer | undefined {
    const last = this.#bed.answers.at(-1);
    return last && new Answer(last);
  }

  /** What scripts sent, oldest first. */
  get sent(): readonly Sent[] {
    return this.#bed.channels.sent.map(({ id, message }) => ({ ...message, id }));
  }

  /** What scripts sent through one channel, oldest first. */
  sentBy<C extends ChannelName>(
    channel: C,
  ): readonly Sent<Extract<OutboundMessage, { channel: C }>>[];
  sentBy(channel: ChannelName): readonly Sent[] {
    return this.sent.filter((message) => message.channel === channel);
  }

  /** The SUBs that scripts asked for with SPAWN, oldest first. */
  get spawned(): readonly Spawned[] {
    return this.#bed.spawned.map(({ procedure, args, delayMs }) => ({
      ...{ sub: procedure, args, delayMs },
    }));
  }

  /** What scripts wrote with LOG, oldest first. */
  get logged(): readonly string[] {
    return this.#bed.log.written;
  }

  /** What scripts printed where nobody waits for a response, oldest first. */
  get printed(): readonly string[] {
    return this.#bed.printed;
  }

  /** What the language model was asked, oldest first. */
  get prompts(): readonly string[] {
    return this.#bed.channels.model.prompts;
  }

  /** Gives the errors so far that were not taken yet, and takes them: `close` accepts them. */
  takeErrors(): readonly LoggedError[] {
    const { log } = this.#bed;
    const taken = log.errors.map(({ fields, message }) => ({ code: codeOf(fields), message }));
    while (log.takeError(() => true));
    return taken;
  }

  /** What the clock shows. */
  get now(): Date {
    return new Date(this.#bed.time.now());
  }

  /** Sets the clock; no time passes. @throws BedError GB3504 for what is no time */
  setClock(to: Date | string): void {
    const at = new Date(to).getTime();
    if (Number.isNaN(at)) throw bedError(testingMessages.badClock(String(to), "SET CLOCK"));
    this.#bed.time.setClock(at);
  }

  /** Lets time pass, and does what becomes due on the way. @throws BedError GB3505 for less than none */
  advance(by: Passing): Promise<void> {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    const ms = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    return asBedError(() => {
      this.#checkOpen();
      if (!(ms >= 0)) throw bedError(testingMessages.badSpan(JSON.stringify(by)));
      return this.#bed.advance(ms, new AbortController().signal);
    });
  }

  /**
   * Ends everything; what waits is dropped. A second call does nothing.
   * @throws BedError GB5420 for a call that no mock answered, GB5442 where scripts failed and nobody took
   *   the errors, GB5443, GB5446 and GB5447 for a failure or mock that was asked for and never used
   */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#bed.close();
    const { channels, doubles, log } = this.#bed;
    const [unanswered] = channels.http.unanswered;
    if (unanswered !== undefined) {
      log.takeError(({ fields }) => codeOf(fields) === unanswered.code);
      throw bedError(unanswered.detail);
    }
    const errors = this.takeErrors().map(({ code, message }) =>
      code === undefined || message.includes(code) ? message : `${code}: ${message}`,
    );
    if (errors.length > 0) throw bedError(bedMessages.scriptFailed(errors));
    const unused = channels.unusedFailures;
    if (unused.length > 0)
      throw bedError(bedMessages.unusedFailure(unused.map(({ channel }) => channel)));
    const [mock] = channels.http.unused;
    if (mock !== undefined) throw bedError(bedMessages.unusedMock(mock.method, mock.pattern));
    const [double] = doubles.unused;
    if (double !== undefined) throw bedError(bedMessages.unusedDouble(describeCallee(double)));
  }

  /** Closes the bed at the end of a block: `await using bed = await testBed(…)`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #receive(act: () => Promise<void>): Promise<Answer> {
    await asBedError(() => {
      this.#checkOpen();
      return act();
    });
    const { answer } = this;
    if (answer === undefined) throw new Error("a request had no answer");
    return answer;
  }

  #checkOpen(): void {
    if (this.#isClosed) throw bedError(bedMessages.bedClosed());
  }
}

function codeOf(fields: object): string | undefined {
  return "code" in fields && typeof fields.code === "string" ? fields.code : undefined;
}

/** As statements of BASIC tests have it. */
function wordOf(signature: Signature = "signed"): string | undefined {
  return signature === "signed" ? undefined : signature.toUpperCase();
}
