/** Bytes of the largest file that a script may attach: about what mail providers take. */
export const LARGEST_ATTACHMENT = 25 * 1024 * 1024;
