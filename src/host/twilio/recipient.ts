const PUNCTUATION = /[\s().-]/g;

/** A number with or without `+`, or the address of a channel such as `whatsapp:+55…`. */
const RECIPIENT = /^(?:[a-z]+:)?\+?\d{3,15}$/;

/** What can be sent to, for messages about what cannot. */
export const EXPECTED_RECIPIENT = "a phone number with its country code, such as +5511999999999";

/**
 * Reads whom a message goes to, as people write it. Source: Twilio, "Message resource", parameter To.
 * @returns the recipient as Twilio takes it; undefined where it takes none such
 */
export function readSmsRecipient(written: string): string | undefined {
  const bare = written.trim().replace(PUNCTUATION, "");
  return RECIPIENT.test(bare) ? bare : undefined;
}
