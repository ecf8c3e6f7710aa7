import type { Element } from "@xmldom/xmldom";

/** Keys or words of the caller. */
export type Given =
  { readonly digits: string; readonly finishedOnKey: string } | { readonly speech: string };

/** What a `<Gather>` asks for (https://www.twilio.com/docs/voice/twiml/gather). */
export interface Gather {
  readonly takesKeys: boolean;
  readonly takesWords: boolean;
  /** Undefined for the address that the TwiML came from. */
  readonly action: string | undefined;
  readonly method: "GET" | "POST";
  /** How many keys at most; Infinity where any number. */
  readonly keyCount: number;
  /** The key that ends the others; "" where none does. */
  readonly finishOnKey: string;
  /** True where the action hears of silence too. */
  readonly tellsOfSilence: boolean;
}

/** Reads the attributes of a `<Gather>`. */
export function readGather(verb: Element): Gather {
  const input = (verb.getAttribute("input") ?? "dtmf").split(/\s+/);
  return {
    takesKeys: input.includes("dtmf"),
    takesWords: input.includes("speech"),
    action: verb.getAttribute("action") ?? undefined,
    method: methodOf(verb),
    keyCount: Number(verb.getAttribute("numDigits") ?? Infinity),
    finishOnKey: verb.getAttribute("finishOnKey") ?? "#",
    tellsOfSilence: verb.getAttribute("actionOnEmptyResult") === "true",
  };
}

/** Reads the method of a verb that leads on; Twilio's own is POST. */
export function methodOf(verb: Element): "GET" | "POST" {
  return verb.getAttribute("method")?.toUpperCase() === "GET" ? "GET" : "POST";
}

const KEYS = /^[0-9*#]+$/;

/** Tells whether a telephone has all these keys; there must be one. */
export function areKeys(text: string): boolean {
  return KEYS.test(text);
}

/**
 * Gives what the action hears of keys: those up to the key that ends them, and as many as are asked
 * for. The key that ends them, pressed first, is silence.
 * @param keys as `areKeys` takes them
 */
export function pressed(keys: string, { finishOnKey, keyCount }: Gather): Given | undefined {
  const end = finishOnKey === "" ? -1 : keys.indexOf(finishOnKey);
  const before = end === -1 ? keys : keys.slice(0, end);
  const digits = before.slice(0, keyCount);
  if (digits === "") return undefined;
  const isEnded = end !== -1 && before.length < keyCount;
  return { digits, finishedOnKey: isEnded ? finishOnKey : "" };
}
