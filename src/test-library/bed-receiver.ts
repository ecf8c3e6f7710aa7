import { bedMessages } from "../diagnostics/codes/test-library.ts";
import { answerOutgoingCall } from "../testing/answer-outgoing-call.ts";
import { receiveTwilioCall, receiveTwilioSms } from "../testing/receive-from-twilio.ts";
import { receiveDialResult } from "../testing/receive-dial-result.ts";
import { receiveRecording } from "../testing/receive-recording.ts";
import { receiveTranscription } from "../testing/receive-transcription.ts";
import { checkedPath } from "../testing/request-path.ts";
import { sendDelivery } from "../testing/send-delivery.ts";
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
  AnswerOptions,
  BatchedEvent,
  BatchOptions,
  CallOptions,
  Delivered,
  EventOptions,
  FieldValue,
  RequestOptions,
  Signature,
  SmsOptions,
  DialResultOptions,
  RecordingOptions,
  TranscriptionOptions,
} from "./options.ts";
import {
  deliverySlots,
  eventType,
  type Fields,
  slotsOf,
  type WhatsAppEventName,
} from "./whatsapp-event.ts";

/**
 * What a bed can be sent. Each method resolves when all that is due has been done, and rejects with a BedError
 * where nothing could be sent.
 */
export class BedReceiver extends BedMocks {
  protected isClosed = false;
  readonly #bed: TestBed;

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

  /**
   * Lets the caller leave a recording for the last RECORD that the call came to, and plays what the call
   * goes on with up to the next question.
   * @throws BedError GB4803 to GB4806 where there is no such RECORD or block
   */
  async recording(options: RecordingOptions = {}): Promise<BedCall> {
    const { block, seconds, url, at, signature } = options;
    const left = { block, seconds, url, at, signature: wordOf(signature) };
    await this.#receive(() => receiveRecording(this.#bed, left));
    return this.#currentCall();
  }

  /**
   * Receives what the last DIAL with THEN came to, and plays what the call goes on with up to the next question.
   * @param status `completed`, `answered`, `busy`, `no-answer`, `failed` or `canceled`
   * @throws BedError GB4893 to GB4897 where there is no such DIAL, block or result
   */
  async dialResult(status: string, options: DialResultOptions = {}): Promise<BedCall> {
    const { block, duration, at, signature } = options;
    const told = { status, block, duration, at, signature: wordOf(signature) };
    await this.#receive(() => receiveDialResult(this.#bed, told));
    return this.#currentCall();
  }

  /**
   * Receives what Twilio wrote down of the last recording that the call made with TRANSCRIBED.
   * @param text "" where nothing was understood
   */
  transcription(text: string, options: TranscriptionOptions = {}): Promise<Answer> {
    const { block, recording, at, signature } = options;
    const told = { text, block, recording, at, signature: wordOf(signature) };
    return this.#receive(() => receiveTranscription(this.#bed, told));
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

  async #receive(act: () => Promise<void>): Promise<Answer> {
    await asBedError(() => {
      this.checkOpen();
      return act();
    });
    const { answer } = this;
    if (answer === undefined) throw new Error("a request had no answer");
    return answer;
  }

  protected checkOpen(): void {
    if (this.isClosed) throw bedError(bedMessages.bedClosed());
  }
}

/** As statements of BASIC tests have it. */
function wordOf(signature: Signature = "signed"): string | undefined {
  return signature === "signed" ? undefined : signature.toUpperCase();
}
