/** Tells whether two recipients are one: numbers by their digits, all else letter by letter. */
export function sameRecipient(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(recipient: string): string {
  const bare = recipient.trim().replace(/^whatsapp:/i, "");
  return /^\+?[\d\s().-]+$/.test(bare) ? bare.replaceAll(/\D/g, "") : bare.toLowerCase();
}
