import type { Engine } from "../engine/engine.ts";
import { Person } from "../engine/person.ts";
import type { OutboundMessage } from "../host/message.ts";
import { readDelivered, readRecipient } from "../host/whatsapp/recipient.ts";

/** Messages of a person among which one that they wrote is looked for. */
const MOST_MESSAGES = 10_000;

/**
 * Marks a message to a number that WhatsApp delivered messages of, where it would else be taken for one that
 * lacks digits: who wrote is answered at the number that WhatsApp told, as it is.
 */
export async function asDelivered(
  message: OutboundMessage,
  engine: Pick<Engine, "history">,
): Promise<OutboundMessage> {
  if (message.channel !== "whatsapp" || readRecipient(message.to) !== undefined) return message;
  if (readDelivered(message.to) === undefined) return message;
  const person = Person.nameOf(message.to);
  const past = await engine.history({ person, limit: MOST_MESSAGES });
  const wrote = past.some((one) => one.direction === "inbound" && one.channel === "whatsapp");
  return wrote ? { ...message, asDelivered: true } : message;
}
