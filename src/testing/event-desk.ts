import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Place } from "../host/host.ts";
import { BasicError } from "../runtime/error.ts";
import type { TwilioCall } from "./events/twilio/call-forms.ts";
import type { Person } from "./events/person.ts";
import type { WhatsAppItem } from "./events/whatsapp-item.ts";
import { type CallBeginning, TestCall } from "./telephone/test-call.ts";
import type { TestAnswer, TestBed, TestRequest } from "./test-bed.ts";
import { twilioRequest } from "./twilio-request.ts";

/** Who writes where a test names nobody. */
export const SOMEBODY: Person = { number: "+5511999999999", userId: undefined, name: "Ana" };

/** The business that the events of tests are for. */
export const TEST_BUSINESS = {
  numberId: "106540352242922",
  displayNumber: "15550783881",
  accountId: "102290129340398",
} as const;

/** What a test remembers of the events that it sent. */
export class EventDesk {
  readonly #bed: TestBed;
  #count = 0;
  #latest: readonly TestRequest[] = [];
  #held: WhatsAppItem[] | undefined;
  #heldAt: Place | undefined;
  #call: TestCall | undefined;
  /** Changes with their times, by which Meta's deliveries are told apart. */
  readonly #changes = new Set<string>();
  /** True where the last request belongs to the call. */
  #isCalling = false;

  constructor(bed: TestBed) {
    this.#bed = bed;
  }

  /** Gives the number of the next event, from 1; ids are made of it. */
  next(): number {
    this.#count += 1;
    return this.#count;
  }

  /**
   * Gives when a change happened, in whole seconds: later where the same one happened then already.
   * @param change what makes it the same as another one
   * @param at ms since 1970-01-01 UTC
   */
  changedAt(change: string, at: number): number {
    let seconds = Math.floor(at / 1000);
    while (this.#changes.has(`${String(seconds)} ${change}`)) seconds += 1;
    this.#changes.add(`${String(seconds)} ${change}`);
    return seconds;
  }

  /** From now on items are kept, until `release`. @param place of the statement that says so */
  hold(place?: Place): void {
    this.#held ??= [];
    this.#heldAt ??= place;
  }

  /** Keeps an item where they are held. @returns whether it was */
  keep(item: WhatsAppItem): boolean {
    this.#held?.push(item);
    return this.#held !== undefined;
  }

  /** True from `hold` on, until `release`. */
  get isHolding(): boolean {
    return this.#held !== undefined;
  }

  /** The statement that began to hold, until `release`; undefined where it is no test in BASIC. */
  get heldAt(): Place | undefined {
    return this.#heldAt;
  }

  /** Ends the holding. @returns what was kept. @throws BasicError GB3514 where that is nothing */
  release(): readonly WhatsAppItem[] {
    const held = this.#held ?? [];
    this.#held = undefined;
    this.#heldAt = undefined;
    if (held.length === 0) throw new BasicError(testingMessages.nothingHeld());
    return held;
  }

  /** The call that was received last. */
  get call(): TestCall | undefined {
    return this.#call;
  }

  /** The call, where the last request belongs to it. */
  get currentCall(): TestCall | undefined {
    return this.#isCalling ? this.#call : undefined;
  }

  /**
   * Lets somebody call, up to the first question, or a call go on with another request.
   * @param signature of the first request: UNSIGNED, FORGED or nothing
   */
  async ring(call: TwilioCall, begin: CallBeginning, signature: string | undefined): Promise<void> {
    const answers: TestAnswer[] = [];
    const before = this.#call;
    const ringing = new TestCall(call, begin, async ({ url, method, form }) => {
      const target = url.pathname + url.search;
      const signedAs = answers.length === 0 ? signature : undefined;
      const request = twilioRequest({ target, method, form }, this.next(), signedAs);
      this.#latest = [request];
      const answer = await this.#bed.receive(request);
      answers.push(answer);
      return answer;
    });
    // What is written down of earlier recordings of the call comes later still.
    if (before?.call.callSid === call.callSid) ringing.transcribed.push(...before.transcribed);
    this.#call = ringing;
    await this.goOn((begun) => begun.begin());
    const isTurnedAway = signature !== undefined && (answers[0]?.status ?? 0) >= 400;
    // Whoever forged a request is not Twilio, where the call stands as it stood.
    if (isTurnedAway && before?.call.callSid === call.callSid) {
      before.heard = [];
      this.#call = before;
    }
  }

  /** Lets the call go on, as one step of the test. */
  async goOn(go: (call: TestCall) => Promise<void>): Promise<void> {
    const call = this.#call;
    if (call === undefined) throw new Error("nobody called");
    this.#isCalling = true;
    this.#bed.beginStep();
    await go(call);
  }

  /** Sends a request, which `repeat` then sends again. */
  async send(request: TestRequest): Promise<void> {
    this.#latest = [request];
    await this.#receive(request);
  }

  /** Sends what was sent last again, byte for byte. @throws BasicError GB3502 where that is nothing */
  async repeat(): Promise<void> {
    const [request] = this.#latest;
    if (request === undefined) {
      throw new BasicError(testingMessages.nothingReceived("RECEIVE AGAIN"));
    }
    await this.#receive(request);
  }

  #receive(request: TestRequest): Promise<TestAnswer> {
    this.#isCalling = false;
    this.#bed.beginStep();
    return this.#bed.receive(request);
  }
}
