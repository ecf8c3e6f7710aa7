import type { HttpAnswer, HttpCall, HttpContext } from "../../host/http-call.ts";
import { shownAddress } from "./secret-mask.ts";

/** Answers the calls of a test that no mock answers: what was recorded, or the address itself. */
export interface UnmockedCalls {
  /**
   * @returns undefined where nothing is known of such a call
   * @throws ChannelError where the address gives no answer
   */
  answer(call: HttpCall, context: HttpContext): Promise<HttpAnswer | undefined>;
  /** What it has answers for, a method and an address each, without secrets. */
  readonly known: readonly string[];
  /** Says what to do about a call without an answer. */
  hint(call: HttpCall): string;
}

/** Says which mock a test in BASIC lacks. */
export function mockHint({ method, url }: HttpCall): string {
  return `write before it: MOCK ${method} ${JSON.stringify(shownAddress(url))} WITH JSON { }`;
}

/** Where nothing was recorded. */
export const noOtherCalls: UnmockedCalls = {
  known: [],
  answer: () => Promise.resolve(undefined),
  hint: mockHint,
};
