import { hash } from "node:crypto";

/** 128 bits: no two keys of a store share a hash by chance. */
const HASH_LENGTH = 32;

/** Gives what the store keeps of a dedupe key: ids of messages hold numbers of people. */
export function dedupeHash(key: string): string {
  return hash("sha256", key, "hex").slice(0, HASH_LENGTH);
}
