import type { TestBed } from "../testing/test-bed.ts";
import type { TestCall } from "../testing/telephone/test-call.ts";
import { asBedError } from "./bed-error.ts";

/** A call that is under way. It stands still where the caller is asked for something. */
export class BedCall {
  readonly #bed: TestBed;
  readonly #call: TestCall;

  constructor(bed: TestBed, call: TestCall) {
    this.#bed = bed;
    this.#call = call;
  }

  /** What the caller heard since the last `press` or `speak`, a text for each `<Say>`. */
  get heard(): readonly string[] {
    return this.#call.heard;
  }

  /** Why the call is over; undefined while it goes on. */
  get ended(): string | undefined {
    return this.#call.ended;
  }

  /** Presses keys; "" is silence. @throws BedError GB3525 to GB3527 where they are not asked for */
  press(keys: string): Promise<void> {
    return asBedError(() => this.#bed.events.goOn(() => this.#call.press(keys)));
  }

  /** Says something; "" is silence. @throws BedError GB3525, GB3526 where it is not asked for */
  speak(words: string): Promise<void> {
    return asBedError(() => this.#bed.events.goOn(() => this.#call.speak(words)));
  }
}
