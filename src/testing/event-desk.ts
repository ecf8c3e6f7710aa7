import { testingMessages } from "../diagnostics/codes/testing.ts";
import { BasicError } from "../runtime/error.ts";
import type { WhatsAppItem } from "./events/define-event.ts";
import type { TwilioCall } from "./events/twilio/call-forms.ts";
import type { Person } from "./events/person.ts";
import type { TestBed, TestRequest } from "./test-bed.ts";

/** A call that is under way, and where its next request goes. */
export interface OpenCall {
  readonly call: TwilioCall;
  readonly path: string;
}

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
  /** The call that was received last. */
  call: OpenCall | undefined;

  constructor(bed: TestBed) {
    this.#bed = bed;
  }

  /** Gives the number of the next event, from 1; ids are made of it. */
  next(): number {
    this.#count += 1;
    return this.#count;
  }

  /** From now on items are kept, until `release`. */
  hold(): void {
    this.#held ??= [];
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

  /** Ends the holding. @returns what was kept. @throws BasicError GB3514 where that is nothing */
  release(): readonly WhatsAppItem[] {
    const held = this.#held ?? [];
    this.#held = undefined;
    if (held.length === 0) throw new BasicError(testingMessages.nothingHeld());
    return held;
  }

  /** Sends a request, which `repeat` then sends again. */
  async send(request: TestRequest): Promise<void> {
    this.#latest = [request];
    await this.#bed.receive(request);
  }

  /** Sends what was sent last again, byte for byte. @throws BasicError GB3502 where that is nothing */
  async repeat(): Promise<void> {
    const [request] = this.#latest;
    if (request === undefined) {
      throw new BasicError(testingMessages.nothingReceived("RECEIVE AGAIN"));
    }
    await this.#bed.receive(request);
  }
}
