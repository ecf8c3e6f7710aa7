import type { ChannelError, LanguageModel } from "../host/channel.ts";

/** A language model that gives the answers of a test, and echoes the prompt where there is none. */
export class RecordedModel implements LanguageModel {
  readonly mode = "simulated";
  /** What it was asked, oldest first. */
  readonly prompts: string[] = [];
  #answer: string | undefined;
  readonly #failures: ChannelError[] = [];

  /** Gives this answer from now on. */
  answerWith(text: string): void {
    this.#answer = text;
  }

  /** Makes the next question fail. */
  failNext(error: ChannelError): void {
    this.#failures.push(error);
  }

  /** True where it was told to fail and was not asked since. */
  get isToFail(): boolean {
    return this.#failures.length > 0;
  }

  complete(prompt: string, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    this.prompts.push(prompt);
    const failure = this.#failures.shift();
    if (failure !== undefined) return Promise.reject(failure);
    return Promise.resolve(this.#answer ?? `[answer to] ${prompt}`);
  }
}
