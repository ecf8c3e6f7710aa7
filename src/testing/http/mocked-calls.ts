import { callTitle } from "../../diagnostics/call-title.ts";
import { httpMessages } from "../../diagnostics/codes/http.ts";
import { recordingMessages } from "../../diagnostics/codes/recording.ts";
import { testingMessages } from "../../diagnostics/codes/testing.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { ChannelError } from "../../host/channel.ts";
import type { Place } from "../../host/host.ts";
import type { HttpAnswer, HttpCall, HttpClient, HttpContext } from "../../host/http-call.ts";
import { BasicError } from "../../runtime/error.ts";
import { shownAddress } from "./secret-mask.ts";
import { noOtherCalls, type UnmockedCalls } from "./unmocked-calls.ts";

/** What a mock does with a call: an answer, or an error. */
export type MockOutcome = HttpAnswer | ChannelError;

/** What a test says of calls. */
export interface CallMock {
  readonly method: string;
  readonly matches: (url: string) => boolean;
  /** As the test wrote it. */
  readonly pattern: string;
  /** True where it answers one call and no more. */
  readonly once: boolean;
  /** The statement that says it; undefined where it is no test in BASIC. */
  readonly place?: Place;
  readonly outcome: (call: HttpCall) => MockOutcome | Promise<MockOutcome>;
}

const MOST_LISTED = 5;

/** How the next call fails. */
interface FailingCall {
  readonly outcome: (call: HttpCall) => MockOutcome;
  readonly place: Place | undefined;
}

/** A call that nothing answers fails its test, whatever the script does about errors. */
export class UnansweredCall extends BasicError {
  override get isFinal(): boolean {
    return true;
  }
}

/** The calls of scripts in a test: mocks answer, and what was recorded. Nothing leaves the machine unless it is to be. */
export class MockedCalls implements HttpClient {
  /** What was called, oldest first. */
  readonly made: HttpCall[] = [];
  /** The calls that nothing answered. */
  readonly unanswered: UnansweredCall[] = [];
  readonly #once: CallMock[] = [];
  readonly #standing: CallMock[] = [];
  readonly #failures: FailingCall[] = [];
  readonly #others: UnmockedCalls;

  /** @param others what answers where no mock does */
  constructor(others: UnmockedCalls = noOtherCalls) {
    this.#others = others;
  }

  /** Answers calls from now on; one that stands takes the place of an earlier one with its pattern. */
  mock(mock: CallMock): void {
    const { method, pattern, once } = mock;
    if (once) this.#once.push(mock);
    else {
      const isSame = (one: CallMock) => one.method === method && one.pattern === pattern;
      const at = this.#standing.findIndex(isSame);
      if (at !== -1) this.#standing.splice(at, 1);
      this.#standing.push(mock);
    }
  }

  /** Makes the next call fail, whatever it is. */
  failNext(outcome: FailingCall["outcome"], place?: Place): void {
    this.#failures.push({ outcome, place });
  }

  /** What was to become of the next call, where there was none. */
  get unusedFailure(): FailingCall | undefined {
    return this.#failures[0];
  }

  /** The mocks for one call that were not used. */
  get unused(): readonly CallMock[] {
    return this.#once;
  }

  async call(call: HttpCall, context: HttpContext): Promise<HttpAnswer> {
    context.signal.throwIfAborted();
    this.made.push(call);
    const mocked = await (this.#failures.shift()?.outcome ?? this.#take(call))?.(call);
    const outcome = mocked ?? (await this.#askOthers(call, context));
    if (outcome instanceof ChannelError) throw outcome;
    return outcome;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #take(call: HttpCall): CallMock["outcome"] | undefined {
    const fits = (mock: CallMock) => mock.method === call.method && mock.matches(call.url);
    const at = this.#once.findIndex(fits);
    if (at !== -1) return this.#once.splice(at, 1)[0]?.outcome;
    return this.#standing.findLast(fits)?.outcome;
  }

  async #askOthers(call: HttpCall, context: HttpContext): Promise<HttpAnswer> {
    const { method, url } = call;
    let answer: HttpAnswer | undefined;
    try {
      answer = await this.#others.answer(call, context);
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      throw this.#refuse(recordingMessages.notRecorded(callTitle(method, url), error.detail));
    }
    if (answer !== undefined) return answer;
    const hint = this.#nearMock(call) ?? `${this.#nearAddress(call)}${this.#others.hint(call)}`;
    throw this.#refuse(testingMessages.unmockedCall(method, shownAddress(url), hint));
  }

  /** Tells of a mock that was most likely meant for a call. */
  #nearMock({ method, url }: HttpCall): string | undefined {
    const mocks = [...this.#once, ...this.#standing];
    const other = mocks.find((one) => one.matches(url));
    if (other !== undefined) return `it has a mock for ${other.method}, and this is ${method}`;
    const [address = url] = url.split("?", 1);
    const bare = mocks.find((one) => one.method === method && one.matches(address));
    if (bare === undefined || address === url) return undefined;
    return `its mock is for the address without what stands behind the ?: write ${JSON.stringify(`${shownAddress(bare.pattern)}*`)} for any`;
  }

  /** Lists what the test has answers for, where the address of one is near; "" where none is. */
  #nearAddress({ method, url }: HttpCall): string {
    const mocks = [...this.#once, ...this.#standing].map(
      (one) => `${one.method} ${shownAddress(one.pattern)}`,
    );
    const known = [...new Set([...mocks, ...this.#others.known])];
    const nearest = suggest(`${method} ${shownAddress(url)}`, known);
    if (nearest === undefined) return "";
    const others = known.filter((one) => one !== nearest).slice(0, MOST_LISTED);
    const list = others.length === 0 ? "" : ` It also answers ${others.join(", ")};`;
    return `did you mean ${nearest}, which the test answers?${list} else `;
  }

  #refuse(detail: Message): UnansweredCall {
    const error = new UnansweredCall(detail);
    this.unanswered.push(error);
    return error;
  }
}

/** Makes the error of a call that reached nobody. */
export function unreachable({ method, url }: HttpCall): ChannelError {
  const title = callTitle(method, url);
  return new ChannelError(httpMessages.addressUnreachable(title, "the test says so"), "retry");
}

/** Makes the error of a call that got no answer. */
export function unansweredCall({ method, url }: HttpCall): ChannelError {
  const repeatable = method !== "POST" && method !== "PATCH";
  const title = callTitle(method, url);
  const detail = httpMessages.callUnanswered(title, "the test says so", repeatable);
  return new ChannelError(detail, repeatable ? "retry" : "unknown");
}
