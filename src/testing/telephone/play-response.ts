import type { Element } from "@xmldom/xmldom";
import { type Gather, type Given, methodOf, readGather } from "./gather.ts";
import { elementsIn, textOf } from "./read-twiml.ts";

/** How a call goes on after a response was played. */
export type Onward =
  | {
      readonly kind: "go";
      /** As the response has it; undefined for the address that the response came from. */
      readonly url: string | undefined;
      readonly method: "GET" | "POST";
      /** What the caller gave, where the caller was asked. */
      readonly given?: Given | undefined;
    }
  | { readonly kind: "over"; readonly why: string };

/**
 * Plays the verbs of a response until one of them leads elsewhere or ends the call. It stops at each
 * `<Gather>`, and goes on with what the caller gave: keys, words, or undefined for silence, which leads
 * to what stands behind the `<Gather>` unless its `actionOnEmptyResult` says otherwise.
 * @param hear is told of each verb that can be heard, in its order
 */
export function* playResponse(
  verbs: readonly Element[],
  hear: (verb: Element) => void,
): Generator<Gather, Onward, Given | undefined> {
  for (const verb of verbs) {
    switch (verb.tagName) {
      case "Gather": {
        const onward = yield* askCaller(verb, hear);
        if (onward !== undefined) return onward;
        break;
      }
      case "Redirect":
        return { kind: "go", url: textOf(verb), method: methodOf(verb) };
      case "Hangup":
        return { kind: "over", why: "the script hangs up" };
      case "Reject":
        return { kind: "over", why: "the script rejects the call" };
      default:
        hear(verb);
        if (leadsOn(verb)) return { kind: "over", why: "the caller is put through" };
    }
  }
  return { kind: "over", why: "the response ends" };
}

/** Tells whether a verb is a `<Dial>` with an action: nothing behind it is played. */
export function leadsOn(verb: Element): boolean {
  return verb.tagName === "Dial" && verb.getAttribute("action") !== null;
}

function* askCaller(
  verb: Element,
  hear: (verb: Element) => void,
): Generator<Gather, Onward | undefined, Given | undefined> {
  for (const child of elementsIn(verb)) hear(child);
  const gather = readGather(verb);
  const given = yield gather;
  if (given === undefined && !gather.tellsOfSilence) return undefined;
  const { action: url, method } = gather;
  return { kind: "go", url, method, given: given ?? { digits: "", finishedOnKey: "" } };
}
