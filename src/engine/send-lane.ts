import type { OutboundMessage } from "../host/message.ts";
import { isReadMark } from "../host/whatsapp/message.ts";
import { Person } from "./person.ts";
import type { Send } from "./send.ts";

const NUMBER = /^\d+$/;

/**
 * Names the lane of a message: its channel and whom it goes to, however that is written. Mails keep
 * their order per first recipient, for each account by itself, `mail/sales ana@example.org`; a read mark has no recipient but its message.
 */
export function sendLane(message: OutboundMessage): string {
  if (message.channel === "mail") {
    const { account, to } = message;
    // A blank or a `/` in the name would end the name of the channel or the account.
    const sender =
      account === undefined ? "" : `/${encodeURIComponent(account.toWellFormed().toLowerCase())}`;
    return laneTo(`mail${sender}`, to[0] ?? "");
  }
  const mark = message.channel === "whatsapp" ? message.content : undefined;
  return mark?.kind === "read"
    ? `${message.channel} ${mark.messageId}`
    : laneTo(message.channel, message.to);
}

/**
 * Gives a message for the lane of the number of whom it goes to, where it names an id of WhatsApp whose
 * number is known: what was sent to the number before that was hidden leaves first.
 * @param namesOf gives all names of a person of whom one is known, as `Person.nameOf` gives them
 */
export function inLaneOfNumber<T extends Send>(
  send: T,
  namesOf: (name: string) => readonly string[],
): T {
  const { message } = send;
  if (message.channel !== "whatsapp" || isReadMark(message)) return send;
  const name = Person.nameOf(message.to);
  if (NUMBER.test(name)) return send;
  const number = namesOf(name).find((other) => NUMBER.test(other));
  return number === undefined ? send : { ...send, lane: laneTo("whatsapp", number) };
}

function laneTo(channel: string, recipient: string): string {
  return `${channel} ${Person.nameOf(recipient)}`;
}
