import type { Send } from "../engine/send.ts";
import type { OutboundMessage } from "../host/message.ts";

/** Gives a message as its channel gets it: it leaves by the way that what it answers took, unless it names another number. */
export function withOrigin({ message, number, provider }: Send): OutboundMessage {
  if (message.channel !== "whatsapp") return message;
  const from = number === undefined ? {} : { from: number };
  return { ...from, ...(provider === undefined ? {} : { provider }), ...message };
}
