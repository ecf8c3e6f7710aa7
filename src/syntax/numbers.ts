/** How numbers are written: `12`, `1.5e3`, `0xFF`, and as Visual Basic has them, `&HFF`, `&O17`. */
export const NUMBER =
  /0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|&(?:[hH][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)&?(?![\p{L}\p{N}_"(])|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/uy;

const BASES: Readonly<Record<string, number>> = { H: 16, O: 8, B: 2 };

/** Returns the number that is written. */
export function numberOf(written: string): number {
  if (!written.startsWith("&")) return Number(written);
  return Number.parseInt(written.slice(2), BASES[written.charAt(1).toUpperCase()]);
}
