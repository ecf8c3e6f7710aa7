/**
 * Says why a text message is not sent. No provider takes one without a recipient or a text, and
 * an unanswered question is no reason to stop a handler.
 * @returns the reason for the record, or undefined where the message can be sent
 */
export function reasonToSkip(recipient: string, text: string): string | undefined {
  if (recipient.trim() === "") return "it has no recipient";
  if (text.trim() === "") return "it has no text";
  return undefined;
}
