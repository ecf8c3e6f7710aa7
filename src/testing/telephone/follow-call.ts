import type { Element } from "@xmldom/xmldom";
import { sendMessages } from "../../diagnostics/codes/send.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { callForm, gatherForm, type TwilioCall } from "../events/twilio/call-forms.ts";
import type { TwilioForm } from "../events/twilio/form.ts";
import type { Gather, Given } from "./gather.ts";
import { playResponse } from "./play-response.ts";

/** How often a script may send a call on before the caller says anything. */
const MOST_TURNS = 50;

/** One request of a call: a GET has the form in its query. */
export interface CallRequest {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly form: TwilioForm;
}

/** What a call is played with. */
export interface CallExchange {
  /** Asks for TwiML. @returns its verbs, or why there are none */
  ask(request: CallRequest): Promise<readonly Element[] | Message>;
  /** Finds the address that a response names; undefined where that is none. */
  resolve(written: string, from: URL): URL | undefined;
  /** Is told of each verb that can be heard. @param from the address that its response came from */
  hear(verb: Element, from: URL): void;
}

/** Why a call does not go on. */
export type CallEnd =
  | { readonly kind: "over"; readonly why: string }
  /** It goes on at another server. */
  | { readonly kind: "elsewhere"; readonly url: URL; readonly afterGather: boolean }
  | { readonly kind: "lost"; readonly address: string }
  | { readonly kind: "failed"; readonly detail: Message };

/**
 * Plays a call as Twilio does, from response to response. It stops where the caller is asked and goes
 * on with what is given: keys, words, or undefined for silence.
 */
export async function* followCall(
  call: TwilioCall,
  first: CallRequest,
  exchange: CallExchange,
): AsyncGenerator<Gather, CallEnd, Given | undefined> {
  let request = first;
  for (let silent = 0; silent < MOST_TURNS; silent++) {
    const verbs = await exchange.ask(request);
    if ("code" in verbs) return { kind: "failed", detail: verbs };
    const { url: from } = request;
    const onward = yield* playResponse(verbs, (verb) => {
      exchange.hear(verb, from);
    });
    if (onward.kind === "over") return onward;
    const { given, method, url: address = "" } = onward;
    if (given !== undefined) silent = 0;
    const url = exchange.resolve(address, request.url);
    if (url === undefined) return { kind: "lost", address };
    if (url.origin !== request.url.origin) {
      return { kind: "elsewhere", url, afterGather: given !== undefined };
    }
    const form = given === undefined ? callForm(call, "in-progress") : gatherForm(call, given);
    request = { url, method, form };
  }
  return { kind: "failed", detail: sendMessages.endlessCall(MOST_TURNS) };
}

/** Says why a call is over, as the end of a sentence. */
export function describeEnd(end: CallEnd): string {
  switch (end.kind) {
    case "over":
      return end.why;
    case "elsewhere":
      return `the call goes on at ${end.url.href}, which is another server's`;
    case "lost":
      return `the script sends it to ${JSON.stringify(end.address)}, which is no address`;
    case "failed":
      return end.detail.message;
  }
}
