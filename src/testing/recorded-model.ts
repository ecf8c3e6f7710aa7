import type { ChannelError, LanguageModel } from "../host/channel.ts";
import type { Place } from "../host/host.ts";

/** A failure that a test asks for. */
export interface AskedFailure {
  readonly error: ChannelError;
  /** The statement that asks for it; undefined where it is no test in BASIC. */
  readonly place: Place | undefined;
}

/** A language model that gives the answers of a test, and echoes the prompt where there is none. */
export class RecordedModel implements LanguageModel {
  readonly mode = "simulated";
  /** What it was asked, oldest first. */
  readonly prompts: string[] = [];
  #answer: string | undefined;
  readonly #failures: AskedFailure[] = [];

  /** Gives this answer from now on. */
  answerWith(text: string): void {
    this.#answer = text;
  }

  /** Makes the next question fail. */
  failNext(error: ChannelError, place?: Place): void {
    this.#failures.push({ error, place });
  }

  /** The failure that was asked for and did not come yet. */
  get unusedFailure(): AskedFailure | undefined {
    return this.#failures[0];
  }

  complete(prompt: string, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    this.prompts.push(prompt);
    const failure = this.#failures.shift();
    if (failure !== undefined) return Promise.reject(failure.error);
    return Promise.resolve(this.#answer ?? `[answer to] ${prompt}`);
  }
}
