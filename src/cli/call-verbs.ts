import type { Element } from "@xmldom/xmldom";
import { elementsIn, textOf } from "../testing/read-twiml.ts";

/** The person at the telephone. */
export interface Caller {
  /** Shows a line. */
  hear(line: string): void;
  /** Reads a line that the person types; undefined where the person hung up. */
  answer(): Promise<string | undefined>;
}

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

/** Keys or words of the caller. */
export type Given =
  { readonly digits: string; readonly finishedOnKey: string } | { readonly speech: string };

const KEYS = /^[0-9*#]+$/;

/** Plays the verbs of a response until one of them leads elsewhere or ends the call. */
export async function playVerbs(verbs: readonly Element[], caller: Caller): Promise<Onward> {
  for (const verb of verbs) {
    const onward = await playVerb(verb, caller);
    if (onward !== undefined) return onward;
  }
  return { kind: "over", why: "the response ends" };
}

async function playVerb(verb: Element, caller: Caller): Promise<Onward | undefined> {
  switch (verb.tagName) {
    case "Gather":
      return gather(verb, caller);
    case "Redirect":
      return { kind: "go", url: textOf(verb), method: methodOf(verb) };
    case "Hangup":
      return { kind: "over", why: "the script hangs up" };
    case "Reject":
      return { kind: "over", why: "the script rejects the call" };
    default:
      sound(verb, caller);
      return undefined;
  }
}

/** Shows what can be heard; what needs a real telephone is named. */
function sound(verb: Element, caller: Caller): void {
  const { tagName } = verb;
  const text = textOf(verb);
  switch (tagName) {
    case "Say":
      caller.hear(`Say: ${text}`);
      return;
    case "Play":
      caller.hear(`Play: ${text === "" ? `keys ${verb.getAttribute("digits") ?? ""}` : text}`);
      return;
    case "Pause":
      caller.hear(`Pause: ${verb.getAttribute("length") ?? "1"} s`);
      return;
    default:
      caller.hear(
        `${[tagName, text].join(" ").trim()}: left out, since there is no telephone here`,
      );
  }
}

/**
 * Asks for keys or words. Without an answer the call goes on behind the `<Gather>`, unless its
 * `actionOnEmptyResult` says otherwise (https://www.twilio.com/docs/voice/twiml/gather).
 */
async function gather(verb: Element, caller: Caller): Promise<Onward | undefined> {
  for (const child of elementsIn(verb)) sound(child, caller);
  const input = (verb.getAttribute("input") ?? "dtmf").split(/\s+/);
  caller.hear(`Gather: ${askedFor(input, verb)}`);
  const given = await listen(input, verb, caller);
  if (given === "hung up") return { kind: "over", why: "you hung up" };
  if (given === undefined && verb.getAttribute("actionOnEmptyResult") !== "true") return undefined;
  return {
    kind: "go",
    url: verb.getAttribute("action") ?? undefined,
    method: methodOf(verb),
    given: given ?? { digits: "", finishedOnKey: "" },
  };
}

function askedFor(input: readonly string[], verb: Element): string {
  const count = verb.getAttribute("numDigits");
  const keys = count === null ? "keys" : `${count} keys`;
  const kinds = [
    ...(input.includes("dtmf") ? [keys] : []),
    ...(input.includes("speech") ? ["words"] : []),
  ];
  return `${kinds.join(" or ")}; an empty line says nothing`;
}

async function listen(
  input: readonly string[],
  verb: Element,
  caller: Caller,
): Promise<Given | undefined | "hung up"> {
  for (;;) {
    const line = (await caller.answer())?.trim();
    if (line === undefined) return "hung up";
    if (line === "") return undefined;
    if (input.includes("dtmf") && KEYS.test(line)) return pressed(line, verb);
    if (input.includes("speech")) return { speech: line };
    caller.hear("only the keys 0 to 9, * and # are asked for");
  }
}

function pressed(line: string, verb: Element): Given | undefined {
  const finish = verb.getAttribute("finishOnKey") ?? "#";
  const end = finish === "" ? -1 : line.indexOf(finish);
  const before = end === -1 ? line : line.slice(0, end);
  const count = Number(verb.getAttribute("numDigits") ?? Infinity);
  const digits = before.slice(0, count);
  if (digits === "") return undefined;
  const isEnded = end !== -1 && before.length < count;
  return { digits, finishedOnKey: isEnded ? finish : "" };
}

function methodOf(verb: Element): "GET" | "POST" {
  return verb.getAttribute("method")?.toUpperCase() === "GET" ? "GET" : "POST";
}
