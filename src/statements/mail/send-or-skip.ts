import type { Host, Place } from "../../host/host.ts";
import type { MailMessage } from "../../host/message.ts";

/** Sends a mail; one without a recipient or without anything in it is recorded as skipped instead. */
export function sendOrSkip(message: MailMessage, sender: Host["mail"], place: Place): void {
  const reason = reasonToSkip(message);
  if (reason === undefined) sender.send(message, place);
  else sender.skip(message, reason, place);
}

/** Gives what names the account of a mail; nothing for the standard one. */
export function through(account: string | undefined): Pick<MailMessage, "account"> {
  return account === undefined || account.trim() === "" ? {} : { account };
}

function reasonToSkip(message: MailMessage): string | undefined {
  if (message.to.length === 0) return "it has no recipient";
  const parts = [message.subject, message.text, message.html];
  const empty = parts.every((part) => part === undefined || part.trim() === "");
  return empty && message.attachments.length === 0 ? "it has no text" : undefined;
}
