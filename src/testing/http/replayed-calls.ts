import type { HttpAnswer, HttpCall } from "../../host/http-call.ts";
import { answerIn, isSameAddress, isSameCall, type RecordedCall } from "./recorded-call.ts";
import { shownAddress } from "./secret-mask.ts";
import { mockHint, type UnmockedCalls } from "./unmocked-calls.ts";

/** What was recorded for one test: each answer is given once. */
export class ReplayedCalls implements UnmockedCalls {
  readonly #recorded: readonly RecordedCall[];
  readonly #unused: RecordedCall[];
  readonly #command: string;

  /** @param command records anew */
  constructor(recorded: readonly RecordedCall[], command: string) {
    this.#recorded = recorded;
    this.#unused = [...recorded];
    this.#command = command;
  }

  /** What was not called so far. */
  get unused(): readonly RecordedCall[] {
    return this.#unused;
  }

  answer(call: HttpCall): Promise<HttpAnswer | undefined> {
    const at = this.#unused.findIndex((one) => isSameCall(call, one));
    const [found] = at === -1 ? [] : this.#unused.splice(at, 1);
    return Promise.resolve(found && answerIn(found));
  }

  get known(): readonly string[] {
    return this.#unused.map(({ request }) => `${request.method} ${shownAddress(request.url)}`);
  }

  hint(call: HttpCall): string {
    return `${mockHint(call)}; ${this.#advice(call)}`;
  }

  #advice(call: HttpCall): string {
    const same = this.#recorded.filter((one) => isSameCall(call, one)).length;
    const times = same === 1 ? "once" : `${String(same)} times`;
    if (same > 0) return `it was recorded ${times} and is called once more: ${this.#anew}`;
    const isNear = this.#recorded.some(({ request }) => isSameAddress(call, request));
    if (isNear) return `it was recorded with another body: ${this.#anew}`;
    return `or record what the address answers: ${this.#command}`;
  }

  get #anew(): string {
    return `record it anew where that is meant: ${this.#command}`;
  }
}
