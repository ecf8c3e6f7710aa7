import type { HttpAnswer, HttpCall, HttpClient, HttpContext } from "../../host/http-call.ts";
import { formFields } from "./body-text.ts";
import { type RecordedCall, recordCall } from "./recorded-call.ts";
import type { SecretMask } from "./secret-mask.ts";
import { mockHint, type UnmockedCalls } from "./unmocked-calls.ts";

interface MadeCall {
  readonly call: HttpCall;
  answer: HttpAnswer | undefined;
}

/** Makes the calls of one test and keeps what is answered. */
export class CallRecorder implements UnmockedCalls {
  readonly #client: HttpClient;
  readonly #mask: SecretMask;
  readonly #made: MadeCall[] = [];

  constructor(client: HttpClient, mask: SecretMask) {
    this.#client = client;
    this.#mask = mask;
  }

  /** False where a call got no answer, so that what was recorded before may be more. */
  get isWhole(): boolean {
    return this.#made.every(({ answer }) => answer !== undefined);
  }

  async answer(call: HttpCall, context: HttpContext): Promise<HttpAnswer> {
    const made: MadeCall = { call, answer: undefined };
    this.#made.push(made);
    const answer = await this.#client.call(call, context);
    made.answer = answer;
    const { url, headers: sent, body } = call;
    const bodies = [typeof body === "string" ? body : "", answer.body];
    const fields = typeof body === "string" ? [] : (formFields(body, undefined) ?? []);
    this.#mask.learnFrom({ url, sent, received: answer.headers, bodies, fields });
    return answer;
  }

  /** Whatever is called is recorded. */
  get known(): readonly string[] {
    return [];
  }

  hint(call: HttpCall): string {
    return mockHint(call);
  }

  /** Writes what was recorded, in the order of the calls; what has no answer is left out. */
  written(): readonly RecordedCall[] {
    return this.#made.flatMap(({ call, answer }) =>
      answer === undefined ? [] : [recordCall(call, answer, this.#mask)],
    );
  }
}
