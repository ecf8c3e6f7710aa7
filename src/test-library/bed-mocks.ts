import { bedMessages } from "../diagnostics/codes/test-library.ts";
import { BasicError } from "../runtime/error.ts";
import { codeFor, failureOf } from "../testing/channel-failure.ts";
import { urlPattern } from "../testing/http/url-pattern.ts";
import { MEDIA_FAILURES, type MediaFailure } from "../testing/recorded-media.ts";
import { callOutcome } from "../testing/statements/fail-next.ts";
import type { TestBed } from "../testing/test-bed.ts";
import { bedError } from "./bed-error.ts";
import {
  type HttpCallMade,
  type HttpMethod,
  type HttpMock,
  type HttpMockOptions,
  madeCall,
  outcomeOf,
} from "./http-mock.ts";
import type { FailingChannel, FailureKind } from "./options.ts";
import {
  type DoubledCall,
  type DoubleOptions,
  type DoubleValue,
  replaceProcedure,
} from "./procedure-mock.ts";

/** What a bed is told to answer in the place of the outside and of parts of the script. */
export class BedMocks {
  readonly #bed: TestBed;

  constructor(bed: TestBed) {
    this.#bed = bed;
  }

  /** What scripts called over HTTP, oldest first, whatever answered. */
  get httpCalls(): readonly HttpCallMade[] {
    return this.#bed.channels.http.made.map(madeCall);
  }

  /** The calls of SUBs and FUNCTIONs that `mockFunction` and `mockSub` replace, oldest first. */
  get doubledCalls(): readonly DoubledCall[] {
    return this.#bed.doubles.made.map(({ key, args }) => ({ name: key, args }));
  }

  /** Makes the language model answer this from now on; it repeats the prompt otherwise. */
  mockModel(answer: string): void {
    this.#bed.channels.model.answerWith(answer);
  }

  /**
   * Answers the calls of scripts to an address from now on; of several that fit, the last one counts.
   * @param url in which `*` stands for anything: `https://shop.example/*`
   * @param mock an answer, a way to fail, or a function that makes one of them of the call
   * @throws BedError GB5421 for a status that there is not
   */
  mockHttp(
    method: HttpMethod,
    url: string,
    mock: HttpMock | ((call: HttpCallMade) => HttpMock | Promise<HttpMock>),
    { once = false }: HttpMockOptions = {},
  ): void {
    const outcome = outcomeOf(mock);
    this.#bed.channels.http.mock({ method, pattern: url, matches: urlPattern(url), once, outcome });
  }

  /**
   * Makes a FUNCTION of the script give a value instead of running, or what a function makes of its
   * arguments; an error that it throws is one of the script.
   * @throws BedError GB5521 to GB5524 where there is none that fits
   */
  mockFunction(
    name: string,
    gives: DoubleValue | ((...args: readonly DoubleValue[]) => DoubleValue),
    options: DoubleOptions = {},
  ): void {
    replaceProcedure(this.#bed, "function", name, gives, options);
  }

  /** Makes a SUB of the script do nothing. @throws BedError as `mockFunction` does */
  mockSub(name: string, options: DoubleOptions = {}): void {
    replaceProcedure(this.#bed, "sub", name, null, options);
  }

  /**
   * Makes the next attempt of a channel fail, or the next file of a message that is fetched.
   * @param how a code of the far side, such as 131056; `unanswered`; of a file `expired`, `damaged` or `oversized`;
   *   else it cannot be reached
   * @throws BedError GB3524 for a code that the far side never gives, GB3563 for what cannot happen there
   */
  failNext<C extends FailingChannel>(channel: C, how?: FailureKind<C>): void;
  failNext(channel: FailingChannel, how?: FailureKind<FailingChannel>): void {
    const { channels } = this.#bed;
    const code = typeof how === "number" ? checkedCode(channel, how) : undefined;
    const failure = typeof how === "string" ? how : undefined;
    if (channel === "media") {
      channels.mediaFailures.failNext(code ?? mediaFailure(failure));
      return;
    }
    if (failure !== undefined && failure !== "unanswered") {
      throw bedError(bedMessages.noSuchFailure(channel, failure, ["unanswered"]));
    }
    if (channel === "http") {
      channels.http.failNext(callOutcome(code, failure !== undefined));
      return;
    }
    const error = failureOf(channel, code, failure !== undefined);
    if (channel === "model") channels.model.failNext(error);
    else channels.failNext(channel, error);
  }
}

/** @throws BedError GB3563 for what cannot happen to a file */
function mediaFailure(word: string | undefined): MediaFailure {
  const found = MEDIA_FAILURES.find((one) => one === word);
  if (word === undefined || found !== undefined) return found ?? "unreachable";
  throw bedError(bedMessages.noSuchFailure("media", word, MEDIA_FAILURES));
}

function checkedCode(channel: FailingChannel, code: number): number {
  try {
    return codeFor(channel, code);
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    throw bedError(error.detail, { cause: error });
  }
}
