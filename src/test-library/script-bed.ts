import { bedMessages } from "../diagnostics/codes/test-library.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { ChannelName, OutboundMessage } from "../host/message.ts";
import { describeCallee } from "../testing/doubles/callee.ts";
import type { TestBed } from "../testing/test-bed.ts";
import { asBedError, bedError } from "./bed-error.ts";
import { BedReceiver } from "./bed-receiver.ts";
import type { LoggedError, Passing, Sent, Spawned } from "./options.ts";

/**
 * A server of a test's own for scripts, in this process: the store is empty, channels record what is
 * sent, time stands still. Whatever is received is signed, and done with all that comes of it when the
 * method resolves. Methods reject with a BedError where something cannot be done.
 */
export class ScriptBed extends BedReceiver {
  readonly #bed: TestBed;

  /** Beds are made by `testBed`. */
  constructor(bed: TestBed) {
    super(bed);
    this.#bed = bed;
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

  /**
   * Changes a setting from here on, as if the server had been started again with it.
   * @param value undefined for what holds where it is not set
   * @throws BedError GB3564 to GB3566 for what cannot be set
   */
  setSetting(name: string, value: string | number | undefined): Promise<void> {
    return asBedError(() => {
      this.checkOpen();
      return this.#bed.changeSetting(name, value === undefined ? undefined : String(value));
    });
  }

  /** Lets time pass, and does what becomes due on the way. @throws BedError GB3505 for less than none */
  advance(by: Passing): Promise<void> {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    const ms = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    return asBedError(() => {
      this.checkOpen();
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
    if (this.isClosed) return;
    this.isClosed = true;
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
}

function codeOf(fields: object): string | undefined {
  return "code" in fields && typeof fields.code === "string" ? fields.code : undefined;
}
