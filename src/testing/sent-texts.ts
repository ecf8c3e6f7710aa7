import { describeMessage } from "../channels/whatsapp/describe-message.ts";
import type { OutboundMessage } from "../host/message.ts";
import type { SentMessage } from "./recorded-channels.ts";

/** Gives what a message says, whatever its form. */
export function textOf(message: OutboundMessage): string {
  return message.channel === "mail" ? (message.text ?? message.html ?? "") : message.text;
}

/** Shows messages, a line each. */
export function describeSent(sent: readonly SentMessage[]): readonly string[] {
  return sent.map(({ message }) => {
    if (message.channel === "whatsapp" && message.content !== undefined) {
      return `whatsapp ${describeMessage(message)}`;
    }
    const to = message.channel === "mail" ? message.to.join(", ") : message.to;
    const account = message.channel === "mail" ? message.account : undefined;
    const through = account === undefined ? "" : ` using ${account}`;
    const subject = message.channel === "mail" ? ` ${JSON.stringify(message.subject)}` : "";
    const media = message.channel === "sms" ? (message.media ?? []) : [];
    const names = message.channel === "mail" ? message.attachments.map(({ name }) => name) : media;
    const files = names.map((name) => ` ${name}`).join("");
    return `${message.channel} to ${to}${through}:${subject} ${JSON.stringify(textOf(message))}${files}`;
  });
}
