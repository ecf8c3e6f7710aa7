import type { TwimlElement } from "../host/twiml.ts";

/** A text of TALK, which is a message of its own, and before which printed line it stands. */
export interface SaidText {
  readonly text: string;
  readonly before: number;
}

/** Makes the messages that answer one: what is printed between two TALKs is one message. */
export function answeredMessages(
  lines: readonly string[],
  said: readonly SaidText[],
): readonly TwimlElement[] {
  const texts: string[] = [];
  let from = 0;
  for (const { text, before } of said) {
    texts.push(lines.slice(from, before).join("\n"), text);
    from = before;
  }
  texts.push(lines.slice(from).join("\n"));
  return joined(texts.filter((text) => text.trim() !== "")).map((text) => ({
    ...{ name: "Message", attributes: {}, children: [text] },
  }));
}

/**
 * Twilio sends so many messages as the answer to one, and leaves out the others. Source:
 * https://www.twilio.com/docs/api/errors/14109, read on 2026-11-26.
 */
const MOST_MESSAGES = 10;

/** What is beyond the last message that Twilio sends goes with it, so that nothing is lost. */
function joined(texts: readonly string[]): readonly string[] {
  if (texts.length <= MOST_MESSAGES) return texts;
  const last = texts.slice(MOST_MESSAGES - 1).join("\n");
  return [...texts.slice(0, MOST_MESSAGES - 1), last];
}
