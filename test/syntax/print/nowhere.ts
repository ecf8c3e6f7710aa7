import type { Identifier } from "../../../src/syntax/ast.ts";

/** A place that no text has; trees are compared without places. */
export const NOWHERE = { start: 0, end: 0 } as const;

export function identifier(text: string): Identifier {
  return { text, key: text.toUpperCase(), ...NOWHERE };
}
