import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { charactersBeyond } from "./characters.ts";

/** What is wrong with a message, or undefined where WhatsApp can take it. */
export type Problem = Message | undefined;

/** Gives the first problem that there is. */
export function firstOf(problems: Iterable<Problem>): Problem {
  for (const problem of problems) if (problem !== undefined) return problem;
  return undefined;
}

/** @param part as the begin of "… has 70 characters" @param text undefined where it is left out */
export function tooLong(part: string, text: string | undefined, limit: number): Problem {
  const length = text === undefined ? undefined : charactersBeyond(text, limit);
  return length === undefined ? undefined : whatsAppMessages.partTooLong(part, length, limit);
}

/** @param part as the end of "WhatsApp needs …" @param example what to write */
export function missing(part: string, text: string, example: string): Problem {
  return text.trim() === "" ? whatsAppMessages.partMissing(part, example) : undefined;
}

/** @param part as the begin of "… is no address" */
export function wrongLink(part: string, written: string): Problem {
  const url = URL.parse(written);
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".");
  return isWeb ? undefined : whatsAppMessages.wrongLink(part, written);
}
