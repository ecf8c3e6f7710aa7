import { createHash, timingSafeEqual } from "node:crypto";

/** Tells whether two byte strings are equal; takes as long for equal lengths whatever they hold. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Tells whether two texts are equal, without showing by its duration how much of them is. */
export function sameText(left: string, right: string): boolean {
  // Digests have one length, so that not even the length of a secret shows.
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
